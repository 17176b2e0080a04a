import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Coder, Project } from '@/core/project'
import { fold, tidy } from '@/core/text/fold'
import { type Access, type Account, type Door, enter, mustOwn } from './access'
import { visibleTo } from './codings'
import { record } from './events'
import { Conflict, NotFound } from './refusal'
import { codings, interviews, members, projects, transcripts, users } from './schema'

/** A project in the list of one's projects. */
export type Listed = Project & { readonly interviews: number; readonly members: number; readonly createdAt: number }

const columns = {
  id: projects.id,
  name: projects.name,
  description: projects.description,
  role: members.role,
  composed: projects.composed,
  consensusId: projects.consensusId,
}

/** The projects a person is a member of, newest first. */
export function mine(who: Account): readonly Listed[] {
  return who.db
    .select({
      ...columns,
      createdAt: projects.createdAt,
      interviews: sql<number>`(select count(*) from ${interviews} where ${interviews.projectId} = ${projects.id})`,
      members: sql<number>`(select count(*) from members m where m.project_id = ${projects.id})`,
    })
    .from(projects)
    .innerJoin(members, and(eq(members.projectId, projects.id), eq(members.userId, who.userId)))
    .orderBy(sql`${projects.createdAt} desc`, asc(projects.name))
    .all()
}

/** The project one is in. */
export function get(access: Access): Project {
  const row = access.db
    .select(columns)
    .from(projects)
    .innerJoin(members, and(eq(members.projectId, projects.id), eq(members.userId, access.userId)))
    .where(eq(projects.id, access.projectId))
    .get()
  if (!row) throw new NotFound()
  return row
}

/** Makes a project with its consensus coder; the maker is its owner. Names of one's own projects differ. Throws Conflict. */
export function add(
  who: Account,
  project: { readonly name: string; readonly description?: string; readonly composed?: boolean },
): Access {
  const name = tidy(project.name)
  if (name === '') throw new Conflict('nameEmpty')
  return who.db.transaction(() => {
    if (mine(who).some((other) => fold(other.name) === fold(name))) throw new Conflict('nameTaken', { name })
    const id = crypto.randomUUID()
    const consensusId = crypto.randomUUID()
    who.db.insert(users).values({ id: consensusId, name: 'Consensus', kind: 'consensus' }).run()
    who.db
      .insert(projects)
      .values({ id, name, description: project.description ?? '', consensusId, composed: project.composed ?? false })
      .run()
    who.db.insert(members).values({ projectId: id, userId: who.userId, role: 'owner' }).run()
    const access = enter(who, id)
    record(access, 'project.add', id, null, { name })
    return access
  })
}

/** Changes name or description; owners only. Throws Conflict. */
export function change(access: Access, to: { readonly name: string; readonly description: string }): void {
  mustOwn(access)
  const name = tidy(to.name)
  if (name === '') throw new Conflict('nameEmpty')
  access.db.transaction(() => {
    const before = get(access)
    access.db.update(projects).set({ name, description: to.description }).where(eq(projects.id, access.projectId)).run()
    record(access, 'project.change', access.projectId, { name: before.name, description: before.description }, to)
  })
}

/** Deletes a project and everything in it, with its consensus coder; owners only. The page asks for its name first. */
export function remove(access: Access): void {
  mustOwn(access)
  access.db.transaction(() => {
    const { consensusId } = get(access)
    // Codings first: their coder is restricted, and the consensus goes with the project.
    access.db
      .delete(codings)
      .where(
        sql`${codings.transcriptId} in (select t.id from ${transcripts} t join ${interviews} i on i.id = t.interview_id where i.project_id = ${access.projectId})`,
      )
      .run()
    access.db.delete(projects).where(eq(projects.id, access.projectId)).run()
    access.db.delete(users).where(eq(users.id, consensusId)).run()
  })
}

/** Everybody whose codings can be in the project: the members by name, then the consensus; `n` counts their codings. */
export function coders(access: Access): readonly Coder[] {
  const people = access.db
    .select({ id: users.id, name: users.name, kind: users.kind })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.projectId, access.projectId))
    .orderBy(asc(users.name))
    .all()
  const former = access.db
    .selectDistinct({ id: users.id, name: users.name, kind: users.kind })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .innerJoin(users, eq(users.id, codings.coderId))
    .where(visibleTo(access))
    .all()
  const seen = new Set(people.map((one) => one.id))
  return [...people, ...former.filter((one) => !seen.has(one.id))]
}

/** All projects with their owners' addresses ('' for one who cannot sign in), for the command line. */
export function all(
  at: Door,
): readonly { id: string; name: string; composed: boolean; interviews: number; owner: string }[] {
  return at.db
    .select({
      id: projects.id,
      name: projects.name,
      composed: projects.composed,
      interviews: sql<number>`(select count(*) from interviews where interviews.project_id = projects.id)`,
      owner: sql<string>`coalesce((select u.email from members m join users u on u.id = m.user_id where m.project_id = projects.id and m.role = 'owner' order by m.created_at limit 1), '')`,
    })
    .from(projects)
    .orderBy(asc(projects.createdAt))
    .all()
}

/** How many members of each role. */
export function owners(access: Access): number {
  return (
    access.db
      .select({ n: count() })
      .from(members)
      .where(and(eq(members.projectId, access.projectId), eq(members.role, 'owner')))
      .get()?.n ?? 0
  )
}
