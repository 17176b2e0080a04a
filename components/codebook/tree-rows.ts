import { inTreeOrder, type Node, withDescendants } from '@/core/codebook/path'
import { misplaced, type Place, placeOf } from '@/core/codebook/tree'
import { fold } from '@/core/text/fold'

/** A line of the tree as it is seen. `level`, `place` and `siblings` count from 1, as screen readers say them. */
export type Row<T extends Node> = {
  readonly code: T
  readonly level: number
  readonly place: number
  readonly siblings: number
  /** Null for a code without sub-codes. */
  readonly open: boolean | null
  /** False for a code that is seen only because something under it was found. */
  readonly found: boolean
}

/** The lines that are seen: all but those under closed codes, or, when searching, what was found and what is above it. */
export function treeRows<T extends Node>(
  codes: readonly T[],
  closed: ReadonlySet<string>,
  found: ReadonlySet<string> | null,
): readonly Row<T>[] {
  const wanted = found && above(codes, found)
  const seen = wanted && codes.filter((code) => wanted.has(code.id))
  const order = inTreeOrder(seen ?? codes)
  const siblings = new Map<string | null, number>()
  for (const { code } of order) siblings.set(code.parentId, (siblings.get(code.parentId) ?? 0) + 1)
  const places = new Map<string | null, number>()
  const rows: Row<T>[] = []
  let hiddenBelow = Number.POSITIVE_INFINITY
  for (const { code, depth } of order) {
    const place = (places.get(code.parentId) ?? 0) + 1
    places.set(code.parentId, place)
    if (depth > hiddenBelow) continue
    const open = siblings.has(code.id) ? found !== null || !closed.has(code.id) : null
    hiddenBelow = open === false ? depth : Number.POSITIVE_INFINITY
    rows.push({
      code,
      level: depth + 1,
      place,
      siblings: siblings.get(code.parentId) ?? 1,
      open,
      found: found?.has(code.id) ?? true,
    })
  }
  return rows
}

function above(codes: readonly Node[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const parents = new Map(codes.map((code) => [code.id, code.parentId]))
  const all = new Set(ids)
  for (const id of ids) for (let up = parents.get(id); up && !all.has(up); up = parents.get(up)) all.add(up)
  return all
}

/** The id of the next line, from one line on and around, whose name begins with what was typed in one of its readings; null when none does. */
export function beginning(rows: readonly Row<Node>[], from: string, readings: readonly string[]): string | null {
  const at = rows.findIndex((row) => row.code.id === from)
  const order = [...rows.slice(at), ...rows.slice(0, Math.max(at, 0))]
  const keys = readings.map(fold).filter((key) => key !== '')
  return order.find((row) => keys.some((key) => fold(row.code.name).startsWith(key)))?.code.id ?? null
}

/** On which part of a line something is held. */
export type Where = 'before' | 'into' | 'after'

/** Where a code comes to stand when it is dropped on a line; null when it may not stand under there, or stands there already. */
export function dropPlace(
  codes: readonly Node[],
  dragged: string,
  target: Row<Node> | null,
  where: Where,
): Place | null {
  const others = codes.filter((code) => code.id !== dragged)
  const last = (parentId: string | null) => others.filter((code) => code.parentId === parentId).length
  const to = ((): Place | null => {
    if (!target) return { parentId: null, position: last(null) }
    const { id, parentId } = target.code
    if (where === 'into') return { parentId: id, position: last(id) }
    if (where === 'after' && target.open) return { parentId: id, position: 0 }
    const place = placeOf(others, id)
    return place && { parentId, position: place.position + (where === 'after' ? 1 : 0) }
  })()
  if (!to || (to.parentId !== null && withDescendants(codes, [dragged]).has(to.parentId))) return null
  const now = placeOf(codes, dragged)
  if (misplaced(codes, dragged, to) === 'gone') return null
  return now?.parentId === to.parentId && now.position === to.position ? null : to
}
