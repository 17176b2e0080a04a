import { useMemo } from 'react'
import { withDescendants } from '@/core/codebook/path'
import { inOrder } from './marks'
import type { Desk } from './use-desk'

/** What the text is limited to, applied: the codings to show in their order, and how many each code has in all. */
export function useShown(desk: Desk, only: { readonly codes: readonly string[]; readonly coders: readonly string[] }) {
  const onlyCodes = useMemo(() => new Set(only.codes), [only.codes])
  const onlyCoders = useMemo(() => new Set(only.coders), [only.coders])
  const counts = useMemo(() => {
    const found = new Map<string, number>()
    for (const mark of desk.marks.values()) found.set(mark.codeId, (found.get(mark.codeId) ?? 0) + 1)
    return found
  }, [desk.marks])
  const shown = useMemo(() => {
    const wanted = onlyCodes.size ? withDescendants(desk.codes, onlyCodes) : null
    return inOrder(
      [...desk.marks.values()].filter(
        (mark) => (!wanted || wanted.has(mark.codeId)) && (!onlyCoders.size || onlyCoders.has(mark.coderId)),
      ),
    )
  }, [desk.marks, desk.codes, onlyCodes, onlyCoders])
  return { onlyCodes, onlyCoders, counts, shown }
}
