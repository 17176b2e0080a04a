/** One line of the table: what was done, its runs and its aim in milliseconds. */
export type Row = { readonly what: string; readonly runs: readonly number[]; readonly aim: number }

/** Runs something so many times, one after the other, and says how long each run took in milliseconds. `before` is not counted. */
export async function timed(
  runs: number,
  run: (index: number) => unknown,
  before: (index: number) => unknown = () => undefined,
): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    await before(i)
    const start = performance.now()
    await run(i)
    times.push(performance.now() - start)
  }
  return times
}

/** The middle of the runs. Throws RangeError when there are none. */
export function median(runs: readonly number[]): number {
  const middle = runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)]
  if (middle === undefined) throw new RangeError('nothing was run')
  return middle
}

/** Milliseconds as a person reads them. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(milliseconds >= 9950 ? 0 : 1)} s`
  return `${milliseconds < 9.95 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ms`
}

/** The rows as a table in Markdown, which is read on a terminal as well. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, runs, aim }) => [
    what,
    duration(median(runs)),
    runs.length > 1 ? `${duration(Math.min(...runs))} to ${duration(Math.max(...runs))}` : '',
    duration(aim),
    median(runs) <= aim ? 'met' : 'not met',
  ])
  const head = ['question', 'median', 'least to most', 'aim', '']
  const widths = head.map((name, i) => Math.max(name.length, ...lines.map((line) => line[i]?.length ?? 0)))
  const text = (line: readonly string[], fill = ' ') =>
    `| ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0, fill) : cell.padStart(widths[i] ?? 0, fill))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [text(head), rule, ...lines.map((line) => text(line))].join('\n')
}
