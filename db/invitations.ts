import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Role } from '@/core/project'
import { type Access, type Account, type Door, enter, mustOwn } from './access'
import { record } from './events'
import { Conflict, NotFound } from './refusal'
import { invitations, members, projects } from './schema'

/** How long an invitation is good for. */
export const lifetime = 7 * 24 * 3_600_000

/** An open invitation as the page of members shows it; the link itself is shown once, when it is made. */
export type Invitation = {
  readonly id: string
  readonly role: Role
  readonly label: string
  readonly expiresAt: number
}

/** What somebody who holds a link is told. */
export type Offer =
  | { readonly kind: 'first' }
  | { readonly kind: 'member'; readonly project: string; readonly role: Role }

const digest = (token: string) => createHash('sha256').update(token).digest('hex')

/** The one-time link of the very first account: replaces an earlier unused one. Returns the token, which is not stored. */
export function first(at: Door): string {
  const token = randomBytes(24).toString('base64url')
  at.db.transaction(() => {
    at.db
      .delete(invitations)
      .where(and(eq(invitations.kind, 'first'), isNull(invitations.usedAt)))
      .run()
    at.db
      .insert(invitations)
      .values({ id: crypto.randomUUID(), tokenHash: digest(token), kind: 'first', expiresAt: Date.now() + lifetime })
      .run()
  })
  return token
}

/** Makes an invitation into the project; owners only. Returns the token, which is not stored. */
export function invite(access: Access, role: Role, label: string): string {
  mustOwn(access)
  const token = randomBytes(24).toString('base64url')
  access.db
    .insert(invitations)
    .values({
      id: crypto.randomUUID(),
      tokenHash: digest(token),
      kind: 'member',
      projectId: access.projectId,
      role,
      label,
      createdBy: access.userId,
      expiresAt: Date.now() + lifetime,
    })
    .run()
  return token
}

/** The project's invitations that still work; owners only. */
export function open(access: Access): readonly Invitation[] {
  mustOwn(access)
  return access.db
    .select({
      id: invitations.id,
      role: invitations.role,
      label: invitations.label,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.projectId, access.projectId),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, Date.now()),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .all()
    .flatMap((row) => (row.role === null ? [] : [{ ...row, role: row.role }]))
}

/** Takes an invitation back. Throws NotFound. */
export function revoke(access: Access, id: string): void {
  mustOwn(access)
  const done = access.db
    .delete(invitations)
    .where(and(eq(invitations.projectId, access.projectId), eq(invitations.id, id), isNull(invitations.usedAt)))
    .run()
  if (done.changes === 0) throw new NotFound()
}

/** What a link offers. Throws NotFound for a token nobody made, Conflict for a used or expired one. */
export function offer(at: Door, token: string): Offer {
  const row = at.db
    .select({
      kind: invitations.kind,
      role: invitations.role,
      project: projects.name,
      usedAt: invitations.usedAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(projects, eq(projects.id, invitations.projectId))
    .where(eq(invitations.tokenHash, digest(token)))
    .get()
  if (!row) throw new NotFound()
  if (row.usedAt !== null) throw new Conflict('linkUsed')
  if (row.expiresAt < Date.now()) throw new Conflict('linkExpired')
  if (row.kind === 'first' || row.role === null || row.project === null) return { kind: 'first' }
  return { kind: 'member', project: row.project, role: row.role }
}

/**
 * Uses a link up, once, in one transaction with what `become` does (making the account, or naming the one that accepts).
 * Returns the account and the project entered, or null for the first account, which becomes the owner of the sample study if it is there. Throws as `offer`, or Conflict `alreadyMember`.
 */
export function accept(
  at: Door,
  token: string,
  become: (offer: Offer) => Account,
): { who: Account; projectId: string | null } {
  return at.db.transaction(() => {
    const offered = offer(at, token)
    const who = become(offered)
    const row = at.db
      .update(invitations)
      .set({ usedAt: Date.now(), usedBy: who.userId })
      .where(eq(invitations.tokenHash, digest(token)))
      .returning()
      .get()
    if (offered.kind === 'first' || !row?.projectId) {
      if (offered.kind === 'first') takeOverSample(who)
      return { who, projectId: null }
    }
    const joined = at.db
      .insert(members)
      .values({ projectId: row.projectId, userId: who.userId, role: offered.role })
      .onConflictDoNothing()
      .run()
    if (joined.changes === 0) throw new Conflict('alreadyMember')
    return { who, projectId: row.projectId }
  })
}

/** The first account becomes the owner of every composed project; whoever held it for nobody leads it on. */
function takeOverSample(who: Account): void {
  const composed = who.db.select({ id: projects.id }).from(projects).where(eq(projects.composed, true)).all()
  for (const { id } of composed) {
    who.db
      .update(members)
      .set({ role: 'supervisor' })
      .where(and(eq(members.projectId, id), eq(members.role, 'owner')))
      .run()
    who.db.insert(members).values({ projectId: id, userId: who.userId, role: 'owner' }).run()
    record(enter(who, id), 'member.add', who.userId, null, { role: 'owner' })
  }
}
