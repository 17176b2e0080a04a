import { type Finder, find, finder } from '@/core/codebook/find'
import type { Target } from './memo'

/** What `findTargets` looks through: made once, asked at every key press. */
export type TargetFinder = { readonly finder: Finder; readonly targets: ReadonlyMap<string, Target> }

/** Prepares targets for `findTargets`. */
export function targetFinder(targets: readonly Target[]): TargetFinder {
  const keyed = targets.map((target, position) => ({ target, key: `${target.kind} ${target.id}`, position }))
  const plain = { parentId: null, colour: 0, definition: '', include: '', exclude: '', example: '', aliases: [] }
  return {
    finder: finder(keyed.map(({ target, key, position }) => ({ ...plain, id: key, name: target.name, position }))),
    targets: new Map(keyed.map(({ target, key }) => [key, target])),
  }
}

/** The targets that answer what was typed, best first, as `find` ranks codes: in any case, either alphabet, the wrong layout too. At most `limit`. */
export function findTargets(among: TargetFinder, query: string, limit: number): readonly Target[] {
  return find(among.finder, query)
    .slice(0, limit)
    .flatMap(({ code }) => among.targets.get(code.id) ?? [])
}
