/**
 * The cheapest one-to-one assignment of rows to columns, by shortest augmenting paths (Kuhn 1955; Jonker & Volgenant 1987),
 * in time cubic in the larger side. Needs at least as many columns as rows; the answer is each row's column.
 */
export function cheapestAssignment(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): Int32Array {
  if (rows > columns) throw new RangeError('an assignment needs a column for every row')
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  /** Row (from 1) of each column (from 1); 0 is none. Index 0 holds the row being placed. */
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    const least = new Float64Array(columns + 1).fill(Infinity)
    const before = new Int32Array(columns + 1)
    const done = new Uint8Array(columns + 1)
    let column = 0
    do {
      done[column] = 1
      const from = rowOf[column] ?? 0
      let [step, next] = [Infinity, 0]
      for (let j = 1; j <= columns; j++) {
        if (done[j]) continue
        const reduced = cost(from - 1, j - 1) - (rowPrice[from] ?? 0) - (columnPrice[j] ?? 0)
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced
          before[j] = column
        }
        if ((least[j] ?? 0) < step) {
          step = least[j] ?? 0
          next = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (done[j]) {
          const owner = rowOf[j] ?? 0
          rowPrice[owner] = (rowPrice[owner] ?? 0) + step
          columnPrice[j] = (columnPrice[j] ?? 0) - step
        } else least[j] = (least[j] ?? 0) - step
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const previous = before[column] ?? 0
      rowOf[column] = rowOf[previous] ?? 0
      column = previous
    }
  }
  const columnOf = new Int32Array(rows)
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] ?? 0
    if (row > 0) columnOf[row - 1] = column - 1
  }
  return columnOf
}
