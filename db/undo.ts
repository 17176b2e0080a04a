import { and, desc, eq, gt, isNull, like, ne, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { speakerRoles } from '@/core/text/turn'
import { type Access, inHouse, mustCode } from './access'
import * as autocoding from './autocoding'
import * as codeMerge from './code-merge'
import * as codeRemoval from './code-removal'
import * as codebookImport from './codebook-import'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import * as decisions from './decisions'
import { type EventKind, record, takenBack } from './events'
import * as removal from './interview-removal'
import { setSpeakerRole } from './interview-text'
import * as interviews from './interviews'
import * as masking from './masking'
import * as members from './members'
import * as memos from './memos'
import * as projects from './projects'
import * as quoteDesks from './quote-desks'
import * as quoteReference from './quote-reference'
import { deskSettings, itemsOf } from './quote-stored'
import * as quotes from './quotes'
import { Conflict, NotFound, Refusal } from './refusal'
import { lastReturn, returnTo } from './restore-points'
import * as saved from './saved-analyses'
import { codings as codingRows, events, transcripts, users } from './schema'
import * as threads from './threads'
import * as translations from './translations'
import * as variables from './variables'

type Event = { readonly seq: number; readonly subject: string; readonly before: unknown; readonly after: unknown }

const Coding = z.object({
  transcriptId: z.string(),
  codeId: z.string(),
  start: z.number(),
  end: z.number(),
  comment: z.string(),
  weight: z.number().nullable(),
})
const Code = z.object({
  name: z.string(),
  colour: z.number(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  example: z.string(),
  aliases: z.array(z.string()),
})
const Place = z.object({ parentId: z.string().nullable(), position: z.number() })
const Role = z.object({ role: z.enum(['owner', 'supervisor', 'coder', 'viewer']) })
const Interview = z.union([
  z.object({ speaker: z.object({ name: z.string(), role: z.enum(speakerRoles) }) }),
  z.object({ values: z.record(z.string(), z.string().nullable()) }),
  z.object({ name: z.string() }),
])
const Many = z.object({ codings: z.array(z.string()) })
const Order = z.object({ order: z.array(z.string()) })
const Version = z.object({ version: z.number() })
const Decided = z.object({
  key: z.string(),
  verdict: z.enum(['take', 'neither', 'draw', 'rule', 'postponed']),
  reasonId: z.string().nullable(),
  note: z.string(),
  version: z.number(),
  spans: z.array(z.object({ code: z.string(), start: z.number(), end: z.number() })),
})
const DecidedOn = z.object({ key: z.string() })
const Project = z.object({ name: z.string(), description: z.string() })

/** How each kind of event is taken back. */
const inverses: Readonly<Record<string, (access: Access, event: Event) => unknown>> = {
  'coding.add': (access, { subject }) => codings.remove(access, subject),
  'coding.many': (access, { after }) => autocoding.takeBack(access, Many.parse(after).codings),
  'coding.change': (access, { subject, before }) => codings.change(access, subject, Coding.parse(before)),
  'coding.remove': (access, { subject }) => codings.restore(access, subject),
  'code.add': (access, { subject }) => codeRemoval.remove(access, subject, 'unused'),
  'code.change': (access, { subject, before, after }) =>
    codes.change(access, subject, Code.parse(before), Code.parse(after)),
  'code.move': (access, { subject, before }) => codes.move(access, subject, Place.parse(before)),
  'code.archive': (access, { subject, before }) =>
    codes.setArchived(access, subject, z.object({ archived: z.boolean() }).parse(before).archived),
  'code.import': (access, { before, after }) => codebookImport.takeBack(access, before, after),
  'code.merge': (access, { before }) => codeMerge.unmerge(access, before),
  'code.remove': (access, { subject }) => codeRemoval.restore(access, subject),
  'interview.import': (access, { subject }) => {
    codedByOthers(access, subject)
    removal.remove(access, [subject])
  },
  'interview.change': (access, { subject, before }) => {
    const was = Interview.parse(before)
    if ('speaker' in was) setSpeakerRole(access, subject, was.speaker.name, was.speaker.role)
    else if ('values' in was)
      interviews.setValues(
        access,
        Object.entries(was.values).map(([variableId, value]) => ({ interviewId: subject, variableId, value })),
      )
    else interviews.rename(access, subject, was.name)
  },
  'interview.correct': (access, { subject, before, after }) =>
    corrections.restoreVersion(access, subject, Version.parse(after).version, Version.parse(before).version),
  'interview.remove': (access, { subject }) => removal.restore(access, subject),
  'analysis.add': (access, { subject }) => saved.remove(access, subject),
  'analysis.remove': (access, { subject }) => saved.restore(access, subject),
  'variable.add': (access, { subject }) => {
    const filled = interviews.uses(access)[subject]
    if (filled && Object.keys(filled).length > 0) throw new Conflict('builtOn', { name: filledBy(access, subject) })
    variables.remove(access, subject)
  },
  'variable.change': (access, { subject, before }) => {
    const order = Order.safeParse(before).data?.order
    if (order) variables.reorder(access, order)
    else variables.restore(access, subject)
  },
  'memo.add': (access, { subject }) => memos.remove(access, subject),
  'memo.remove': (access, { subject }) => memos.restore(access, subject),
  'question.ask': (access, { subject }) => threads.remove(access, subject),
  'question.remove': (access, { subject }) => threads.restore(access, subject),
  'translation.add': (access, { subject }) => translations.remove(access, subject),
  'translation.remove': (access, { subject }) => translations.restore(access, subject),
  'variable.remove': (access, { subject }) => variables.restore(access, subject),
  'member.add': (access, { subject }) => members.remove(access, subject),
  'member.change': (access, { subject, before }) => members.setRole(access, subject, Role.parse(before).role),
  'member.correcting': (access, { subject, before }) =>
    members.setCorrects(access, subject, z.object({ corrects: z.boolean() }).parse(before).corrects),
  'member.seesRaw': (access, { subject, before }) =>
    members.setSeesRaw(access, subject, z.object({ seesRaw: z.boolean() }).parse(before).seesRaw),
  'masking.switch': (access, { before }) => masking.setOn(access, z.object({ on: z.boolean() }).parse(before).on),
  'masking.consent': (access, { before }) => masking.setConsent(access, masking.storedConsent.parse(before)),
  'name.add': (access, { subject }) => masking.removeName(access, subject),
  'name.change': (access, { subject, before }) => masking.changeName(access, subject, masking.storedName.parse(before)),
  'name.remove': (access, { before }) => masking.restoreName(access, before),
  'name.allow': (access, { subject }) => masking.disallow(access, subject),
  'name.disallow': (access, { before }) => masking.allow(access, z.object({ words: z.string() }).parse(before).words),
  'mark.add': (access, { subject }) => masking.unmark(access, subject),
  'mark.remove': (access, { before }) => masking.mark(access, masking.storedMark.parse(before)),
  'consent.set': (access, { subject }) => masking.unsetConsent(access, subject),
  'consent.unset': (access, { before }) => masking.setPassage(access, masking.storedPassage.parse(before)),
  'member.remove': (access, { subject, before }) => members.put(access, subject, Role.parse(before).role),
  'decision.add': (access, { subject, after }) => {
    const { key, version } = Decided.parse(after)
    decisions.undo(access, subject, key, version)
  },
  'decision.change': (access, { subject, before }) => decisions.putBack(access, subject, Decided.parse(before)),
  'decision.remove': (access, { subject, before }) => decisions.putBack(access, subject, Decided.parse(before)),
  'project.return': (access, { before, after }) =>
    returnTo(
      access,
      z.object({ point: z.string() }).parse(before).point,
      z.object({ name: z.string() }).parse(after).name,
    ),
  'project.change': (access, { before }) => projects.change(access, Project.parse(before)),
  'desk.add': (access, { subject }) => quoteDesks.remove(access, subject),
  'desk.change': (access, { subject, before }) => quoteDesks.change(access, subject, deskSettings.parse(before)),
  'desk.remove': (access, { subject, before }) => quoteDesks.bringBack(access, subject, before),
  'desk.quote': (access, { subject, after }) => quotes.drop(access, subject, itemsOf(after)),
  'desk.edit': (access, { subject, before }) => quotes.putBack(access, subject, before),
  'desk.move': (access, { subject, before }) => quotes.moveBack(access, subject, before),
  'desk.drop': (access, { subject, before }) => quotes.bringBack(access, subject, before),
  'desk.reference': (access, { before }) =>
    quoteReference.set(access, z.object({ template: z.string() }).parse(before).template),
}

/** The kinds of event that can be taken back. */
export const undoableKinds: ReadonlySet<string> = new Set(Object.keys(inverses))

/**
 * Takes back one thing that the person who asks did, whenever and wherever it was. Throws NotFound for what is not theirs or was taken back, Conflict
 * `builtOn` (naming who) when something was done to the same thing since, and whatever the inverse throws.
 */
export function undo(asking: Access, seq: number): void {
  mustCode(asking)
  // What is taken back is what was stored; nothing of it is answered.
  const access = inHouse(asking)
  access.db.transaction(() => {
    const event = access.db
      .select()
      .from(events)
      .where(
        and(
          eq(events.projectId, access.projectId),
          eq(events.userId, access.userId),
          eq(events.seq, seq),
          isNull(events.undoneBy),
        ),
      )
      .get()
    const inverse = event && inverses[event.kind]
    if (!event || !inverse) throw new NotFound('gone')
    const returned = lastReturn(access) > seq ? returnedBy(access) : null
    const since = returned ?? later(access, event)
    if (since) throw new Conflict('builtOn', { name: since })
    const newest = newestOf(access)
    try {
      inverse(access, event)
    } catch (error) {
      // What the event remembers does not fit any more: nothing is guessed.
      if (error instanceof z.ZodError) throw new Refusal('gone')
      throw error
    }
    // Whoever watches the project, and the versions of the codebook, hear of it by an event, whatever the inverse wrote.
    if (newestOf(access) === newest && isKind(event.kind))
      record(access, event.kind, event.subject, event.after, event.before)
    const done = newestOf(access)
    takenBack(access, seq, done)
    // The taking back is no deed of its own that would be in the way of taking back what was before.
    for (let own = newest + 1; own <= done; own++) takenBack(access, own, seq)
  })
}

/** Takes back the last thing under this subject that the person who asks did and has not taken back, such as a step of autocoding. Throws as `undo`. */
export function undoStep(access: Access, subject: string): void {
  const event = access.db
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.projectId, access.projectId),
        eq(events.userId, access.userId),
        eq(events.subject, subject),
        isNull(events.undoneBy),
      ),
    )
    .orderBy(desc(events.seq))
    .get()
  if (!event) throw new NotFound('gone')
  undo(access, event.seq)
}

