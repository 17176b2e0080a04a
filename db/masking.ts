import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { consentLevels } from '@/core/masking/consent'
import { nameKinds } from '@/core/masking/mark'
import { fold, tidy } from '@/core/text/fold'
import { type Access, mustLead } from './access'
import { record } from './events'
import { changed, refresh } from './masked-texts'
import { Conflict, NotFound, Refusal } from './refusal'
import { interviews, transcripts, variables } from './schema'
import { allowedNames, consentMarks, maskedNames, masking, nameMarks } from './schema-masking'

/** What a name of the list is given as: spellings in the nominative, at least one. */
export const storedName = z.object({
  kind: z.enum(nameKinds),
  spellings: z.array(z.string()),
  pseudonym: z.string(),
})
/** A name as it is given. */
export type NewName = z.infer<typeof storedName>

/** A mark by hand; without a name it says that there is none. */
export const storedMark = z.object({
  id: z.string(),
  transcriptId: z.string(),
  start: z.number(),
  end: z.number(),
  nameId: z.string().nullable(),
})
/** A passage and what was agreed about it. */
export const storedPassage = storedMark.omit({ nameId: true }).extend({ level: z.enum(consentLevels) })
/** By which variable consent is told, and what its values mean. */
export const storedConsent = z.object({
  variableId: z.string().nullable(),
  levels: z.record(z.string(), z.enum(consentLevels)),
})
/** See `storedConsent`. */
export type ConsentSettings = z.infer<typeof storedConsent>

/** A name of the list. */
export type Name = NewName & { readonly id: string }

/** Whether names of the project are masked, and how consent is told. Everybody in the project may know. */
export function settings(access: Access): { readonly on: boolean; readonly consent: ConsentSettings } {
  const row = access.db.select().from(masking).where(eq(masking.projectId, access.projectId)).get()
  return {
    on: row?.on ?? !access.seesRaw,
    consent: { variableId: row?.consentVariableId ?? null, levels: row?.consentLevels ?? {} },
  }
}

/** Masks the project for those who may not see names, or no longer. Throws Forbidden unless the person leads. */
export function setOn(access: Access, on: boolean): void {
  written(access, (before) => {
    if (before.on === on) return
    access.db.update(masking).set({ on }).where(eq(masking.projectId, access.projectId)).run()
    record(access, 'masking.switch', access.projectId, { on: before.on }, { on })
    // The first to come in shall not wait for all texts.
    if (on) refresh(access.db, access.projectId)
  })
}

/** Says which category tells consent, and what its values mean. Throws Forbidden, NotFound for a variable that is none or no category. */
export function setConsent(access: Access, to: ConsentSettings): void {
  written(access, (before) => {
    const variable = access.db
      .select({ kind: variables.kind })
      .from(variables)
      .where(and(eq(variables.projectId, access.projectId), eq(variables.id, to.variableId ?? '')))
      .get()
    if (to.variableId !== null && variable?.kind !== 'category') throw new NotFound('gone')
    access.db
      .update(masking)
      .set({ consentVariableId: to.variableId, consentLevels: to.levels })
      .where(eq(masking.projectId, access.projectId))
      .run()
    record(access, 'masking.consent', access.projectId, before.consent, to)
  })
}

/** The list of names in the order of their making. Throws Forbidden unless the person leads. */
export function names(access: Access): readonly Name[] {
  mustLead(access)
  return access.db
    .select({
      id: maskedNames.id,
      kind: maskedNames.kind,
      spellings: maskedNames.spellings,
      pseudonym: maskedNames.pseudonym,
    })
    .from(maskedNames)
    .where(eq(maskedNames.projectId, access.projectId))
    .orderBy(asc(maskedNames.createdAt), asc(maskedNames.id))
    .all()
    .map((row) => ({ ...row, spellings: [...row.spellings] }))
}

/** Adds a name; the same id again is the name that is there. Throws Forbidden, Refusal `empty`, Conflict `nameTaken` for a spelling that the list has. */
export function addName(access: Access, id: string, name: NewName): void {
  written(access, () => {
    if (names(access).some((one) => one.id === id)) return
    const row = checked(access, id, name)
    insertName(access, id, row)
    record(access, 'name.add', id, null, row)
  })
}

