import { and, asc, eq } from 'drizzle-orm'
import type { NameKind } from '@/core/masking/mark'
import { nameFinder } from '@/core/masking/names'
import { type Ground, phraseKey, type Suggestion, suggestions } from '@/core/masking/suggestions'
import { type Access, mustLead } from './access'
import { houseOf } from './masked-db'
import { marksOf, refresh } from './masked-texts'
import * as masking from './masking'
import type { Db } from './open'
import { interviews, speakers, transcripts } from './schema'
import { allowedNames, nameMarks } from './schema-masking'

/** A place where something was suggested as a name, with a little of what is around it. */
export type Example = {
  readonly interviewId: string
  readonly interview: string
  readonly transcriptId: string
  readonly start: number
  readonly end: number
  readonly before: string
  readonly hit: string
  readonly after: string
}

/** Everything that has the same key, to be decided at once. `words` is its shortest form; of the places a few are shown. */
export type Undecided = {
  readonly key: string
  readonly words: string
  readonly kind: NameKind
  readonly ground: Ground | 'speaker'
  readonly count: number
  readonly interviews: number
  readonly examples: readonly Example[]
}

type Place = Omit<Suggestion, 'ground'> & {
  readonly ground: Ground | 'speaker'
  readonly interviewId: string
  readonly interview: string
  readonly transcriptId: string
  readonly around: readonly [string, string]
}

// Labels that say a role and no name.
const ROLE =
  /^(?:интервьюер|респондент|эксперт|участни|модератор|информант|вопрос|ответ|interviewer|respondent|expert|participant|moderator|informant|speaker|question|answer)/iu
const AROUND = 70
const SHOWN = 4

/** What is suggested and undecided in the project's current transcripts, what occurs most often first. Throws Forbidden unless the person leads. */
export function queue(access: Access): readonly Undecided[] {
  mustLead(access)
  const groups = new Map<string, Place[]>()
  for (const place of undecided(access.db, access.projectId))
    groups.set(place.key, [...(groups.get(place.key) ?? []), place])
  return [...groups]
    .map(([key, all]): Undecided => {
      // What looks most like a nominative: the shortest, and of these one that does not end as other cases do.
      const oddness = ({ words }: Place) => 2 * words.length + (/[уюыие]$/iu.test(words) ? 1 : 0)
      const plainest = all.reduce<Place | undefined>(
        (best, one) => (best && oddness(best) <= oddness(one) ? best : one),
        undefined,
      )
      const words = plainest?.words ?? ''
      const strong = all.find(({ ground }) => ground !== 'capital') ?? plainest
      return {
        ...{ key, words, kind: strong?.kind ?? 'person', ground: strong?.ground ?? 'capital', count: all.length },
        interviews: new Set(all.map(({ interviewId }) => interviewId)).size,
        examples: all.slice(0, SHOWN).map(({ around: [before, after], words: hit, ...one }) => ({
          ...{ interviewId: one.interviewId, interview: one.interview, transcriptId: one.transcriptId },
          ...{ start: one.start, end: one.end, before, hit, after },
        })),
      }
    })
    .sort((a, b) => b.count - a.count || a.words.localeCompare(b.words))
}

/**
 * Accepts a suggestion: the name joins the list, and places of it that no form of its spelling explains are marked by hand. Throws as `masking.addName`.
 */
export function accept(access: Access, key: string, id: string, name: masking.NewName): void {
  mustLead(access)
  access.db.transaction(() => {
    const places = undecided(access.db, access.projectId).filter((one) => one.key === key)
    masking.addName(access, id, name)
    const find = nameFinder([{ ...name, id }])
    for (const { transcriptId, start, end, words } of places) {
      if (find(words).length > 0) continue
      const there = access.db
        .select({ id: nameMarks.id })
        .from(nameMarks)
        .where(and(eq(nameMarks.transcriptId, transcriptId), eq(nameMarks.start, start)))
        .get()
      if (!there) masking.mark(access, { id: crypto.randomUUID(), transcriptId, start, end, nameId: id })
    }
  })
}

