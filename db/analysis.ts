import { and, eq, inArray } from 'drizzle-orm'
import { byInterview, type InterviewCount } from '@/core/analysis/by-interview'
import { type Choice, type Chosen, chosen } from '@/core/analysis/choice'
import { type CoOccurrence, coOccurrence, type Meeting, meetings, type TurnRanges } from '@/core/analysis/co-occurrence'
import type { PlacesPage } from '@/core/analysis/places-page'
import { type Rule, type Saturation, saturation } from '@/core/analysis/saturation'
import { type SaturationOrder, saturationOrder } from '@/core/analysis/saturation-order'
import { sequence } from '@/core/analysis/sequence'
import { standings, timeline } from '@/core/analysis/timeline'
import type { Variable } from '@/core/variable'
import type { Access } from './access'
import { material } from './material'
import { interviews, transcripts } from './schema'
import { turnRanges } from './turn-ranges'

/** Codes by codes, over the codings that this person may see. */
export function meet(access: Access, choice: Choice, meeting: Meeting): CoOccurrence {
  const of = chosen(material(access, choice.version), choice)
  return coOccurrence(of, meeting, turnsOf(access, of, choice, meeting))
}

/** The places at which two codes (ids) meet, from `from` on; none for a code that has no row. */
export function meetingPlaces(
  access: Access,
  choice: Choice,
  meeting: Meeting,
  [a, b]: readonly [string, string],
  from: number,
  limit: number,
): PlacesPage {
  const of = chosen(material(access, choice.version), choice)
  const row = (id: string) => of.rows.findIndex((one) => one.code.id === id)
  const found =
    row(a) < 0 || row(b) < 0 ? [] : meetings(of, meeting, turnsOf(access, of, choice, meeting), row(a), row(b))
  const ranges = found.map(({ interview, a: one, b: other }) => ({ interview, ranges: together(one, other) }))
  return quoted(access, of, ranges, from, limit)
}

type Range = { readonly start: number; readonly end: number }

/** Two passages as they are read: as one, with what stands between them, where that is little. */
function together(one: Range, other: Range): readonly Range[] {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  if (second.start - first.end > BETWEEN) return [first, second]
  return [{ start: first.start, end: Math.max(first.end, second.end) }]
}

const BETWEEN = 200
const LONG = 420

/** The text of passages [from, from + limit). */
export function quoted(
  access: Access,
  of: Chosen,
  found: readonly { readonly interview: number; readonly ranges: readonly Range[] }[],
  from: number,
  limit: number,
): PlacesPage {
  const start = Math.min(Math.max(0, from), Math.max(0, Math.ceil(found.length / limit) - 1) * limit)
  const shown = found.slice(start, start + limit)
  const ids = [...new Set(shown.map(({ interview }) => of.material.interviews[interview]?.id ?? ''))]
  const texts = new Map(
    access.db
      .select({ id: interviews.id, text: transcripts.text })
      .from(transcripts)
      .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
      .where(
        and(eq(interviews.projectId, access.projectId), eq(transcripts.current, true), inArray(interviews.id, ids)),
      )
      .all()
      .map(({ id, text }) => [id, text]),
  )
  const lines = shown.map(({ interview, ranges }) => {
    const { id = '', name = '' } = of.material.interviews[interview] ?? {}
    const text = texts.get(id) ?? ''
    const quotes = ranges.map((range) => shortened(text.slice(range.start, range.end)))
    return { interviewId: id, interview: name, start: ranges[0]?.start ?? 0, quotes }
  })
  return { total: found.length, from: start, lines }
}

function shortened(quote: string): string {
  const plain = quote.replace(/\s+/gu, ' ').trim()
  if (plain.length <= LONG) return plain
  return `${plain.slice(0, LONG / 2).replace(/\s\S*$/u, '')} […] ${plain.slice(-LONG / 2).replace(/^\S*\s/u, '')}`
}

function turnsOf(access: Access, of: Chosen, choice: Choice, { unit }: Meeting): TurnRanges {
  if (unit !== 'turn') return () => []
  const ranges = turnRanges(access, choice.interviewers)
  return (interview) => ranges(of.material.interviews[interview]?.id ?? '')
}

/** Codes by interviews, with the names and ids of these. */
export function inInterviews(access: Access, choice: Choice, count: InterviewCount) {
  const of = chosen(material(access, choice.version), choice)
  const { interviews: order, cells } = byInterview(of, count, choice.interviewers)
  const named = order.flatMap((i) => of.material.interviews[i] ?? []).map(({ id, name }) => ({ id, name }))
  return { rows: of.rows, interviews: named, cells }
}

/** Which code follows which within so many words. */
export function followed(access: Access, choice: Choice, words: number) {
  const of = chosen(material(access, choice.version), choice)
  return { rows: of.rows, ...sequence(of, words) }
}

/** One group of interviews in order (their names), and how its codes come to an end. */
export type SaturationGroup = {
  readonly value: string | null
  readonly interviews: readonly string[]
  readonly of: Saturation
}

/** New codes by interview; without codes in the choice all codes of the project are looked for, each by itself. `codes` is how many. */
export function saturated(
  access: Access,
  choice: Choice,
  order: SaturationOrder,
  by: Variable | null,
  rule: Rule,
): { readonly codes: number; readonly groups: readonly SaturationGroup[] } {
  const all = material(access, choice.version)
  const codes = choice.codes.length > 0 ? choice.codes : all.codes.map((row) => row.code.id)
  const of = chosen(all, { ...choice, codes })
  const groups = saturationOrder(of, order, by).map((group) => ({
    value: group.value,
    interviews: group.interviews.map((i) => all.interviews[i]?.name ?? ''),
    of: saturation(group.codes, rule),
  }))
  return { codes: codes.length, groups }
}

/** Where codes stand in each interview, and on the whole; `only` one interview (id), where it is among the chosen. */
export function laidOut(access: Access, choice: Choice, only: string | null) {
  const of = chosen(material(access, choice.version), choice)
  const all = of.interviews.flatMap((i) => of.material.interviews[i] ?? []).map(({ id, name }) => ({ id, name }))
  const strips = timeline(of).filter(({ interview }) => only === null || of.material.interviews[interview]?.id === only)
  const named = strips.map((strip) => ({ ...strip, name: of.material.interviews[strip.interview]?.name ?? '' }))
  return { rows: of.rows, interviews: all, strips: named, standings: standings(strips, of.rows.length) }
}
