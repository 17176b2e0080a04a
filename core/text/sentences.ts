/** A range [start, end) of UTF-16 offsets. */
export type Range = { readonly start: number; readonly end: number }

// Words that a full stop follows without ending a sentence, lower case.
const SHORT = new Set(
  (
    'т е д п к н г гг в вв р руб коп тыс млн млрд трлн см ср напр др пр проч стр с л ул д кв корп обл р-н им проф акад доц канд докт ' +
    'гр рис табл гл ч чел экз ред изд мин сек час кг км м га св зам зав нач чл гос мест ' +
    'mr mrs ms dr prof st vs etc e.g i.e eg ie cf fig no vol pp p ca approx dept inc ltd jr sr'
  ).split(' '),
)

const STOP = /[.!?…。！？]+[)\]"'»”’]*(?=\s+["'«“„([–—-]*\s*[^\p{Ll}\s])|\n+/gu

/**
 * The sentences of [start, end) of a text in order, without the white space between them. A line end always ends one; a full stop does not
 * after an abbreviation, an initial, or before a lower-case letter ("т. е.", "10 руб.", "А. С. Пушкин"), nor do three dots before one.
 */
export function sentences(text: string, start = 0, end = text.length): Range[] {
  const part = text.slice(start, end)
  const found: Range[] = []
  let from = 0
  const push = (to: number): void => {
    const words = part.slice(from, to)
    const lead = words.length - words.trimStart().length
    const length = words.trim().length
    if (length) found.push({ start: start + from + lead, end: start + from + lead + length })
    from = to
  }
  for (const match of part.matchAll(STOP)) {
    if (!match[0].startsWith('\n') && isAbbreviation(part, from, match)) continue
    push(match.index + match[0].length)
  }
  push(part.length)
  return found
}

/** The sentence at an offset: the one that holds it, or the last one that begins before it; null where there is none. */
export function sentenceAt(all: readonly Range[], offset: number): Range | null {
  let found: Range | null = all[0] ?? null
  for (const sentence of all) if (sentence.start <= offset) found = sentence
  return found
}

// What counts something, and may be the last word of a sentence when a number stands before it and a capital behind.
const UNITS = new Set('г гг вв в руб коп р тыс млн млрд трлн см км кг м га экз чел мин сек час ч'.split(' '))
const COUNTED = /\d[\s\u00A0]*(?:(?:тыс|млн|млрд|трлн)\.?[\s\u00A0]+)?$/u
const AND_SO_ON = /(?:^|[\s\u00A0,])(?:и\s+(?:т\.\s*[дп]|др|пр)|etc)$/iu

function isAbbreviation(part: string, from: number, match: RegExpExecArray): boolean {
  if (match[0] !== '.') return false
  const said = part.slice(Math.max(from, match.index - 24), match.index)
  const before = /[\p{L}\p{M}.-]+$/u.exec(said)?.[0].toLowerCase()
  if (!before) return false
  // "т.е", "А.С": what counts is the part behind the last full stop.
  const last = before.slice(before.lastIndexOf('.') + 1)
  const behind = part.slice(match.index + 1, match.index + 12)
  if (/^\s+["'«“„(]*\p{Lu}/u.test(behind)) {
    if (AND_SO_ON.test(said)) return false
    if (UNITS.has(last) && COUNTED.test(said.slice(0, said.length - last.length))) return false
  }
  const initial = said.slice(-last.length)
  if (last.length === 1 && /\p{Lu}/u.test(initial) && (before.length > 1 || (initial !== 'I' && initial !== 'Я')))
    return true
  return SHORT.has(before) || SHORT.has(last)
}
