import { fold } from './fold'
import { speakerNames } from './labels/alias'
import { linesOf } from './labels/lines'
import { type Heard, rolesOf } from './labels/role'
import { type Start, startsOf } from './labels/starts'
import type { FoundStyle, LabelStyle } from './labels/style'
import { secondsOf } from './labels/time'
import type { Speaker, TranscriptText, Turn } from './turn'
import { wordOffsets, wordRange } from './words'

/** A text with its turns, speakers and the style in which they are marked. */
export type FoundTurns = TranscriptText & { readonly labels: FoundStyle }

/**
 * Finds speakers, time stamps and turns in a text. Turns are in order, do not overlap and cover all of the text but white space; what was said before
 * the first label, headings, and everything from `body` on (footnotes) is said by nobody. The time needed grows with the length of the text only.
 */
export function findTurns(text: string, labels: LabelStyle = 'auto', body: number = text.length): FoundTurns {
  const { starts, style } = startsOf(text, linesOf(text, body), labels)
  return turnsFrom(text, starts, style)
}

/** Turns of a text whose beginnings are known, in order; each goes on to the next. Labels of one speaker are joined as in `findTurns`. */
export function turnsFrom(text: string, starts: readonly Start[], labels: FoundStyle): FoundTurns {
  const names = namesOf(starts)
  const speakerOf = new Map([...new Set(names.values())].map((name, index) => [name, index]))
  const turns: Turn[] = []
  let stamp: number | null = null
  starts.forEach((start, index) => {
    const end = lastInk(text, start.start, starts[index + 1]?.start ?? text.length)
    const from = firstInk(text, start.start, end)
    if (from >= end) return
    const speaker = start.label === null ? null : (speakerOf.get(names.get(fold(start.label)) ?? '') ?? null)
    turns.push({
      start: from,
      end,
      said: firstInk(text, Math.min(Math.max(start.said, from), end), end),
      speaker,
      time: start.time ?? stamp,
    })
    stamp = closingStamp(text, end)
  })
  return { text, turns, speakers: speakersOf(text, turns, [...speakerOf.keys()]), labels }
}

/** f4 and MAXQDA put the time at the end of a turn, `#00:01:02-3#`: there the next one begins. */
function closingStamp(text: string, end: number): number | null {
  const clock = /#(\d{1,3}(?::\d{2}){1,2})(?:-\d)?#$/u.exec(text.slice(Math.max(0, end - 20), end))?.[1]
  return clock === undefined ? null : secondsOf(clock)
}

function firstInk(text: string, start: number, end: number): number {
  let at = start
  while (at < end && /\s/u.test(text.charAt(at))) at++
  return at
}

function lastInk(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/u.test(text.charAt(at - 1))) at--
  return at
}

function speakersOf(text: string, turns: readonly Turn[], names: readonly string[]): readonly Speaker[] {
  const words = wordOffsets(text)
  const heard = names.map((label): { -readonly [K in keyof Heard]: Heard[K] } => ({
    label,
    words: 0,
    turns: 0,
    asking: 0,
  }))
  for (const turn of turns) {
    const speaker = turn.speaker === null ? undefined : heard[turn.speaker]
    if (speaker === undefined) continue
    const { from, to } = wordRange(words, turn.said, turn.end)
    speaker.words += to - from
    speaker.turns++
    if (/[?？؟]/u.test(text.slice(Math.max(turn.said, turn.end - 60), turn.end))) speaker.asking++
  }
  const roles = rolesOf(heard)
  return names.map((name, index) => ({ name, role: roles[index] ?? 'other' }))
}

/** The name of the speaker for every label, folded. */
function namesOf(starts: readonly Start[]): ReadonlyMap<string, string> {
  const labels = new Map<string, { label: string; times: number }>()
  for (const { label } of starts) {
    if (label === null) continue
    const known = labels.get(fold(label))
    if (known === undefined) labels.set(fold(label), { label: label.replace(/\s+/gu, ' '), times: 1 })
    else known.times++
  }
  const seen = [...labels.values()]
  const names = speakerNames(
    seen.map(({ label }) => label),
    seen.map(({ times }) => times),
  )
  return new Map([...labels.keys()].map((key, index) => [key, names[index] ?? key]))
}
