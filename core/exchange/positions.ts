/** How a program counts: characters in units of UTF-16, in Unicode code points, or in bytes of UTF-8. */
export const units = ['codepoint', 'utf16', 'byte'] as const
/** How a program counts line ends: as the text has them, a CR LF as one, or a bare LF as two. */
export const lineCounts = ['stored', 'crlfOne', 'lfTwo'] as const
/** Whether an end is the place behind the last character, or that character. */
export const ends = ['exclusive', 'inclusive'] as const

/** One way to understand the positions that a program writes. */
export type PositionReading = {
  readonly unit: (typeof units)[number]
  readonly lines: (typeof lineCounts)[number]
  readonly end: (typeof ends)[number]
}

/** All ways there are to understand positions. */
export const positionReadings: readonly PositionReading[] = ends.flatMap((end) =>
  units.flatMap((unit) => lineCounts.map((lines) => ({ unit, lines, end }))),
)

/** The name of a reading: `utf16/stored/exclusive`. */
export function readingName({ unit, lines, end }: PositionReading): string {
  return `${unit}/${lines}/${end}`
}

/**
 * Where the positions of a reading lie in a text: at index p the UTF-16 offset of position p, for every position from 0 to the length of the
 * text in that reading. A position inside of a character is where that character begins.
 */
export function positionMap(text: string, { unit, lines }: Omit<PositionReading, 'end'>): Uint32Array {
  const map = new Uint32Array(text.length * (unit === 'byte' ? 3 : 2) + 1)
  let at = 0
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i)
    const pair = code >= 0xd800 && code < 0xdc00 && text.charCodeAt(i + 1) >> 10 === 0x37
    let size = unit === 'byte' ? bytesOf(code, pair) : unit === 'utf16' && pair ? 2 : 1
    if (code === 0x0a) {
      const afterCr = text.charCodeAt(i - 1) === 0x0d
      if (lines === 'lfTwo' && !afterCr) size = 2
      if (lines === 'crlfOne' && afterCr) size = 0
    }
    for (let k = 0; k < size; k++) map[at++] = unit === 'utf16' && pair ? i + k : i
    i += pair ? 2 : 1
  }
  map[at] = text.length
  return map.subarray(0, at + 1)
}

function bytesOf(code: number, pair: boolean): number {
  if (pair) return 4
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3
}