/** Changes a name of the list. Throws as `addName`, NotFound `gone`. */
export function changeName(access: Access, id: string, name: NewName): void {
  written(access, () => {
    const before = oneName(access, id)
    const row = checked(access, id, name)
    access.db.update(maskedNames).set(row).where(eq(maskedNames.id, id)).run()
    record(access, 'name.change', id, before, row)
  })
}

/** Takes a name off the list, with its marks by hand. Throws Forbidden, NotFound `gone`. */
export function removeName(access: Access, id: string): void {
  written(access, () => {
    const before = oneName(access, id)
    const marks = access.db.select().from(nameMarks).where(eq(nameMarks.nameId, id)).all()
    access.db.delete(maskedNames).where(eq(maskedNames.id, id)).run()
    record(access, 'name.remove', id, { ...before, marks }, null)
  })
}

/** Puts a removed name back, marks and all, as its event remembers it. */
export function restoreName(access: Access, remembered: unknown): void {
  const was = storedName.extend({ id: z.string(), marks: z.array(storedMark) }).parse(remembered)
  written(access, () => {
    const { id, marks, ...name } = was
    insertName(access, id, checked(access, id, name))
    for (const one of marks) if (hasText(access, one.transcriptId)) insertMark(access, one)
    record(access, 'name.restore', id, null, name)
  })
}

/** The words that may be named, as they were suggested. Throws Forbidden unless the person leads. */
export function allowed(access: Access): readonly { readonly id: string; readonly words: string }[] {
  mustLead(access)
  return access.db
    .select({ id: allowedNames.id, words: allowedNames.words })
    .from(allowedNames)
    .where(eq(allowedNames.projectId, access.projectId))
    .orderBy(asc(allowedNames.words))
    .all()
}

/** Declines a suggestion: these words, in all their forms, are suggested no more. Returns the id under which this can be taken back. */
export function allow(access: Access, wanted: string): string {
  mustLead(access)
  return access.db.transaction(() => {
    const words = tidy(wanted)
    if (words === '') throw new Refusal('empty')
    const known = allowed(access).find((one) => one.words === words)
    if (known) return known.id
    const id = crypto.randomUUID()
    access.db
      .insert(allowedNames)
      .values({ id, projectId: access.projectId, words, createdBy: access.userId, createdAt: Date.now() })
      .run()
    record(access, 'name.allow', id, null, { words })
    return id
  })
}

/** Takes words off the list of what may be named. Throws Forbidden, NotFound `gone`. */
export function disallow(access: Access, id: string): void {
  mustLead(access)
  access.db.transaction(() => {
    const before = allowed(access).find((one) => one.id === id)
    if (!before) throw new NotFound('gone')
    access.db.delete(allowedNames).where(eq(allowedNames.id, id)).run()
    record(access, 'name.disallow', id, before, null)
  })
}

/** Marks a passage by hand as a name of the list, or (no name) as none. Throws Forbidden, NotFound, Refusal `outsideText`. */
export function mark(access: Access, given: z.infer<typeof storedMark>): void {
  written(access, () => {
    const { id, transcriptId, start, end, nameId } = storedMark.parse(given)
    mustFit(access, transcriptId, start, end)
    if (nameId !== null) oneName(access, nameId)
    insertMark(access, { id, transcriptId, start, end, nameId })
    record(access, 'mark.add', id, null, { id, transcriptId, start, end, nameId })
  })
}

/** Marks several passages as one does. Throws as `mark`, and then none is marked. */
export function markAll(
  access: Access,
  nameId: string | null,
  places: readonly Omit<z.infer<typeof storedMark>, 'nameId'>[],
): void {
  written(access, () => {
    for (const one of places) mark(access, { ...one, nameId })
  })
}

