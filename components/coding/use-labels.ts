import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import type { Coder } from '@/core/project'
import { type Mark, subjectOf } from './marks'
import type { Item } from './outbox'

/** How codings are spoken of: by their coder, by their words, and by what went wrong with storing them. */
export function useLabels(coders: readonly Coder[], text: string, unsent: readonly Item[]) {
  const t = useTranslations('coding')
  const names = useMemo(
    () => new Map(coders.map((coder) => [coder.id, coder.kind === 'consensus' ? t('consensus') : coder.name])),
    [coders, t],
  )
  const nameOf = useCallback((id: string) => names.get(id) ?? '', [names])
  const quote = useCallback((mark: Mark) => text.slice(mark.start, Math.min(mark.end, mark.start + 240)), [text])
  const troubles = useMemo(() => {
    const failed = unsent.filter((item) => item.message !== '')
    return new Map(failed.map((item) => [subjectOf(item.write), item]))
  }, [unsent])
  const failed = useMemo(() => new Set(troubles.keys()), [troubles])
  return { nameOf, quote, troubles, failed }
}
