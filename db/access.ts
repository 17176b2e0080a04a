import { and, eq } from 'drizzle-orm'
import type { Role } from '@/core/project'
import { houseOf, maskedDb } from './masked-db'
import type { Db } from './open'
import { Forbidden, NotFound } from './refusal'
import { members, projects, users } from './schema'
import { masking } from './schema-masking'

declare const made: unique symbol

/** Standing before the door: nobody yet. Signing in, invitations and the first account need it. */
export type Door = { readonly db: Db; readonly [made]: 'door' }

/** A person of this house, not (yet) in a project. */
export type Account = {
  readonly db: Db
  readonly userId: string
  readonly name: string
  readonly admin: boolean
  readonly [made]: 'account'
}

/** A person in a project, with a role. The only way to a project's data. */
export type Access = {
  readonly db: Db
  readonly userId: string
  readonly projectId: string
  readonly role: Role
  /** Whether the person may correct transcripts: who leads, and a coder who was given it. */
  readonly corrects: boolean
  /** Whether the person sees names as they were said. If not, `db` shows the masked texts alone, and everything in their positions. */
  readonly seesRaw: boolean
  readonly [made]: 'access'
}

/** The door of a database. */
export function door(db: Db): Door {
  return { db } as Door
}

/** The account behind a user id. Throws NotFound for nobody, for the disabled and for the consensus of a project. */
export function account(at: Door, userId: string): Account {
  const user = at.db
    .select({ name: users.name, admin: users.admin })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.disabled, false), eq(users.kind, 'person')))
    .get()
  if (!user) throw new NotFound()
  return { db: at.db, userId, name: user.name, admin: user.admin } as Account
}

/** Enters a project. Throws NotFound when it does not exist or the person is no member: existence is private. */
export function enter(who: Account, projectId: string): Access {
  const member = who.db
    .select({ role: members.role, corrects: members.corrects, seesRaw: members.seesRaw, masked: masking.on })
    .from(members)
    .leftJoin(masking, eq(masking.projectId, members.projectId))
    .where(and(eq(members.projectId, projectId), eq(members.userId, who.userId)))
    .get()
  if (!member) throw new NotFound()
  const { role } = member
  const leads = role === 'owner' || role === 'supervisor'
  const seesRaw = leads || member.seesRaw || member.masked !== true
  // Who does not see the text cannot put it right.
  const corrects = leads || (role === 'coder' && member.corrects && seesRaw)
  const db = seesRaw ? who.db : maskedDb(who.db, projectId, { masks: true, consent: false })
  return { db, userId: who.userId, projectId, role, corrects, seesRaw } as Access
}

/**
 * Enters a project as its longest-standing owner: for the command line, whose user holds the database file anyway.
 * Throws NotFound when there is no such project.
 */
export function enterAsOperator(at: Door, projectId: string): Access {
  const owner = at.db
    .select({ userId: members.userId })
    .from(members)
    .innerJoin(projects, eq(projects.id, members.projectId))
    .where(and(eq(members.projectId, projectId), eq(members.role, 'owner')))
    .orderBy(members.createdAt, members.userId)
    .get()
  if (!owner) throw new NotFound()
  return { db: at.db, userId: owner.userId, projectId, role: 'owner', corrects: true, seesRaw: true } as Access
}

/** Throws Forbidden unless the person may code (owner, supervisor, coder). */
export function mustCode(access: Access): void {
  if (access.role === 'viewer') throw new Forbidden()
}

/** Throws Forbidden unless the person leads (owner, supervisor): interviews, variables, others' codings. */
export function mustLead(access: Access): void {
  if (access.role !== 'owner' && access.role !== 'supervisor') throw new Forbidden()
}

/** Throws Forbidden unless the person may correct transcripts (owner, supervisor, a coder who was given it). */
export function mustCorrect(access: Access): void {
  if (!access.corrects) throw new Forbidden()
}

/** Throws Forbidden unless the person owns the project: members, deleting it. */
export function mustOwn(access: Access): void {
  if (access.role !== 'owner') throw new Forbidden()
}

/** The same person in the same project, with another handle of its database, which shows less or only what may go out. */
export function through(access: Access, db: Db): Access {
  return { ...access, db }
}

/**
 * The same person before what is stored, names and all: for what is remembered and put back, so that a pseudonym never takes the place of a name. What is read
 * through it is not to be answered.
 */
export function inHouse(access: Access): Access {
  return through(access, houseOf(access.db))
}
