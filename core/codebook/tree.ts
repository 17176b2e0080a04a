import { fold } from '../text/fold'
import type { Code } from './code'
import { codePaths, inTreeOrder, type Node, withDescendants } from './path'

/** A place in the tree: under which code (null: none), and the index among the siblings there, from 0, not counting the code that is placed. */
export type Place = { readonly parentId: string | null; readonly position: number }

/** A code with those directly under it, in their order. */
export type Branch<T extends Node = Code> = { readonly code: T; readonly children: readonly Branch<T>[] }

/** A step by which the keyboard moves a code: among its siblings, under the sibling above it, or out, behind its parent. */
export type Step = 'up' | 'down' | 'in' | 'out'

/** Why a code cannot stand somewhere: it would be under itself, a sibling has its name, or a code is not there. */
export type Misplaced = 'underItself' | 'nameTaken' | 'gone'

/** The codes that have no parent (or a missing one), each with all that is under it. */
export function tree<T extends Node>(codes: readonly T[]): readonly Branch<T>[] {
  type Growing = { readonly code: T; readonly children: Growing[] }
  const roots: Growing[] = []
  const line: Growing[] = []
  for (const { code, depth } of inTreeOrder(codes)) {
    const branch: Growing = { code, children: [] }
    line.length = depth
    const above = line[depth - 1]
    if (above) above.children.push(branch)
    else roots.push(branch)
    line.push(branch)
  }
  return roots
}

/** The names from the root down to a code, as one line: `trade/milk wars`. Empty for a code that is not there. */
export function pathOf(codes: readonly Node[], id: string): string {
  return (codePaths(codes).get(id) ?? []).join('/')
}

/** Ids of everything under a code, without itself, in the order of the tree. */
export function descendants(codes: readonly Node[], id: string): readonly string[] {
  const among = withDescendants(codes, [id])
  return inTreeOrder(codes)
    .map(({ code }) => code.id)
    .filter((other) => other !== id && among.has(other))
}

/** The codes that are offered for coding: without those that are archived and all under them. */
export function inUse(codes: readonly Code[]): readonly Code[] {
  const out = withDescendants(
    codes,
    codes.filter((code) => code.archived).map((code) => code.id),
  )
  return out.size === 0 ? codes : codes.filter((code) => !out.has(code.id))
}

/** The codes directly under a parent, in their order; `null`: the roots. */
export function children<T extends Node>(codes: readonly T[], parentId: string | null): readonly T[] {
  return codes.filter((code) => code.parentId === parentId).sort(byPlace)
}

/** Whether a name is that of a code directly under a parent, as names are compared; `except` is not asked. */
export function taken(codes: readonly Node[], parentId: string | null, name: string, except?: string): boolean {
  const key = fold(name)
  return codes.some((code) => code.parentId === parentId && code.id !== except && fold(code.name) === key)
}

/** Where a code stands now; null when it is not there. */
export function placeOf(codes: readonly Node[], id: string): Place | null {
  const code = codes.find((one) => one.id === id)
  if (!code) return null
  const position = children(codes, code.parentId).findIndex((one) => one.id === id)
  return { parentId: code.parentId, position }
}

/** Why a code cannot go to a place, or null when it can. */
export function misplaced(codes: readonly Node[], id: string, to: Place): Misplaced | null {
  const code = codes.find((one) => one.id === id)
  if (!code) return 'gone'
  if (to.parentId === null) return taken(codes, null, code.name, id) ? 'nameTaken' : null
  if (!codes.some((one) => one.id === to.parentId)) return 'gone'
  if (withDescendants(codes, [id]).has(to.parentId)) return 'underItself'
  return taken(codes, to.parentId, code.name, id) ? 'nameTaken' : null
}

/**
 * The codes with one of them (and what is under it) at another place; siblings on both sides are numbered anew from 0. A position beyond the
 * last sibling is the end. Throws RangeError for a place that `misplaced` refuses.
 */
export function move<T extends Node>(codes: readonly T[], id: string, to: Place): readonly T[] {
  const refused = misplaced(codes, id, to)
  if (refused) throw new RangeError(refused)
  const moved = codes.map((code) => (code.id === id ? { ...code, parentId: to.parentId } : code))
  const from = codes.find((code) => code.id === id)?.parentId ?? null
  const settled = numbered(moved, to.parentId, id, to.position)
  return from === to.parentId ? settled : numbered(settled, from)
}

/** The codes with one more among them, at a place; its siblings are numbered anew. The caller sees to its name and parent. */
export function placed<T extends Node>(codes: readonly T[], code: T, to: Place): readonly T[] {
  return numbered([...codes, { ...code, parentId: to.parentId }], to.parentId, code.id, to.position)
}

/** The codes without some of them and all that is under those; siblings are numbered anew. */
export function without<T extends Node>(codes: readonly T[], ids: readonly string[]): readonly T[] {
  const gone = withDescendants(codes, ids)
  const parents = new Set(codes.filter((code) => ids.includes(code.id)).map((code) => code.parentId))
  let left: readonly T[] = codes.filter((code) => !gone.has(code.id))
  for (const parent of parents) left = numbered(left, parent)
  return left
}

/** Where a step takes a code; null when there is no way to go. */
export function stepped(codes: readonly Node[], id: string, step: Step): Place | null {
  const at = placeOf(codes, id)
  if (!at) return null
  const siblings = children(codes, at.parentId)
  switch (step) {
    case 'up':
      return at.position > 0 ? { ...at, position: at.position - 1 } : null
    case 'down':
      return at.position < siblings.length - 1 ? { ...at, position: at.position + 1 } : null
    case 'in': {
      const above = siblings[at.position - 1]
      return above ? { parentId: above.id, position: children(codes, above.id).length } : null
    }
    case 'out': {
      const parent = at.parentId === null ? null : placeOf(codes, at.parentId)
      return parent && { parentId: parent.parentId, position: parent.position + 1 }
    }
  }
}

function byPlace(a: Node, b: Node): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}

// One code may be asked to stand at an index among the others; without it they keep their order.
function numbered<T extends Node>(codes: readonly T[], parentId: string | null, id = '', at = 0): readonly T[] {
  const order = children(codes, parentId).filter((code) => code.id !== id)
  const own = codes.find((code) => code.id === id)
  if (own) order.splice(Math.min(Math.max(at, 0), order.length), 0, own)
  const position = new Map(order.map((code, index) => [code.id, index]))
  return codes.map((code) => {
    const place = position.get(code.id) ?? code.position
    return place === code.position ? code : { ...code, position: place }
  })
}
