import type { Code } from './code'

/** Of a code, what its place in the tree needs. */
export type Node = Pick<Code, 'id' | 'parentId' | 'name' | 'position'>

/** Every code's names from the root down to itself, by id. A code whose parent is missing counts as a root. */
export function codePaths(codes: readonly Node[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const paths = new Map<string, readonly string[]>()
  const pathOf = (code: Node, below: number): readonly string[] => {
    const known = paths.get(code.id)
    if (known) return known
    const parent = code.parentId === null || below > codes.length ? undefined : byId.get(code.parentId)
    const path = [...(parent ? pathOf(parent, below + 1) : []), code.name]
    paths.set(code.id, path)
    return path
  }
  for (const code of codes) pathOf(code, 0)
  return paths
}

/** The codes in the order of the tree, parents before children and siblings by position, each with its depth from 0. */
export function inTreeOrder<T extends Node>(codes: readonly T[]): { readonly code: T; readonly depth: number }[] {
  const ids = new Set(codes.map((code) => code.id))
  const children = new Map<string | null, T[]>()
  for (const code of codes) {
    const parent = code.parentId !== null && ids.has(code.parentId) ? code.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), code])
  }
  const found: { code: T; depth: number }[] = []
  const walk = (parent: string | null, depth: number): void => {
    const siblings = (children.get(parent) ?? []).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    for (const code of siblings) {
      found.push({ code, depth })
      walk(code.id, depth + 1)
    }
  }
  walk(null, 0)
  return found
}

/** The ids of the given codes and of everything under them. */
export function withDescendants(codes: readonly Node[], ids: Iterable<string>): ReadonlySet<string> {
  const found = new Set(ids)
  for (const { code } of inTreeOrder(codes)) if (code.parentId !== null && found.has(code.parentId)) found.add(code.id)
  return found
}
