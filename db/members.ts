import { and, asc, eq } from 'drizzle-orm'
import type { Role } from '@/core/project'
import { type Access, mustOwn } from './access'
import { record } from './events'
import { owners } from './projects'
import { Conflict, NotFound } from './refusal'
import { members, users } from './schema'

/** A member as the page of members shows it. `email` is '' for those who cannot sign in. */
export type Member = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly disabled: boolean
  readonly since: number
  /** Whether this coder was given the right to correct transcripts. */
  readonly corrects: boolean
  /** Whether this member was given the right to see the names of a masked project. */
  readonly seesRaw: boolean
}

/** The members of the project by name; everybody in it may see who else is. */
export function list(access: Access): readonly Member[] {
  return access.db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: members.role,
      disabled: users.disabled,
      since: members.createdAt,
      corrects: members.corrects,
      seesRaw: members.seesRaw,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.projectId, access.projectId))
    .orderBy(asc(users.name))
    .all()
    .map((row) => ({ ...row, email: row.email ?? '' }))
}

function roleOf(access: Access, userId: string): Role {
  const row = access.db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.projectId, access.projectId), eq(members.userId, userId)))
    .get()
  if (!row) throw new NotFound()
  return row.role
}

/** Gives a member another role; owners only. Throws Conflict when the project would be left without an owner. */
export function setRole(access: Access, userId: string, role: Role): void {
  mustOwn(access)
  access.db.transaction(() => {
    const before = roleOf(access, userId)
    if (before === 'owner' && role !== 'owner' && owners(access) === 1) throw new Conflict('lastOwner')
    access.db
      .update(members)
      .set({ role })
      .where(and(eq(members.projectId, access.projectId), eq(members.userId, userId)))
      .run()
    record(access, 'member.change', userId, { role: before }, { role })
  })
}

/** Gives a coder the right to correct transcripts, or takes it; owners only. Throws Forbidden, NotFound. */
export function setCorrects(access: Access, userId: string, corrects: boolean): void {
  mustOwn(access)
  access.db.transaction(() => {
    const row = access.db.select({ corrects: members.corrects }).from(members).where(member(access, userId)).get()
    if (!row) throw new NotFound()
    if (row.corrects === corrects) return
    access.db.update(members).set({ corrects }).where(member(access, userId)).run()
    record(access, 'member.correcting', userId, { corrects: row.corrects }, { corrects })
  })
}

/** Lets a member see the names of a masked project, or no longer; owners only. Throws Forbidden, NotFound. */
export function setSeesRaw(access: Access, userId: string, seesRaw: boolean): void {
  mustOwn(access)
  access.db.transaction(() => {
    const row = access.db.select({ seesRaw: members.seesRaw }).from(members).where(member(access, userId)).get()
    if (!row) throw new NotFound()
    if (row.seesRaw === seesRaw) return
    access.db.update(members).set({ seesRaw }).where(member(access, userId)).run()
    record(access, 'member.seesRaw', userId, { seesRaw: row.seesRaw }, { seesRaw })
  })
}

function member(access: Access, userId: string) {
  return and(eq(members.projectId, access.projectId), eq(members.userId, userId))
}

/** Ends a membership; owners only, or oneself. Codings stay. Throws Conflict when the project would be left without an owner. */
export function remove(access: Access, userId: string): void {
  if (userId !== access.userId) mustOwn(access)
  access.db.transaction(() => {
    const role = roleOf(access, userId)
    if (role === 'owner' && owners(access) === 1) throw new Conflict('lastOwner')
    access.db
      .delete(members)
      .where(and(eq(members.projectId, access.projectId), eq(members.userId, userId)))
      .run()
    record(access, 'member.remove', userId, { role }, null)
  })
}

/** Makes an account a member again, or for the first time; owners only (undo of `remove`, and the sample). */
export function put(access: Access, userId: string, role: Role): void {
  mustOwn(access)
  access.db.transaction(() => {
    access.db
      .insert(members)
      .values({ projectId: access.projectId, userId, role })
      .onConflictDoUpdate({ target: [members.projectId, members.userId], set: { role } })
      .run()
    record(access, 'member.add', userId, null, { role })
  })
}
