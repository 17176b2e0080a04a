/** A time mark in a line: seconds from the beginning of the recording (below 0 before it), where the mark ends, and whether brackets hold it. */
export type TimeMark = { readonly seconds: number; readonly end: number; readonly bare: boolean }

const MARK =
  /\\?([[({<#]?)[ \t]*\\{0,2}(-?)(\d{1,3}(?::[0-5]?\d){1,3})(?:[.,:-]\d{1,3})?(?:[ \t]*(?:-->|[-–—])[ \t]*\d{1,3}(?::[0-5]?\d){1,3}(?:[.,]\d{1,3})?)?[ \t]*\\?([\])}>#]?)/uy

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>', '#': '#' }

/**
 * The time mark that begins at `at`, or null: `[00:40]`, `\[00:40\]`, `(1:02:03)`, `{00:12}`, `#00:01:02-3#`, `00:01:02.345`, `[ddd:hh:mm:ss]`, and a span
 * of two of them. A mark without brackets must be followed by white space or the end of the line.
 */
export function timeMark(line: string, at: number): TimeMark | null {
  MARK.lastIndex = at
  const match = MARK.exec(line)
  if (match === null) return null
  const [whole, open = '', minus = '', clock = '', close = ''] = match
  const end = at + whole.length
  if (open === '' ? close !== '' : CLOSING[open] !== close) return null
  if (open === '' && end < line.length && !/\s/u.test(line.charAt(end - 1)) && !/\s/u.test(line.charAt(end)))
    return null
  return { seconds: (minus === '' ? 1 : -1) * secondsOf(clock), end, bare: open === '' }
}

/** Seconds of `mm:ss`, `hh:mm:ss` or `ddd:hh:mm:ss`. */
export function secondsOf(clock: string): number {
  const parts = clock.split(':').map(Number)
  const [seconds = 0, minutes = 0, hours = 0, days = 0] = parts.reverse()
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
}
