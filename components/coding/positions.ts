import { lineAt } from '@/core/text/lines'

declare const offsetOf: unique symbol
declare const positionOf: unique symbol

/** A UTF-16 index into the stored text. */
export type Offset = number & { readonly [offsetOf]: true }
/** A position in ProseMirror's document. */
export type Pos = number & { readonly [positionOf]: true }

/** The two ways between text and document, made once per transcript. */
export type Positions = { readonly toPos: (offset: number) => Pos; readonly toOffset: (pos: number) => Offset }

/**
 * The positions of a document whose children are exactly the given lines, each holding its characters and nothing else. An offset between two
 * lines is at the end of the earlier one.
 */
export function positions(lines: readonly { readonly start: number; readonly end: number }[]): Positions {
  let next = 1
  const begins = lines.map((line) => {
    const start = next
    next += line.end - line.start + 2
    return { start }
  })
  return {
    toPos: (offset) => {
      const at = lineAt(lines, offset)
      const line = lines[at]
      if (!line) return 1 as Pos
      return ((begins[at]?.start ?? 1) + Math.min(Math.max(offset - line.start, 0), line.end - line.start)) as Pos
    },
    toOffset: (pos) => {
      const at = lineAt(begins, pos)
      const line = lines[at]
      if (!line) return 0 as Offset
      return (line.start + Math.min(Math.max(pos - (begins[at]?.start ?? 1), 0), line.end - line.start)) as Offset
    },
  }
}
