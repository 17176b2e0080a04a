import type { Code } from '@/core/codebook/code'
import { type Finder, type Found, find } from '@/core/codebook/find'
import { fold, tidy } from '@/core/text/fold'

/** One line of the palette: a code, or the offer to make one. */
export type Offer =
  | { readonly kind: 'code'; readonly found: Found }
  | { readonly kind: 'new'; readonly name: string; readonly parent: Code | null; readonly path: readonly string[] }

/** The lines of the palette for what was typed; the last one makes a new code unless one of that name and parent is there. */
export function offers(among: Finder, typed: string, recent: readonly string[], limit: number): readonly Offer[] {
  const found = find(among, typed, recent)
  const lines = found.slice(0, limit).map((one): Offer => ({ kind: 'code', found: one }))
  const fresh = newCode(among, typed)
  return fresh ? [...lines, fresh] : lines
}

/** True when a digit typed after `typed` should go on naming a code rather than choose a line. */
export function namesOn(among: Finder, typed: string, digit: string): boolean {
  if (typed === '') return false
  const sought = fold(typed + digit)
  return among.entries.some((entry) => entry.name.includes(sought))
}

// "parent/child" makes the child under the parent of that name or path; a slash that leads nowhere is part of the name.
function newCode(among: Finder, typed: string): Offer | null {
  const cut = typed.lastIndexOf('/')
  const above = cut < 0 ? [] : typed.slice(0, cut).split('/').map(fold).filter(Boolean)
  const parent = above.length ? parentAt(among, above) : null
  const name = tidy(parent ? typed.slice(cut + 1) : typed)
  if (!name) return null
  const parentId = parent?.code.id ?? null
  if (among.entries.some((entry) => entry.code.parentId === parentId && entry.name === fold(name))) return null
  return { kind: 'new', name, parent: parent?.code ?? null, path: [...(parent?.path ?? []), name] }
}

function parentAt(among: Finder, above: readonly string[]): Found | null {
  const fits = among.entries.filter((entry) => {
    const path = entry.path.map(fold).slice(-above.length)
    return path.length === above.length && path.every((name, i) => name === above[i])
  })
  return fits.sort((a, b) => a.path.length - b.path.length)[0] ?? null
}
