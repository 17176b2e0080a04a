import type { Code } from '@/core/codebook/code'

/** What a table needs to know of a code. */
export type CodeNode = Pick<Code, 'id' | 'parentId' | 'name' | 'position' | 'colour'>

/**
 * A code in the order of its codebook, every parent before its children. `depth` is 0 at the top; `path` joins the names from the top
 * with '/'; the codes under it, and itself, are the rows [its index, `last`) of the outline; `parent` is the index of its parent or -1.
 */
export type OutlineRow = {
  readonly code: CodeNode
  readonly depth: number
  readonly path: string
  readonly parent: number
  readonly last: number
}

/** Codes in the order of their codebook. A code whose parent is not among them stands at the top; each code comes once. */
export function outline(codes: readonly CodeNode[]): readonly OutlineRow[] {
  const known = new Set(codes.map((code) => code.id))
  const children = new Map<string | null, CodeNode[]>()
  for (const code of codes) {
    const parent = code.parentId !== null && known.has(code.parentId) ? code.parentId : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(code)
    else children.set(parent, [code])
  }
  const rows: { code: CodeNode; depth: number; path: string; parent: number; last: number }[] = []
  const walk = (parentId: string | null, parent: number, depth: number, prefix: string): void => {
    const siblings = (children.get(parentId) ?? []).toSorted(
      (a, b) => a.position - b.position || compare(a.name, b.name),
    )
    for (const code of siblings) {
      const index = rows.length
      const row = { code, depth, path: prefix + code.name, parent, last: index + 1 }
      rows.push(row)
      walk(code.id, index, depth + 1, `${row.path}/`)
      row.last = rows.length
    }
  }
  walk(null, -1, 0, '')
  return rows
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