type Kept = { readonly stamp: string; readonly places: readonly Place[] }
const kept = new WeakMap<object, Map<string, Kept>>()

/** All places of a project's current transcripts with a suggestion that nobody has decided, by interview and place. `db` may be any handle of the house. */
export function undecided(db: Db, projectId: string): readonly Place[] {
  const house = houseOf(db)
  refresh(house, projectId)
  const known = kept.get(house.$client) ?? new Map<string, Kept>()
  kept.set(house.$client, known)
  const rows = house
    .select({ id: transcripts.id, interviewId: interviews.id, interview: interviews.name })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, projectId), eq(transcripts.current, true)))
    .orderBy(asc(interviews.nameKey))
    .all()
  const list = house
    .select({ words: allowedNames.words })
    .from(allowedNames)
    .where(eq(allowedNames.projectId, projectId))
    .all()
  const allowed = new Set(list.map(({ words }) => phraseKey(words)))
  const masked = new Map(
    marksOf(house, projectId)
      .filter((one) => one.current)
      .map((one) => [one.transcriptId, one]),
  )
  const hand = new Map<string, string[]>()
  for (const { id, transcriptId } of house
    .select({ id: nameMarks.id, transcriptId: nameMarks.transcriptId })
    .from(nameMarks)
    .all())
    hand.set(transcriptId, [...(hand.get(transcriptId) ?? []), id])
  return rows.flatMap((row) => {
    const own = masked.get(row.id)
    // What is suggested hangs on the text and its marks; what may be named is asked at the end.
    const stamp = `${own?.id} ${hand.get(row.id)?.join()} ${row.interview}`
    const ready = known.get(row.id)
    const places = ready?.stamp === stamp ? ready.places : placesIn(house, row, own?.marks ?? [])
    if (places !== ready?.places) known.set(row.id, { stamp, places })
    return places.filter(({ key }) => !allowed.has(key))
  })
}

type Row = { readonly id: string; readonly interviewId: string; readonly interview: string }

function placesIn(house: Db, row: Row, marks: readonly { start: number; end: number }[]): readonly Place[] {
  const found = house
    .select({ text: transcripts.text, turns: transcripts.turns })
    .from(transcripts)
    .where(eq(transcripts.id, row.id))
    .get()
  const text = found?.text ?? ''
  const turns = found?.turns ?? []
  const none = house.select().from(nameMarks).where(eq(nameMarks.transcriptId, row.id)).all()
  const covered = [...marks, ...none]
  const said = suggestions(text, turns, covered, new Set())
  const labels = house.select().from(speakers).where(eq(speakers.interviewId, row.interviewId)).all()
  const names = new Map(labels.map((one) => [one.id, one.name]))
  const seen = new Set<string>()
  const spoken = turns.flatMap(
    (turn): (Omit<Place, keyof Row | 'transcriptId' | 'around'> & Pick<Place, 'ground'>)[] => {
      const label = text.slice(turn.start, turn.said)
      const name = /\p{Lu}[\p{L}\p{M}]{2,}(?:[\s-]\p{Lu}[\p{L}\p{M}.]*)*/u.exec(label)
      if (!name || names.get(turn.speaker ?? '') === undefined || seen.has(name[0]) || ROLE.test(name[0])) return []
      const start = turn.start + name.index
      const end = start + name[0].length
      const key = phraseKey(name[0])
      if (covered.some((one) => one.start < end && one.end > start)) return []
      seen.add(name[0])
      return [{ start, end, words: name[0], key, kind: 'person', ground: 'speaker' }]
    },
  )
  return [...said, ...spoken]
    .toSorted((a, b) => a.start - b.start)
    .map(
      (one): Place => ({
        ...one,
        ...{ interviewId: row.interviewId, interview: row.interview, transcriptId: row.id },
        around: [text.slice(Math.max(0, one.start - AROUND), one.start), text.slice(one.end, one.end + AROUND)],
      }),
    )
}
