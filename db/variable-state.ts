import { and, asc, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ValueProblem } from '@/core/interviews/value'
import { fold } from '@/core/text/fold'
import { type Variable, variableKinds } from '@/core/variable'
import type { Access } from './access'
import type { EventKind } from './events'
import { NotFound, Refusal } from './refusal'
import { events, interviews, interviewValues, variables } from './schema'

/** A variable as events keep it; `values` is null when the event did not touch them. */
export const storedVariable = z.object({
  name: z.string(),
  kind: z.enum(variableKinds),
  categories: z.array(z.string()),
  position: z.number(),
  values: z.array(z.object({ interviewId: z.string(), value: z.string() })).nullable(),
})
type StoredVariable = z.infer<typeof storedVariable>

/** A variable with all its values, in a fixed order. */
export type VariableState = Omit<StoredVariable, 'values'> & {
  readonly values: readonly { readonly interviewId: string; readonly value: string }[]
}

/** The refusal of a value that a variable cannot have, with everything its message names. */
export function unfit(
  variable: Pick<Variable, 'name' | 'categories'>,
  value: string,
  interview: string,
  problem: ValueProblem,
): Refusal {
  return new Refusal(problem, { value, interview, variable: variable.name, values: variable.categories.join(', ') })
}

/** Whether the project has this variable now. */
export function has(access: Access, id: string): boolean {
  return find(access, id) !== undefined
}

/** A variable of the project with its values. Throws NotFound when the project has none of this id. */
export function variableState(access: Access, id: string): VariableState {
  const row = find(access, id)
  if (!row) throw new NotFound()
  const values = access.db
    .select({ interviewId: interviewValues.interviewId, value: interviewValues.value })
    .from(interviewValues)
    .where(eq(interviewValues.variableId, id))
    .orderBy(asc(interviewValues.interviewId))
    .all()
  return { ...row, values }
}

/** Whether a variable is still what an event made of it, in all that the event touched; its place does not count. */
export function agrees(now: VariableState, after: StoredVariable): boolean {
  const seen = (state: StoredVariable | VariableState) =>
    JSON.stringify([state.name, state.kind, state.categories, after.values === null ? null : state.values])
  return seen(now) === seen(after)
}

/** Brings a variable back to a stored state; values of interviews that are gone stay gone. Call it inside a transaction. */
export function putBack(access: Access, id: string, was: StoredVariable, exists: boolean): void {
  const row = { name: was.name, nameKey: fold(was.name), kind: was.kind, categories: was.categories }
  if (exists) access.db.update(variables).set(row).where(eq(variables.id, id)).run()
  else {
    access.db
      .update(variables)
      .set({ position: sql`${variables.position} + 1` })
      .where(and(eq(variables.projectId, access.projectId), gte(variables.position, was.position)))
      .run()
    access.db
      .insert(variables)
      .values({ ...row, id, projectId: access.projectId, position: was.position })
      .run()
    close(access)
  }
  if (was.values === null) return
  access.db.delete(interviewValues).where(eq(interviewValues.variableId, id)).run()
  const there = new Set(
    access.db
      .select({ id: interviews.id })
      .from(interviews)
      .where(eq(interviews.projectId, access.projectId))
      .all()
      .map((row) => row.id),
  )
  for (const { interviewId, value } of was.values)
    if (there.has(interviewId)) access.db.insert(interviewValues).values({ interviewId, variableId: id, value }).run()
}

/** Numbers the project's variables from 0 without gaps. Call it inside a transaction. */
export function close(access: Access): void {
  const ids = access.db
    .select({ id: variables.id })
    .from(variables)
    .where(eq(variables.projectId, access.projectId))
    .orderBy(asc(variables.position), asc(variables.name))
    .all()
  ids.forEach(({ id }, position) => {
    access.db.update(variables).set({ position }).where(eq(variables.id, id)).run()
  })
}

/** This person's newest event of a kind on a subject that was not taken back, with both its sides, or null. */
export function mineWithAfter(access: Access, kind: EventKind, subject: string) {
  const row = access.db
    .select({ seq: events.seq, before: events.before, after: events.after })
    .from(events)
    .where(
      and(
        eq(events.projectId, access.projectId),
        eq(events.userId, access.userId),
        eq(events.kind, kind),
        eq(events.subject, subject),
        isNull(events.undoneBy),
      ),
    )
    .orderBy(desc(events.seq))
    .get()
  return row ?? null
}

function find(access: Access, id: string) {
  return access.db
    .select({
      name: variables.name,
      kind: variables.kind,
      categories: variables.categories,
      position: variables.position,
    })
    .from(variables)
    .where(and(eq(variables.projectId, access.projectId), eq(variables.id, id)))
    .get()
}
