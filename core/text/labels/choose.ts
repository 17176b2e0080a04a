import { fold } from '../fold'
import { isInitialsOf } from './alias'
import type { Candidate, Family } from './candidate'
import { roleOf } from './role'
import type { FoundStyle, LabelStyle } from './style'
import { isCapitals, isNameLike, isNever } from './word'

/** A line with what its beginning could be as a label; `index` counts the lines that are not blank,
 * `head` is the beginning itself. */
export type Marked = { readonly index: number; readonly head: string; readonly candidates: readonly Candidate[] }

/** The labels that are believed, folded, by family; and the style of most of their lines. */
export type Choice = { readonly labels: ReadonlyMap<Family, ReadonlySet<string>>; readonly style: FoundStyle }

type Tally = { readonly label: string; readonly lines: number[]; alone: number; timed: number; readonly rest: string }
type Verdict = { readonly labels: ReadonlySet<string>; readonly lines: number }

const NOTHING: Choice = { labels: new Map(), style: 'paragraphs' }

/**
 * Decides which beginnings of lines are labels. Labels repeat, take turns, and are no ordinary words of the text; where such labels are
 * established a name that comes once is believed too. `lines` is the number of lines that are not blank.
 */
export function chooseLabels(text: string, marked: readonly Marked[], lines: number, style: LabelStyle): Choice {
  if (style === 'dash' || style === 'paragraphs' || style === 'table') return { labels: new Map(), style }
  if (typeof style === 'object') return NOTHING
  const judged = new Map<Family, Verdict>()
  const families: readonly Family[] =
    style === 'auto' ? ['bold', 'colon', 'name-time', 'full-stop', 'own-line'] : [style]
  for (const family of families) {
    const verdict = judge(text, tallied(marked, family), lines, family, style !== 'auto')
    if (verdict.lines > 0) judged.set(family, verdict)
  }
  const best = [...judged].reduce<[Family, number] | null>(
    (most, [family, { lines: count }]) =>
      most === null || count > most[1] * weight(family, most[0]) ? [family, count] : most,
    null,
  )
  if (best === null) return style === 'auto' ? NOTHING : { labels: new Map(), style }
  // A name with a colon, in bold or with a time is a clear sign and they mix; the two unclear ones stand alone.
  const kept = isClear(best[0])
    ? [...judged].filter(([family]) => isClear(family))
    : [...judged].filter(([family]) => family === best[0])
  return { labels: new Map(kept.map(([family, verdict]) => [family, verdict.labels])), style: best[0] }
}

function isClear(family: Family): boolean {
  return family !== 'full-stop' && family !== 'own-line'
}

function weight(challenger: Family, holder: Family): number {
  return isClear(holder) && !isClear(challenger) ? 2 : 1
}

function tallied(marked: readonly Marked[], family: Family): readonly Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { index, head, candidates } of marked) {
    const candidate = candidates.find((other) => other.family === family)
    if (candidate === undefined) continue
    const key = fold(candidate.label)
    const tally = tallies.get(key) ?? {
      label: candidate.label,
      lines: [],
      alone: 0,
      timed: 0,
      rest: head.slice(candidate.said),
    }
    tally.lines.push(index)
    if (candidate.alone) tally.alone++
    if (candidate.marked) tally.timed++
    tallies.set(key, tally)
  }
  return [...tallies.values()]
}

function judge(text: string, tallies: readonly Tally[], lines: number, family: Family, asked: boolean): Verdict {
  const grades = new Map(tallies.map((tally) => [tally, grade(text, tally, lines, family)]))
  const strong = tallies.filter((tally) => (grades.get(tally) ?? 0) >= 3)
  const start = Math.min(...strong.map((tally) => tally.lines[0] ?? 0))
  const fair = tallies.filter(
    (tally) => grades.get(tally) === 2 && !isAbove(tally, strong.length === 0 ? -1 : start, family),
  )
  const sure = [...strong, ...fair]
  const sum = sure.reduce((total, tally) => total + tally.lines.length, 0)
  const enough = asked ? sum > 0 : isClear(family) ? clearly(strong, sum, lines) : barely(sure, strong, sum, lines)
  if (!enough) return { labels: new Set(), lines: 0 }
  const first = Math.min(...sure.map((tally) => tally.lines[0] ?? 0))
  const single = tallies.filter(
    (tally) =>
      grades.get(tally) === 1 &&
      (isClear(family) ||
        tally.label.endsWith(')') ||
        (tally.lines[0] ?? 0) > first ||
        sure.some(({ label }) => isInitialsOf(label, tally.label))),
  )
  // Names that come once are believed only where labels are the rule.
  const once = family === 'full-stop' || sum * 20 < lines ? [] : single
  return { labels: new Set([...sure, ...once].map((tally) => fold(tally.label))), lines: sum }
}

