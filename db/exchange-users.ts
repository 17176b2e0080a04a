import { eq } from 'drizzle-orm'
import type { ExchangeProject } from '@/core/exchange/project'
import { fold, tidy } from '@/core/text/fold'
import type { Access } from './access'
import { record } from './events'
import { coders } from './projects'
import { members, users } from './schema'
import { emailKey } from './users'

/**
 * Who each user of a project that comes in is here: a coder of the project with the same address or name, else a new coder who cannot sign in.
 * Codings by nobody that is named are those of “unknown”, who is made when first asked for.
 */
export function bringUsers(access: Access, project: ExchangeProject): (id: string | null) => string {
  const emails = new Map(
    access.db
      .select({ id: users.id, email: users.email })
      .from(users)
      .innerJoin(members, eq(members.userId, users.id))
      .where(eq(members.projectId, access.projectId))
      .all()
      .map((row) => [row.email ?? '', row.id]),
  )
  const names = new Map(coders(access).map((coder) => [fold(coder.name), coder.id]))
  const made = (given: string): string => {
    const name = tidy(given) || 'unknown'
    const there = names.get(fold(name))
    if (there !== undefined) return there
    const id = newCoder(access, name)
    names.set(fold(name), id)
    return id
  }
  const found = new Map(
    project.users.map(({ id, name, email }) => [
      id,
      (email === '' ? undefined : emails.get(emailKey(email))) ?? made(name),
    ]),
  )
  return (id) => (id === null ? undefined : found.get(id)) ?? made('unknown')
}

/** Makes a coder of the project who cannot sign in: somebody whose codings come from elsewhere. Answers their id. */
export function newCoder(access: Access, name: string): string {
  const id = crypto.randomUUID()
  access.db
    .insert(users)
    .values({ id, name: tidy(name), email: null })
    .run()
  access.db.insert(members).values({ projectId: access.projectId, userId: id, role: 'coder' }).run()
  record(access, 'member.add', id, null, { role: 'coder' })
  return id
}
