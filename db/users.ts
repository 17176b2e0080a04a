import { and, count, eq, gt, lt, sql } from 'drizzle-orm'
import { tidy } from '@/core/text/fold'
import { type Account, account, type Door } from './access'
import { Conflict, NotFound } from './refusal'
import { signInFailures, users } from './schema'

/** What a session is checked against on every request. */
export type Identity = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly admin: boolean
  readonly sessionVersion: number
  readonly language: 'en' | 'ru' | null
}

const identity = {
  id: users.id,
  email: sql<string>`coalesce(${users.email}, '')`,
  name: users.name,
  admin: users.admin,
  sessionVersion: users.sessionVersion,
  language: users.language,
}
const alive = and(eq(users.disabled, false), eq(users.kind, 'person'))

/** An e-mail address as accounts compare it. */
export function emailKey(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}

/** The person behind an id, or null for nobody and the disabled. */
export function identify(at: Door, id: string): Identity | null {
  return (
    at.db
      .select(identity)
      .from(users)
      .where(and(eq(users.id, id), alive))
      .get() ?? null
  )
}

/** The person behind an address with the stored hash, or null. For signing in only. */
export function credentials(at: Door, email: string): (Identity & { readonly passwordHash: string | null }) | null {
  return (
    at.db
      .select({ ...identity, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.email, emailKey(email)), alive))
      .get() ?? null
  )
}

/** The longest-standing administrator who may sign in, or null. */
export function firstAdmin(at: Door): Identity | null {
  return (
    at.db
      .select(identity)
      .from(users)
      .where(and(eq(users.admin, true), alive))
      .orderBy(users.createdAt)
      .get() ?? null
  )
}

/** Makes an account. Throws Conflict when the address is taken. */
export function add(
  at: Door,
  person: { email: string; name: string; passwordHash: string | null; admin?: boolean },
): Account {
  const id = crypto.randomUUID()
  const done = at.db
    .insert(users)
    .values({
      id,
      email: emailKey(person.email),
      name: tidy(person.name),
      passwordHash: person.passwordHash,
      admin: person.admin ?? false,
    })
    .onConflictDoNothing()
    .run()
  if (done.changes === 0) throw new Conflict('emailTaken')
  return account(at, id)
}

/** Whether anybody has an account with which to sign in. */
export function anybody(at: Door): boolean {
  const row = at.db
    .select({ n: count() })
    .from(users)
    .where(
      and(eq(users.kind, 'person'), sql`${users.email} is not null and ${users.email} not like '%@sample.invalid'`),
    )
    .get()
  return (row?.n ?? 0) > 0
}

/** The stored hash of a signed-in person. */
export function passwordHash(who: Account): string | null {
  return who.db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, who.userId)).get()?.hash ?? null
}

/** Stores a new password hash and ends every other session; returns the new session version. */
export function setPassword(who: Account, hash: string): number {
  const row = who.db
    .update(users)
    .set({ passwordHash: hash, sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, who.userId))
    .returning({ version: users.sessionVersion })
    .get()
  if (!row) throw new NotFound()
  return row.version
}

/** Remembers the language of the screens. */
export function setLanguage(who: Account, language: 'en' | 'ru'): void {
  who.db.update(users).set({ language }).where(eq(users.id, who.userId)).run()
}

/** Locks an account out (or lets it in again); for administrators and, on the command line, the operator. Throws NotFound. */
export function setDisabled(at: Door, email: string, disabled: boolean): void {
  const done = at.db
    .update(users)
    .set({ disabled, sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.email, emailKey(email)))
    .run()
  if (done.changes === 0) throw new NotFound()
}

/** What this person set on the screens. */
export function settings(who: Account): Readonly<Record<string, unknown>> {
  return who.db.select({ settings: users.settings }).from(users).where(eq(users.id, who.userId)).get()?.settings ?? {}
}

/** Changes one setting of a person. */
export function setSetting(who: Account, key: string, value: unknown): void {
  who.db
    .update(users)
    .set({ settings: { ...settings(who), [key]: value } })
    .where(eq(users.id, who.userId))
    .run()
}

/** Ten failures per account, or thirty per address, within a quarter of an hour close the door for the rest of it. */
export const limits = { account: 10, address: 30, window: 15 * 60_000 } as const

/** Whether sign-in is closed for this account or address at `now` (ms). */
export function closed(at: Door, email: string, address: string, now: number): boolean {
  const since = and(gt(signInFailures.at, now - limits.window))
  const n = (which: 'account' | 'address', value: string) =>
    at.db
      .select({ n: count() })
      .from(signInFailures)
      .where(and(eq(signInFailures[which], value), since))
      .get()?.n ?? 0
  return n('account', emailKey(email)) >= limits.account || n('address', address) >= limits.address
}

/** Remembers a failed sign-in; forgets those that no longer count. */
export function failed(at: Door, email: string, address: string, now: number): void {
  at.db
    .delete(signInFailures)
    .where(lt(signInFailures.at, now - limits.window))
    .run()
  at.db
    .insert(signInFailures)
    .values({ id: crypto.randomUUID(), account: emailKey(email), address, at: now })
    .run()
}

/** A successful sign-in clears the account's failures, not the address's. */
export function succeeded(at: Door, email: string): void {
  at.db
    .delete(signInFailures)
    .where(eq(signInFailures.account, emailKey(email)))
    .run()
}