/** Takes a mark by hand away. Throws Forbidden, NotFound `gone`. */
export function unmark(access: Access, id: string): void {
  written(access, () => {
    const before = access.db.select().from(nameMarks).where(eq(nameMarks.id, id)).get()
    if (!before || !hasText(access, before.transcriptId)) throw new NotFound('gone')
    access.db.delete(nameMarks).where(eq(nameMarks.id, id)).run()
    record(access, 'mark.remove', id, before, null)
  })
}

/** The marks by hand of a transcript, by place. Throws Forbidden unless the person leads. */
export function marks(access: Access, transcriptId: string) {
  mustLead(access)
  if (!hasText(access, transcriptId)) throw new NotFound()
  return access.db
    .select({ id: nameMarks.id, start: nameMarks.start, end: nameMarks.end, nameId: nameMarks.nameId })
    .from(nameMarks)
    .where(eq(nameMarks.transcriptId, transcriptId))
    .orderBy(asc(nameMarks.start))
    .all()
}

/** Says what the words of a passage may be used for. Throws Forbidden, NotFound, Refusal `outsideText`. */
export function setPassage(access: Access, given: z.infer<typeof storedPassage>): void {
  written(access, () => {
    const { id, transcriptId, start, end, level } = storedPassage.parse(given)
    mustFit(access, transcriptId, start, end)
    const row = { id, transcriptId, start, end, level }
    access.db
      .insert(consentMarks)
      .values({ ...row, createdBy: access.userId, createdAt: Date.now() })
      .run()
    record(access, 'consent.set', id, null, row)
  })
}

/** Takes back what was said of a passage. Throws Forbidden, NotFound `gone`. */
export function unsetConsent(access: Access, id: string): void {
  written(access, () => {
    const before = access.db.select().from(consentMarks).where(eq(consentMarks.id, id)).get()
    if (!before || !hasText(access, before.transcriptId)) throw new NotFound('gone')
    access.db.delete(consentMarks).where(eq(consentMarks.id, id)).run()
    record(access, 'consent.unset', id, before, null)
  })
}

type Settings = { readonly on: boolean; readonly consent: ConsentSettings }

/** Runs a change of the masking in a transaction and has masked texts made anew; a row of settings is there. */
function written<T>(access: Access, run: (before: Settings) => T): T {
  mustLead(access)
  return access.db.transaction(() => {
    changed(access.db, access.projectId)
    return run(settings(access))
  })
}

function checked(access: Access, id: string, { kind, spellings, pseudonym }: NewName): NewName {
  const own = [...new Set(spellings.map(tidy))].filter((one) => /\p{L}/u.test(one))
  const name = tidy(pseudonym)
  if (own.length === 0 || name === '') throw new Refusal('empty')
  const taken = new Set(
    names(access)
      .filter((one) => one.id !== id)
      .flatMap((one) => one.spellings.map(fold)),
  )
  const twice = own.find((one) => taken.has(fold(one)))
  if (twice !== undefined) throw new Conflict('nameTaken', { name: twice })
  return { kind, spellings: own, pseudonym: name }
}

function insertName(access: Access, id: string, name: NewName): void {
  access.db
    .insert(maskedNames)
    .values({ id, projectId: access.projectId, ...name, createdBy: access.userId, createdAt: Date.now() })
    .run()
}

function insertMark(access: Access, { id, transcriptId, start, end, nameId }: z.infer<typeof storedMark>): void {
  access.db
    .insert(nameMarks)
    .values({ id, transcriptId, start, end, nameId, createdBy: access.userId, createdAt: Date.now() })
    .run()
}

function oneName(access: Access, id: string): Name {
  const found = names(access).find((one) => one.id === id)
  if (!found) throw new NotFound('gone')
  return found
}

function textIn(access: Access, transcriptId: string): string | null {
  const row = access.db
    .select({ text: transcripts.text })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(transcripts.id, transcriptId)))
    .get()
  return row?.text ?? null
}

function hasText(access: Access, transcriptId: string): boolean {
  return textIn(access, transcriptId) !== null
}

function mustFit(access: Access, transcriptId: string, start: number, end: number): void {
  const text = textIn(access, transcriptId)
  if (text === null) throw new NotFound()
  if (!(start >= 0 && start < end && end <= text.length)) throw new Refusal('outsideText')
}
