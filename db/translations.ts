import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import type { Passage } from '@/core/notes/question'
import { type Translation, type TranslationState, translationStates } from '@/core/notes/translation'
import { type Access, inHouse, mustCode } from './access'
import { remarksVisibleTo } from './blind'
import { mine, record, takenBack } from './events'
import { asShown } from './masked-db'
import { Conflict, Forbidden, NotFound, Refusal } from './refusal'
import { interviews, transcripts, users } from './schema'
import { translations } from './schema-notes'
import { mustBeIn } from './texts'

/** A translation to be added. `id` is made by whoever adds it, so that a repeated request is the same one; `language` is BCP 47. */
export type NewTranslation = Passage & {
  readonly id: string
  readonly language: string
  readonly text: string
  readonly state: TranslationState
}

/** The translations of passages of an interview's current transcript, by place. */
export function inInterview(access: Access, interviewId: string): readonly Translation[] {
  return rows(access, and(eq(interviews.id, interviewId), eq(transcripts.current, true))).map(({ shown }) => shown)
}

/** The translations in some interviews' current transcripts, by interview. */
export function inInterviews(
  access: Access,
  interviewIds: readonly string[],
): ReadonlyMap<string, readonly Translation[]> {
  const all = new Map<string, Translation[]>()
  const ids = JSON.stringify(interviewIds)
  const asked = sql`${interviews.id} in (select value from json_each(${ids}))`
  for (const { interviewId, shown } of rows(access, and(asked, eq(transcripts.current, true)))) {
    const own = all.get(interviewId) ?? []
    own.push(shown)
    all.set(interviewId, own)
  }
  return all
}

/** How many translated passages each interview's current transcript has; interviews without any are left out. */
export function counts(access: Access): ReadonlyMap<string, number> {
  const all = access.db
    .select({ id: transcripts.interviewId, n: sql<number>`count(*)` })
    .from(translations)
    .innerJoin(transcripts, and(eq(transcripts.id, translations.transcriptId), eq(transcripts.current, true)))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(
      and(
        eq(interviews.projectId, access.projectId),
        eq(translations.projectId, access.projectId),
        remarksVisibleTo(access, translations.translatorId),
      ),
    )
    .groupBy(transcripts.interviewId)
    .all()
  return new Map(all.map((row) => [row.id, row.n]))
}

/**
 * Translates a passage. The same id again is the translation that is there. Throws Forbidden (viewer), NotFound (transcript), Refusal `outsideText`,
 * `empty` without words, Conflict `changedSince` when the transcript has a newer version, `duplicate` when this passage has one in the language.
 */
export function add(access: Access, translation: NewTranslation): Translation {
  mustCode(access)
  return access.db.transaction(() => {
    const [known] = rows(access, eq(translations.id, translation.id))
    if (known) return known.shown
    const { id, transcriptId, start, end, state } = asShown(access.db, translation)
    mustBeIn(access, { transcriptId, start, end })
    const written = { language: tag(translation.language), text: words(translation.text) }
    const row = {
      ...{ id, projectId: access.projectId, transcriptId, start, end, state, ...written, version: 1 },
      ...{ translatorId: access.userId, checkerId: state === 'checked' ? access.userId : null },
      ...{ createdAt: Date.now(), updatedAt: Date.now() },
    }
    mustBeAlone(access, row)
    access.db.insert(translations).values(row).run()
    record(access, 'translation.add', id, null, row)
    return get(access, id)
  })
}

/**
 * Writes version `seen` of a translation anew, or calls it draft or checked; anybody who codes may. New words by which nothing is said of the state
 * make a draft of it. Throws Forbidden (viewer), NotFound `gone`, Refusal `empty`, Conflict `changedSince` when there is a newer version, `duplicate`.
 */
export function change(
  access: Access,
  id: string,
  to: {
    readonly seen: number
    readonly language?: string | undefined
    readonly text?: string | undefined
    readonly state?: TranslationState | undefined
  },
): Translation {
  mustCode(access)
  return access.db.transaction(() => {
    const { row: before } = one(access, id)
    if (before.version !== to.seen) throw new Conflict('changedSince')
    const text = to.text === undefined ? before.text : words(to.text)
    const state = to.state ?? (text === before.text ? before.state : 'draft')
    const checker = before.state === 'checked' && text === before.text ? before.checkerId : access.userId
    const after = {
      ...before,
      text,
      state,
      language: to.language === undefined ? before.language : tag(to.language),
      checkerId: state === 'checked' ? checker : null,
      version: before.version + 1,
      updatedAt: Date.now(),
    }
    mustBeAlone(access, after)
    access.db.update(translations).set(after).where(eq(translations.id, id)).run()
    record(access, 'translation.change', id, before, after)
    return get(access, id)
  })
}

