/**
 * How large a file may be, in bytes. Whoever takes uploads compares `file` with the length that the request announces before reading it; `inflated`
 * is the most that all parts of a zip (.docx, .xlsx) may come to when unpacked, `part` the most of any one that is read, `entries` how many there may
 * be. `depth` is how deep XML, HTML and RTF may be nested, `pages` how long a PDF may be. `characters` is the most that a transcript may have, `rows`
 * and `columns` the most of a sheet.
 * A project of another program (.qdpx) may carry recordings that are never unpacked: `project` is the most that such a file may have, `projectPart`
 * the most of its list of codings and of any text.
 */
export const limits = {
  file: 50 * 2 ** 20,
  inflated: 200 * 2 ** 20,
  part: 64 * 2 ** 20,
  entries: 10_000,
  depth: 1_000,
  pages: 3_000,
  characters: 5_000_000,
  rows: 100_000,
  columns: 1_000,
  project: 500 * 2 ** 20,
  projectPart: 256 * 2 ** 20,
} as const
