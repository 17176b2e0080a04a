import { and, eq, inArray } from 'drizzle-orm'
import { fold, tidy } from '@/core/text/fold'
import { wordOffsets, wordRange } from '@/core/text/words'
import { type Access, mustLead } from './access'
import { record } from './events'
import { Conflict, NotFound } from './refusal'
import { codes, codings, interviews, members, projects, transcripts } from './schema'

/** A code to be made; `path` is the names from the top. Parents come before children. */
export type BulkCode = {
  readonly path: readonly string[]
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
}

/** A coding to be made; [start, end) are offsets into the interview's current text, `code` the path of a code that is there or made with it. */
export type BulkCoding = {
  readonly interviewId: string
  readonly coderId: string
  readonly code: readonly string[]
  readonly start: number
  readonly end: number
}

/** What `fill` made. */
export type Filled = { readonly codes: number; readonly codings: number }

/**
 * Fills a project with codes and codings at once, in one transaction and as one event, where an event a row would be absurd: a study that is
 * loaded whole. Quotes are cut from the stored texts. Throws Forbidden unless the person leads, NotFound for an interview of another project
 * or a coder who is none of the project's, RangeError for a range outside the text, Conflict for a name that is taken.
 */
export function fill(
  access: Access,
  what: { readonly codes: readonly BulkCode[]; readonly codings: readonly BulkCoding[] },
): Filled {
  mustLead(access)
  return access.db.transaction(() => {
    const ids = addCodes(access, what.codes)
    addCodings(access, what.codings, ids)
    const filled = { codes: what.codes.length, codings: what.codings.length }
    record(access, 'project.fill', access.projectId, null, filled)
    return filled
  })
}

const key = (path: readonly string[]) => path.map(fold).join('\n')

function addCodes(access: Access, wanted: readonly BulkCode[]): Map<string, string> {
  const there = access.db
    .select({ id: codes.id, parentId: codes.parentId, name: codes.name, colour: codes.colour })
    .from(codes)
    .where(eq(codes.projectId, access.projectId))
    .all()
  const byId = new Map(there.map((code) => [code.id, code]))
  const pathOf = (id: string | null): string[] => {
    const code = id === null ? undefined : byId.get(id)
    return code ? [...pathOf(code.parentId), code.name] : []
  }
  const known = new Map(there.map((code) => [key(pathOf(code.id)), { id: code.id, colour: code.colour }]))
  const places = new Map<string, number>()
  for (const code of there) places.set(code.parentId ?? '', (places.get(code.parentId ?? '') ?? 0) + 1)
  for (const { path, ...text } of wanted) {
    const name = tidy(path.at(-1) ?? '')
    if (name === '') throw new Conflict('nameEmpty')
    if (known.has(key(path))) throw new Conflict('nameTaken', { name })
    const parent = path.length > 1 ? known.get(key(path.slice(0, -1))) : null
    if (parent === undefined) throw new NotFound()
    const id = crypto.randomUUID()
    const position = places.get(parent?.id ?? '') ?? 0
    places.set(parent?.id ?? '', position + 1)
    const colour = parent?.colour ?? position % 12
    access.db
      .insert(codes)
      .values({
        ...{
          id,
          projectId: access.projectId,
          parentId: parent?.id ?? null,
          name,
          nameKey: fold(name),
          position,
          colour,
        },
        ...text,
        createdBy: access.userId,
      })
      .run()
    known.set(key(path), { id, colour })
  }
  return new Map([...known].map(([path, { id }]) => [path, id]))
}

function addCodings(access: Access, wanted: readonly BulkCoding[], codeIds: ReadonlyMap<string, string>): void {
  const coders = codersOf(access)
  const now = Date.now()
  const byInterview = new Map<string, BulkCoding[]>()
  for (const coding of wanted)
    byInterview.set(coding.interviewId, [...(byInterview.get(coding.interviewId) ?? []), coding])
  for (const [interviewId, list] of byInterview) {
    const text = textOf(access, interviewId)
    const words = wordOffsets(text.text)
    for (const { coderId, code, start, end } of list) {
      const codeId = codeIds.get(key(code))
      if (codeId === undefined || !coders.has(coderId)) throw new NotFound()
      if (start < 0 || end <= start || end > text.text.length)
        throw new RangeError(`[${start}, ${end}) is no passage of the text`)
      const { from, to } = wordRange(words, start, end)
      access.db
        .insert(codings)
        .values({
          ...{ id: crypto.randomUUID(), transcriptId: text.id, codeId, coderId, start, end },
          ...{ quote: text.text.slice(start, end), wordStart: from, wordEnd: to, createdAt: now, updatedAt: now },
        })
        .run()
    }
  }
}

function codersOf(access: Access): ReadonlySet<string> {
  const people = access.db
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.projectId, access.projectId), inArray(members.role, ['owner', 'supervisor', 'coder'])))
    .all()
  const consensus = access.db
    .select({ id: projects.consensusId })
    .from(projects)
    .where(eq(projects.id, access.projectId))
    .all()
  return new Set([...people, ...consensus].map((one) => one.id))
}

function textOf(access: Access, interviewId: string): { id: string; text: string } {
  const row = access.db
    .select({ id: transcripts.id, text: transcripts.text })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(
      and(
        eq(interviews.projectId, access.projectId),
        eq(transcripts.interviewId, interviewId),
        eq(transcripts.current, true),
      ),
    )
    .get()
  if (!row) throw new NotFound()
  return row
}
