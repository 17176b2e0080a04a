import type { Code } from './code'
import { codePaths, inTreeOrder } from './path'

/** A version of a codebook: the nth of its project, when it was changed last (milliseconds since 1970) and by whom, '' when nobody knows. */
export type CodebookVersion = { readonly number: number; readonly at: number; readonly by: string }

/** What of a code makes another version when it changes. */
export const versionedFields = ['name', 'definition', 'include', 'exclude', 'example'] as const

/** How a code differs between two versions. `parent` are the names from the top down to the one above; `order` its place among those beside it. */
export type CodeDifference = {
  readonly id: string
  /** Its names from the top down, in the later version, of a removed one in the earlier. */
  readonly path: readonly string[]
  readonly state: 'added' | 'removed' | 'changed'
  readonly changes: readonly {
    readonly field: (typeof versionedFields)[number] | 'parent' | 'order'
    readonly before: string
    readonly after: string
  }[]
}

/** Whether two codebooks are one version: no name, wording or place differs, colours and aliases may. */
export function sameCodebook(a: readonly Code[], b: readonly Code[]): boolean {
  if (a.length !== b.length) return false
  const byId = new Map(a.map((code) => [code.id, code]))
  return b.every((code) => {
    const was = byId.get(code.id)
    const keys = [...versionedFields, 'parentId', 'position'] as const
    return (
      was !== undefined &&
      (was.archived ?? false) === (code.archived ?? false) &&
      keys.every((key) => was[key] === code[key])
    )
  })
}

/**
 * What is different in the later of two codebooks, in the order of its tree, removed codes last. Of codes that stay side by side as few as possible count as put
 * elsewhere: a code that was put between others has not moved these.
 */
export function codebookDifferences(before: readonly Code[], after: readonly Code[]): readonly CodeDifference[] {
  const was = new Map(before.map((code) => [code.id, code]))
  const is = new Set(after.map((code) => code.id))
  const [pathsBefore, pathsAfter] = [codePaths(before), codePaths(after)]
  const moved = reordered(before, after)
  const above = (paths: ReadonlyMap<string, readonly string[]>, id: string) =>
    (paths.get(id) ?? []).slice(0, -1).join(' / ')
  const told = inTreeOrder(after).flatMap(({ code }): readonly CodeDifference[] => {
    const path = pathsAfter.get(code.id) ?? [code.name]
    const old = was.get(code.id)
    if (!old) return [{ id: code.id, path, state: 'added', changes: worded(null, code) }]
    const changes: CodeDifference['changes'][number][] = [...worded(old, code)]
    if (old.parentId !== code.parentId)
      changes.push({ field: 'parent', before: above(pathsBefore, code.id), after: above(pathsAfter, code.id) })
    else if (moved.has(code.id))
      changes.push({ field: 'order', before: String(old.position + 1), after: String(code.position + 1) })
    return changes.length === 0 ? [] : [{ id: code.id, path, state: 'changed', changes }]
  })
  const gone = inTreeOrder(before).flatMap(({ code }): readonly CodeDifference[] =>
    is.has(code.id)
      ? []
      : [{ id: code.id, path: pathsBefore.get(code.id) ?? [code.name], state: 'removed', changes: [] }],
  )
  return [...told, ...gone]
}

function worded(old: Code | null, now: Code): CodeDifference['changes'] {
  return versionedFields
    .map((field) => ({ field, before: old?.[field] ?? '', after: now[field] }))
    .filter(({ field, before, after }) => before !== after && !(old === null && field === 'name'))
}

/** Ids of the codes that changed places with siblings of both codebooks: all but a longest run of them that kept its order. */
function reordered(before: readonly Code[], after: readonly Code[]): ReadonlySet<string> {
  const place = new Map(before.map((code) => [code.id, code]))
  const groups = new Map<string | null, Code[]>()
  for (const { code } of inTreeOrder(after))
    if (place.get(code.id)?.parentId === code.parentId)
      groups.set(code.parentId, [...(groups.get(code.parentId) ?? []), code])
  const moved = new Set<string>()
  for (const group of groups.values()) {
    const stays = longestRising(group.map((code) => place.get(code.id)?.position ?? 0))
    group.forEach((code, i) => {
      if (!stays.has(i)) moved.add(code.id)
    })
  }
  return moved
}

/** Indices of a longest strictly rising subsequence. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const length: number[] = []
  const before: number[] = []
  values.forEach((value, i) => {
    length[i] = 1
    before[i] = -1
    for (let j = 0; j < i; j++)
      if ((values[j] ?? 0) < value && (length[j] ?? 0) >= (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1
        before[i] = j
      }
  })
  const most = Math.max(0, ...length)
  const found = new Set<number>()
  for (let i = length.indexOf(most); i >= 0; i = before[i] ?? -1) found.add(i)
  return found
}