/** The half-open UTF-16 range of a selection as a reading has it, or null when it leaves the text or runs backwards. */
export function placeIn(
  map: Uint32Array,
  end: PositionReading['end'],
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | null {
  const start = map[from]
  const stop = map[end === 'inclusive' ? to + 1 : to]
  return start === undefined || stop === undefined || stop < start ? null : { start, end: stop }
}

/** A selection as it stands in a file: its numbers, and the words that it may be named by. */
export type FiledSelection = { readonly start: number; readonly end: number; readonly name: string }

// A text of a thousand selections shows its reading as well by some of them.
const SAMPLE = 60

/**
 * How well each reading fits the selections of a text, by the name of the reading: for every selection up to 1 for words that are those of its
 * name and up to 1 for beginning and ending at borders of words and lines; less than 0 for leaving the text or cutting a character.
 */
export function fits(text: string, selections: readonly FiledSelection[]): ReadonlyMap<string, number> {
  const step = Math.max(1, Math.ceil(selections.length / SAMPLE))
  const sample = selections.filter((_, i) => i % step === 0)
  const astral = /[\u{10000}-\u{10FFFF}]/u.test(text)
  const wide = /[^ -~\s]/u.test(text)
  const crlf = text.includes('\r\n')
  const bareLf = /(?<!\r)\n/u.test(text)
  const known = new Map<string, number>()
  const scores = new Map<string, number>()
  for (const reading of positionReadings) {
    // Readings that mean the same in this text are tried once.
    const unit = reading.unit === 'byte' && wide ? 'byte' : reading.unit === 'utf16' && astral ? 'utf16' : 'codepoint'
    const lines =
      (reading.lines === 'crlfOne' && !crlf) || (reading.lines === 'lfTwo' && !bareLf) ? 'stored' : reading.lines
    const same = { unit, lines, end: reading.end } as const
    const score = known.get(readingName(same)) ?? scoreOf(text, sample, same)
    known.set(readingName(same), score)
    scores.set(readingName(reading), score)
  }
  return scores
}

function scoreOf(text: string, sample: readonly FiledSelection[], reading: PositionReading): number {
  const map = positionMap(text, reading)
  let score = 0
  for (const { start, end, name } of sample) {
    const place = placeIn(map, reading.end, start, end)
    score += place === null ? -1 : named(text, place.start, place.end, name) + bordered(text, place.start, place.end)
  }
  return score
}

const plain = (words: string) => words.normalize('NFC').replace(/\s+/gu, ' ').trim()

function named(text: string, start: number, end: number, name: string): number {
  const cut = /(?:…|\.\.\.)$/u.test(name)
  const wanted = plain(name.replace(/(?:…|\.\.\.)$/u, ''))
  if (wanted.length < 2) return 0
  const found = plain(text.slice(start, cut ? Math.min(end, start + name.length * 2 + 40) : end))
  if (found === wanted) return 1
  return cut && found.startsWith(wanted) ? 1 : 0
}

const inWord = (sign: string) => /[\p{L}\p{N}\p{M}]/u.test(sign)
const half = (text: string, at: number) =>
  text.charCodeAt(at) >> 10 === 0x37 && at > 0 && text.charCodeAt(at - 1) >> 10 === 0x36

function bordered(text: string, start: number, end: number): number {
  if (half(text, start) || half(text, end)) return -1
  const opens = start === 0 || !(inWord(text.charAt(start - 1)) && inWord(text.charAt(start)))
  const closes = end === text.length || !(inWord(text.charAt(end - 1)) && inWord(text.charAt(end)))
  const lineStart = start === 0 || text.charAt(start - 1) === '\n'
  const lineEnd = end === text.length || /[\r\n]/u.test(text.charAt(end)) || text.charAt(end - 1) === '\n'
  const blankStart = /\s/u.test(text.charAt(start))
  const blankEnd = /[^\S\r\n]/u.test(text.charAt(end - 1))
  return (
    (opens ? 0.35 : 0) +
    (closes ? 0.35 : 0) +
    (lineStart ? 0.15 : 0) +
    (lineEnd ? 0.15 : 0) -
    (blankStart ? 0.2 : 0) -
    (blankEnd ? 0.2 : 0)
  )
}

/**
 * The reading that fits best. What is known of the program that wrote the file decides between readings that fit equally: NVivo and QualCoder
 * count in UTF-16, ATLAS.ti a CR LF as one, all others as the standard says (code points) with the end behind the last character. Files of our own
 * say how they count.
 */
export function bestReading(origin: string, scores: ReadonlyMap<string, number>, selections: number): PositionReading {
  const told = usual(origin)
  if (isOurs(origin)) return told
  const weighed = positionReadings.map((reading, order) => {
    const likely = (reading.unit === told.unit ? 2 : 0) + (reading.lines === told.lines ? 1 : 0)
    const prior = (reading.end === 'exclusive' ? 4 : 0) + likely
    // Enough to decide what is equal, never enough against one selection in twenty.
    const bonus = (prior / 7) * 0.05 * Math.max(1, Math.min(selections, SAMPLE))
    return { reading, order, total: (scores.get(readingName(reading)) ?? 0) + bonus }
  })
  weighed.sort((a, b) => b.total - a.total || a.order - b.order)
  return weighed[0]?.reading ?? told
}

// What we wrote ourselves needs no guessing, and is read as it was written even where a passage is half a letter.
/** Whether a file says to be one of ours. */
export const isOurs = (origin: string): boolean => /^Interlinear/u.test(origin)

/** The reading that a program is known to write by. */
export function usual(origin: string): PositionReading {
  if (/nvivo|qualcoder/iu.test(origin)) return { unit: 'utf16', lines: 'stored', end: 'exclusive' }
  if (/atlas/iu.test(origin)) return { unit: 'codepoint', lines: 'crlfOne', end: 'exclusive' }
  return { unit: 'codepoint', lines: 'stored', end: 'exclusive' }
}