/** Removes a translation: one's own, or anybody's for who leads. Throws Forbidden, NotFound `gone`. */
export function remove(access: Access, id: string): void {
  mustCode(access)
  access.db.transaction(() => {
    const { shown } = one(access, id)
    if (!shown.removable) throw new Forbidden()
    const { row } = one(inHouse(access), id)
    access.db.delete(translations).where(eq(translations.id, id)).run()
    record(access, 'translation.remove', id, row, null)
  })
}

/**
 * Brings back a translation that this person removed; one that is there is answered as it is. Throws Forbidden, NotFound `gone`, Conflict `duplicate`
 * when the passage has been translated anew.
 */
export function restore(access: Access, id: string): Translation {
  mustCode(access)
  return access.db.transaction(() => {
    const [known] = rows(access, eq(translations.id, id))
    if (known) return known.shown
    const house = inHouse(access)
    const event = mine(house, 'translation.remove', id)
    if (!event) throw new NotFound('gone')
    const was = { ...stored.parse(event.before), projectId: access.projectId }
    mustBeAlone(house, was)
    house.db.insert(translations).values(was).run()
    takenBack(access, event.seq, record(access, 'translation.restore', id, null, was))
    return get(access, id)
  })
}

type Row = typeof translations.$inferSelect

const stored = z.object({
  id: z.string(),
  transcriptId: z.string(),
  start: z.number(),
  end: z.number(),
  language: z.string(),
  text: z.string(),
  state: z.enum(translationStates),
  translatorId: z.string(),
  checkerId: z.string().nullable(),
  version: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
})

const translators = alias(users, 'translators')
const checkers = alias(users, 'checkers')

function rows(access: Access, asked?: SQL) {
  return access.db
    .select({
      row: translations,
      interviewId: transcripts.interviewId,
      translator: { id: translators.id, name: translators.name },
      checker: { id: checkers.id, name: checkers.name },
    })
    .from(translations)
    .innerJoin(transcripts, eq(transcripts.id, translations.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .innerJoin(translators, eq(translators.id, translations.translatorId))
    .leftJoin(checkers, eq(checkers.id, translations.checkerId))
    .where(
      and(
        eq(translations.projectId, access.projectId),
        eq(interviews.projectId, access.projectId),
        remarksVisibleTo(access, translations.translatorId),
        asked,
      ),
    )
    .orderBy(asc(translations.start), asc(translations.end), asc(translations.language))
    .all()
    .map(({ row, interviewId, translator, checker }) => ({
      row,
      interviewId,
      shown: { ...shownOf(row), translator, checker, removable: removable(access, row.translatorId) },
    }))
}

function shownOf({ id, transcriptId, start, end, language, text, state, version }: Row) {
  return { id, transcriptId, start, end, language, text, state, version }
}

function removable(access: Access, translatorId: string): boolean {
  const leads = access.role === 'owner' || access.role === 'supervisor'
  return leads || (access.role === 'coder' && translatorId === access.userId)
}

function one(access: Access, id: string) {
  const [found] = rows(access, eq(translations.id, id))
  if (!found) throw new NotFound('gone')
  return found
}

/** One translation. Throws NotFound `gone`. */
export function get(access: Access, id: string): Translation {
  return one(access, id).shown
}

function words(text: string): string {
  const said = text.trim()
  if (said === '') throw new Refusal('empty')
  return said
}

function tag(language: string): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(language.trim())
    if (canonical) return canonical
  } catch {
    // What is no tag is refused below.
  }
  throw new Refusal('invalid')
}

function mustBeAlone(
  access: Access,
  { id, transcriptId, start, end, language }: Pick<Row, 'id' | 'transcriptId' | 'start' | 'end' | 'language'>,
): void {
  const there = access.db
    .select({ id: translations.id })
    .from(translations)
    .where(
      and(
        eq(translations.transcriptId, transcriptId),
        eq(translations.start, start),
        eq(translations.end, end),
        eq(translations.language, language),
      ),
    )
    .get()
  if (there && there.id !== id) throw new Conflict('duplicate')
}