/** The title that stands twice above the talk, and the fields of its head ("Интервьюер: Петров"), are nobody's turns. */
function isAbove(tally: Tally, start: number, family: Family): boolean {
  if ((tally.lines.at(-1) ?? 0) > start) return false
  return (
    family === 'own-line' ||
    (tally.lines.length === 1 && tally.rest.length < 60 && !/(?<!\p{Lu})[.?!…]\s*$/u.test(tally.rest))
  )
}

/** 3: repeats as labels do, or names a role; 2: comes twice or names a role once; 1: a name that comes once; 0: no label. */
function grade(text: string, tally: Tally, lines: number, family: Family): 0 | 1 | 2 | 3 {
  const { label } = tally
  const times = tally.lines.length
  if (isNever(label)) return 0
  const role =
    roleOf(label) !== null && (family !== 'own-line' || label.length > 1) && (family !== 'full-stop' || times > 1)
  if (role) return times >= 2 ? 3 : 2
  // A time right behind a name is as good as two more names.
  if (tally.timed === times && /^[\p{Lu}\p{Lo}]/u.test(label)) return times >= 2 ? 3 : 1
  if (isOrdinary(text, label) && times * 8 < lines) return 0
  // Headings and fields of a list have their words with small letters.
  const wordy = /\s\p{Ll}/u.test(label) && !isNameLike(label)
  if (family === 'own-line' && !isNameLike(label) && !isCapitals(label) && wordy && times < 4) return 0
  if (times >= 3) return 3
  if (times === 2) return isNameLike(label) || isCapitals(label) || (!wordy && /^[\p{Lu}\p{Lo}]/u.test(label)) ? 2 : 0
  if (family === 'bold') return isNameLike(label) ? 1 : 0
  if (label.includes(',')) return 0
  if (isNameLike(label)) return 1
  if (family !== 'colon') return 0
  return (isCapitals(label) && label.length > 1 && !/\d{3}/u.test(label)) || isMentioned(text, label) ? 1 : 0
}

/** A single word with a capital that the text also has within its sentences: a name that is talked about. */
function isMentioned(text: string, label: string): boolean {
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(label)) return false
  for (let at = text.indexOf(` ${label}`); at >= 0; at = text.indexOf(` ${label}`, at + 1)) {
    if (/[\p{Ll},]/u.test(text.charAt(at - 1)) && /[\s,.?!]/u.test(text.charAt(at + label.length + 1))) return true
  }
  return false
}

/** A word that the text also uses in small letters, within its sentences, is no name. Initials and numbered labels are not looked up. */
function isOrdinary(text: string, label: string): boolean {
  if (/[\s.\d]/u.test(label) || label.length < 3 || isCapitals(label)) return false
  const lower = label.toLowerCase()
  return text.includes(` ${lower} `) || text.includes(` ${lower},`)
}

function clearly(strong: readonly Tally[], sum: number, lines: number): boolean {
  const most = strong.reduce((total, tally) => total + tally.lines.length, 0)
  return most >= 5 || (sum >= 2 && sum * 4 >= lines)
}

/** Labels without a sign of their own must be two at least, take turns, and be followed by words. */
function barely(sure: readonly Tally[], strong: readonly Tally[], sum: number, lines: number): boolean {
  if (sure.length < 2 || strong.length === 0) return false
  if (sum < 5 && sum * 3 < lines) return false
  const places = sure
    .flatMap((tally, who) => tally.lines.map((line) => ({ line, who })))
    .sort((a, b) => a.line - b.line)
  let turned = 0
  let followed = 0
  places.forEach((place, index) => {
    const next = places[index + 1]
    if (next === undefined || next.who !== place.who) turned++
    if (next === undefined || next.line > place.line + (sure[place.who]?.alone ? 1 : 0)) followed++
  })
  return turned * 2 >= places.length && followed * 10 >= places.length * 8
}
