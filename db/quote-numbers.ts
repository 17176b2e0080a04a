import { asc, eq, sql } from 'drizzle-orm'
import type { Access } from './access'
import { interviews } from './schema'
import { codingNumbers, interviewNumbers } from './schema-quotes'

/**
 * Gives each of these codings (with its interview) a number if it has none: the next one of its interview, and its interview the next one of the
 * project, where interviews that came earlier are numbered before. A number is given once and never again, whatever is removed. To be called in a
 * transaction.
 */
export function number(
  access: Access,
  codings: readonly { readonly id: string; readonly interviewId: string }[],
): void {
  if (codings.some(({ interviewId }) => !interviewNumber(access, interviewId))) numberInterviews(access)
  for (const { id, interviewId } of codings)
    access.db
      .insert(codingNumbers)
      .values({
        codingId: id,
        interviewId,
        number: sql`(select coalesce(max(n.number), 0) + 1 from coding_numbers n where n.interview_id = ${interviewId})`,
      })
      .onConflictDoNothing()
      .run()
}

/** The numbers of codings that have one, by their ids, such as "17:4". */
export function of(access: Access, codingIds: readonly string[]): ReadonlyMap<string, string> {
  const rows = access.db.values<[string, number, number]>(sql`
    select c.coding_id, i.number, c.number from coding_numbers c
    join interview_numbers i on i.interview_id = c.interview_id
    where i.project_id = ${access.projectId} and c.coding_id in (select value from json_each(${JSON.stringify(codingIds)}))`)
  return new Map(rows.map(([id, interview, coding]) => [id, `${interview}:${coding}`]))
}

function interviewNumber(access: Access, interviewId: string): boolean {
  const row = access.db
    .select({ number: interviewNumbers.number })
    .from(interviewNumbers)
    .where(eq(interviewNumbers.interviewId, interviewId))
    .get()
  return row !== undefined
}

/** Numbers all interviews of the project that have no number yet, in the order in which they came. */
function numberInterviews(access: Access): void {
  const all = access.db
    .select({ id: interviews.id })
    .from(interviews)
    .where(eq(interviews.projectId, access.projectId))
    .orderBy(asc(interviews.createdAt), asc(interviews.nameKey))
    .all()
  for (const { id } of all)
    access.db
      .insert(interviewNumbers)
      .values({
        interviewId: id,
        projectId: access.projectId,
        number: sql`(select coalesce(max(n.number), 0) + 1 from interview_numbers n where n.project_id = ${access.projectId})`,
      })
      .onConflictDoNothing()
      .run()
}
