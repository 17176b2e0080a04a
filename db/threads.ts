import { and, asc, desc, eq, inArray, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import type { Passage, Post, Question } from '@/core/notes/question'
import { type Access, inHouse, mustCode } from './access'
import { remarksVisibleTo } from './blind'
import { mine, record, takenBack } from './events'
import { asShown } from './masked-db'
import { Forbidden, NotFound, Refusal } from './refusal'
import { interviews, members, transcripts, users } from './schema'
import { posts, threads } from './schema-notes'
import { mustBeIn } from './texts'

/** A question to be asked. `id` and `postId` are made by who asks, so that a repeated request is the same question; `to` null = everybody. */
export type NewQuestion = Passage & {
  readonly id: string
  readonly postId: string
  readonly to: string | null
  readonly text: string
  readonly meeting: boolean
}

/** Which questions are listed; what is not asked for does not matter. `mine`: asked by, or addressed to, the person who asks. */
export type Asked = { readonly settled?: boolean; readonly mine?: boolean; readonly meeting?: boolean }

/** The project's questions that answer what is asked, the newest first. Those whose interview was removed come back with it. */
export function list(access: Access, asked: Asked = {}): readonly Question[] {
  const { userId } = access
  return questions(access).filter(
    (one) =>
      (asked.settled === undefined || (one.settled !== null) === asked.settled) &&
      (!asked.mine || one.author.id === userId || one.to?.id === userId) &&
      (!asked.meeting || one.meeting),
  )
}

/** What is to be decided at the next meeting: open questions marked so, by interview and place. */
export function agenda(access: Access): readonly Question[] {
  const order = new Intl.Collator(['ru', 'en'], { numeric: true }).compare
  return list(access, { settled: false, meeting: true }).toSorted(
    (a, b) => order(a.interview.name, b.interview.name) || a.start - b.start,
  )
}

/** The questions on an interview's current transcript, by place. */
export function inInterview(access: Access, interviewId: string): readonly Question[] {
  return questions(access, and(eq(interviews.id, interviewId), eq(transcripts.current, true))).toSorted(
    (a, b) => a.start - b.start || a.createdAt - b.createdAt,
  )
}

/** One question. Throws NotFound `gone`. */
export function get(access: Access, id: string): Question {
  const [found] = questions(access, eq(threads.id, id))
  if (!found) throw new NotFound('gone')
  return found
}

/**
 * Asks a question on a passage. The same id again is the question that is there. Throws Forbidden (viewer), NotFound (transcript; `gone` for a person
 * who is no member), Refusal `outsideText`, `empty` without words, Conflict `changedSince` when the transcript has a newer version.
 */
export function ask(access: Access, question: NewQuestion): Question {
  mustCode(access)
  return access.db.transaction(() => {
    const [known] = questions(access, eq(threads.id, question.id))
    if (known) return known
    const { id, transcriptId, start, end, meeting } = asShown(access.db, question)
    const quote = mustBeIn(access, { transcriptId, start, end })
    mustBeMember(access, question.to)
    access.db
      .insert(threads)
      .values({
        ...{ id, projectId: access.projectId, transcriptId, start, end, quote, meeting },
        ...{ authorId: access.userId, toId: question.to, createdAt: Date.now() },
      })
      .run()
    post(access, id, question.postId, question.text, 0)
    record(access, 'question.ask', id, null, { text: question.text.trim(), to: question.to, meeting })
    return get(access, id)
  })
}

/** Answers a question; the same post id again changes nothing. Throws Forbidden (viewer), NotFound `gone`, Refusal `empty`. */
export function reply(access: Access, id: string, answer: { readonly id: string; readonly text: string }): Question {
  mustCode(access)
  return access.db.transaction(() => {
    const before = get(access, id)
    if (before.posts.some((one) => one.id === answer.id)) return before
    post(access, id, answer.id, answer.text, before.posts.length)
    record(access, 'question.reply', id, null, { text: answer.text.trim() })
    return get(access, id)
  })
}

/** Settles a question, or opens it again: who asked, whom it is addressed to, and who leads. Throws Forbidden, NotFound `gone`. */
export function settle(access: Access, id: string, settled: boolean): Question {
  const before = changeable(access, id)
  if ((before.settled !== null) === settled) return before
  const to = settled ? { settledAt: Date.now(), settledBy: access.userId } : { settledAt: null, settledBy: null }
  return changed(access, id, to, { settled: !settled }, { settled })
}

/** Addresses a question to a member, or to everybody (null). Throws Forbidden (viewer), NotFound `gone` for it and for who is no member. */
export function address(access: Access, id: string, to: string | null): Question {
  mustCode(access)
  const before = get(access, id)
  mustBeMember(access, to)
  return changed(access, id, { toId: to }, { to: before.to?.id ?? null }, { to })
}

/** Puts a question on the list of the next meeting, or takes it off. Throws Forbidden (viewer), NotFound `gone`. */
export function toMeeting(access: Access, id: string, meeting: boolean): Question {
  mustCode(access)
  const before = get(access, id)
  return changed(access, id, { meeting }, { meeting: before.meeting }, { meeting })
}

/** Removes a question with what was answered: one's own or addressed to oneself, anybody's for who leads. Throws Forbidden, NotFound `gone`. */
export function remove(access: Access, id: string): void {
  access.db.transaction(() => {
    changeable(access, id)
    const house = inHouse(access)
    const thread = house.db.select().from(threads).where(eq(threads.id, id)).get()
    const said = house.db.select().from(posts).where(eq(posts.threadId, id)).orderBy(asc(posts.position)).all()
    access.db.delete(threads).where(eq(threads.id, id)).run()
    record(access, 'question.remove', id, { thread, posts: said }, null)
  })
}

/** Brings back a question that this person removed; one that is there is answered as it is. Throws Forbidden, NotFound `gone`. */
export function restore(access: Access, id: string): Question {
  mustCode(access)
  return access.db.transaction(() => {
    const [known] = questions(access, eq(threads.id, id))
    if (known) return known
    const house = inHouse(access)
    const event = mine(house, 'question.remove', id)
    if (!event) throw new NotFound('gone')
    const was = stored.parse(event.before)
    house.db
      .insert(threads)
      .values({ ...was.thread, projectId: access.projectId })
      .run()
    for (const one of was.posts) house.db.insert(posts).values(one).run()
    takenBack(access, event.seq, record(access, 'question.restore', id, null, { posts: was.posts.length }))
    return get(access, id)
  })
}

const stored = z.object({
  thread: z.object({
    id: z.string(),
    transcriptId: z.string(),
    start: z.number(),
    end: z.number(),
    quote: z.string(),
    authorId: z.string(),
    toId: z.string().nullable(),
    meeting: z.boolean(),
    settledAt: z.number().nullable(),
    settledBy: z.string().nullable(),
    createdAt: z.number(),
  }),
  posts: z.array(
    z.object({
      id: z.string(),
      threadId: z.string(),
      position: z.number(),
      authorId: z.string(),
      text: z.string(),
      at: z.number(),
    }),
  ),
})

const authors = alias(users, 'authors')
const addressees = alias(users, 'addressees')
const settlers = alias(users, 'settlers')

function questions(access: Access, asked?: SQL): readonly Question[] {
  const found = access.db
    .select({
      thread: threads,
      interview: { id: interviews.id, name: interviews.name },
      author: { id: authors.id, name: authors.name },
      to: { id: addressees.id, name: addressees.name },
      settler: { id: settlers.id, name: settlers.name },
    })
    .from(threads)
    .innerJoin(transcripts, eq(transcripts.id, threads.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .innerJoin(authors, eq(authors.id, threads.authorId))
    .leftJoin(addressees, eq(addressees.id, threads.toId))
    .leftJoin(settlers, eq(settlers.id, threads.settledBy))
    .where(
      and(
        eq(threads.projectId, access.projectId),
        eq(interviews.projectId, access.projectId),
        or(eq(threads.toId, access.userId), remarksVisibleTo(access, threads.authorId)),
        asked,
      ),
    )
    .orderBy(desc(threads.createdAt), desc(threads.id))
    .all()
  const said = postsOf(
    access,
    found.map(({ thread }) => thread.id),
  )
  return found.map(({ thread, interview, author, to, settler }) => ({
    ...{ id: thread.id, transcriptId: thread.transcriptId, start: thread.start, end: thread.end },
    ...{ interview, author, to, meeting: thread.meeting, createdAt: thread.createdAt },
    quote: thread.quote,
    settled: thread.settledAt === null ? null : { by: settler ?? { id: '', name: '' }, at: thread.settledAt },
    posts: said.get(thread.id) ?? [],
    changeable: mayChange(access, thread.authorId, thread.toId),
  }))
}

function postsOf(access: Access, ids: readonly string[]): ReadonlyMap<string, readonly Post[]> {
  const all = new Map<string, Post[]>()
  const rows = access.db
    .select({ post: posts, name: users.name })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .where(inArray(posts.threadId, [...ids]))
    .orderBy(asc(posts.position))
    .all()
  for (const { post: one, name } of rows) {
    const own = all.get(one.threadId) ?? []
    own.push({ id: one.id, author: { id: one.authorId, name }, text: one.text, at: one.at })
    all.set(one.threadId, own)
  }
  return all
}

function mayChange(access: Access, authorId: string, toId: string | null): boolean {
  if (access.role === 'viewer') return false
  return access.role !== 'coder' || authorId === access.userId || toId === access.userId
}

function changeable(access: Access, id: string): Question {
  mustCode(access)
  const question = get(access, id)
  if (!question.changeable) throw new Forbidden()
  return question
}

function changed(
  access: Access,
  id: string,
  to: Partial<typeof threads.$inferInsert>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Question {
  return access.db.transaction(() => {
    access.db.update(threads).set(to).where(eq(threads.id, id)).run()
    record(access, 'question.change', id, before, after)
    return get(access, id)
  })
}

function post(access: Access, threadId: string, id: string, text: string, position: number): void {
  const said = text.trim()
  if (said === '') throw new Refusal('empty')
  access.db.insert(posts).values({ id, threadId, position, authorId: access.userId, text: said, at: Date.now() }).run()
}

function mustBeMember(access: Access, userId: string | null): void {
  if (userId === null) return
  const member = access.db
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.projectId, access.projectId), eq(members.userId, userId)))
    .get()
  if (!member) throw new NotFound('gone')
}
