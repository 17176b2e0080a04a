/** One cell that is written: text, a finite number, or nothing. */
export type TableCell = string | number | null

/** A table that is written to a file; every row has as many cells as there are columns. `name` becomes the sheet's name. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}