/** Kinds whose inverses write no events of their own. */
function isKind(kind: string): kind is EventKind {
  return kind === 'coding.many' || kind === 'code.merge'
}

function newestOf(access: Access): number {
  return access.db.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1).get()?.seq ?? 0
}

/** Who did something to the same thing after an event that was not taken back, or null. */
function later(access: Access, event: typeof events.$inferSelect): string | null {
  const { subject, seq } = event
  const row = access.db
    .select({ name: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.userId))
    .where(
      and(
        eq(events.projectId, access.projectId),
        eq(events.subject, subject),
        gt(events.seq, seq),
        isNull(events.undoneBy),
        event.kind.startsWith('decision.') ? ofDecision(event) : undefined,
      ),
    )
    .orderBy(desc(events.seq))
    .get()
  return row ? (row.name ?? '?') : null
}

/** What stands in the way of taking back a decision: its subject is the whole round, but only what was decided on the same difference, or the round's closing anew, counts. */
function ofDecision({ before, after }: typeof events.$inferSelect): SQL {
  const key = DecidedOn.safeParse(after ?? before).data?.key ?? ''
  return sql`(${events.kind} in ('round.close', 'round.reopen') or (${events.kind} in ('decision.add', 'decision.change', 'decision.remove')
    and coalesce(json_extract(${events.after}, '$.key'), json_extract(${events.before}, '$.key')) = ${key}))`
}

/** Who made the project return to a point. */
function returnedBy(access: Access): string {
  const row = access.db
    .select({ name: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.userId))
    .where(eq(events.seq, lastReturn(access)))
    .get()
  return row?.name ?? '?'
}

/** Who gave a variable its values last. */
function filledBy(access: Access, variableId: string): string {
  const row = access.db
    .select({ name: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.userId))
    .where(
      and(
        eq(events.projectId, access.projectId),
        like(events.kind, 'interview.%'),
        sql`instr(${events.after}, ${variableId}) > 0`,
      ),
    )
    .orderBy(desc(events.seq))
    .get()
  return row?.name ?? '?'
}

function codedByOthers(access: Access, interviewId: string): void {
  const other = access.db
    .select({ name: users.name })
    .from(codingRows)
    .innerJoin(transcripts, eq(transcripts.id, codingRows.transcriptId))
    .innerJoin(users, eq(users.id, codingRows.coderId))
    .where(and(eq(transcripts.interviewId, interviewId), ne(codingRows.coderId, access.userId)))
    .get()
  if (other) throw new Conflict('builtOn', { name: other.name })
}
