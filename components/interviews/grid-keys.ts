/** A place in the grid: row -1 is the heading. */
export type Place = { readonly row: number; readonly column: number }

/** Where a key moves from a place in a grid of this size, or null when it moves nowhere; `page` is in rows. */
export function movedPlace(
  key: string,
  far: boolean,
  from: Place,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): Place | null {
  const row = (to: number) => ({ ...from, row: Math.max(-1, Math.min(size.rows - 1, to)) })
  const column = (to: number) => ({ ...from, column: Math.max(0, Math.min(size.columns - 1, to)) })
  switch (key) {
    case 'ArrowUp':
      return row(from.row - 1)
    case 'ArrowDown':
      return row(from.row + 1)
    case 'ArrowLeft':
      return column(from.column - 1)
    case 'ArrowRight':
      return column(from.column + 1)
    case 'PageUp':
      return row(Math.max(0, from.row - size.page))
    case 'PageDown':
      return row(from.row + size.page)
    case 'Home':
      return far ? { row: 0, column: 0 } : column(0)
    case 'End':
      return far ? { row: size.rows - 1, column: size.columns - 1 } : column(size.columns - 1)
    default:
      return null
  }
}
