import type { Code } from '../codebook/code'
import { codePaths } from '../codebook/path'
import type { Snapshot } from './snapshot'

/**
 * What a round compared, under the codes of an earlier version of the codebook. `then` says which code codings had in that version, by their ids, where it was another
 * one than the snapshot's; a coding of a code that was not there yet stands under the nearest code above it that was, and where there is none it is left out.
 */
export function snapshotThen(snapshot: Snapshot, codes: readonly Code[], then: ReadonlyMap<string, string>): Snapshot {
  const { material, names } = snapshot
  const known = new Set(codes.map(({ id }) => id))
  const above = new Map(material.codes.map(({ id, parent }) => [id, parent]))
  const placeOf = (code: string): string | null => {
    const seen = new Set<string>()
    for (let id: string | null = code; id !== null && !seen.has(id); id = above.get(id) ?? null) {
      if (known.has(id)) return id
      seen.add(id)
    }
    return null
  }
  const codings = material.codings.flatMap((coding) => {
    const code = placeOf(then.get(coding.id) ?? coding.code)
    return code === null ? [] : [code === coding.code ? coding : { ...coding, code }]
  })
  const paths = [...codePaths(codes)].map(([id, path]): [string, string] => [id, path.join(' / ')])
  return {
    ...snapshot,
    material: { ...material, codings, codes: codes.map(({ id, parentId }) => ({ id, parent: parentId })) },
    names: { ...names, codes: Object.fromEntries(paths) },
  }
}
