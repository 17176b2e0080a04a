import { and, asc, eq, ne } from 'drizzle-orm'
import { checkedValue, tidyCategories } from '@/core/interviews/value'
import type { NewVariable } from '@/core/project-template'
import { fold, tidy } from '@/core/text/fold'
import type { Variable, VariableKind } from '@/core/variable'
import { type Access, mustLead } from './access'
import { mine, record, takenBack } from './events'
import { Conflict, NotFound, Refusal } from './refusal'
import { interviews, interviewValues, variables } from './schema'
import {
  agrees,
  close,
  has,
  mineWithAfter,
  putBack,
  storedVariable,
  unfit,
  type VariableState,
  variableState,
} from './variable-state'

const columns = {
  id: variables.id,
  name: variables.name,
  kind: variables.kind,
  categories: variables.categories,
}

/** The project's variables in their order. */
export function list(access: Access): Variable[] {
  return access.db
    .select(columns)
    .from(variables)
    .where(eq(variables.projectId, access.projectId))
    .orderBy(asc(variables.position), asc(variables.name))
    .all()
}

/** Adds a variable at the end. Throws Conflict when its name is taken, Forbidden unless the person leads. */
export function add(access: Access, variable: NewVariable): Variable {
  mustLead(access)
  return access.db.transaction(() => {
    const name = freeName(access, variable.name)
    const row = {
      id: crypto.randomUUID(),
      projectId: access.projectId,
      name,
      nameKey: fold(name),
      kind: variable.kind,
      categories: variable.kind === 'category' ? tidyCategories(variable.categories) : [],
      position: list(access).length,
    }
    access.db.insert(variables).values(row).run()
    const added = { id: row.id, name: row.name, kind: row.kind, categories: row.categories }
    record(access, 'variable.add', row.id, null, added)
    return added
  })
}

/** Renames a variable. Throws Conflict when the name is taken. */
export function rename(access: Access, id: string, name: string): Variable {
  return change(access, id, () => {
    const free = freeName(access, name, id)
    access.db
      .update(variables)
      .set({ name: free, nameKey: fold(free) })
      .where(eq(variables.id, id))
      .run()
  })
}

/**
 * Changes a variable's kind. Every value is checked against the new kind and brought into its form; when one does not fit, nothing
 * changes and a Refusal names the value and its interview. A category without values of its own takes those in use, in alphabetical order.
 */
export function changeKind(
  access: Access,
  id: string,
  kind: VariableKind,
  categories: readonly string[] = [],
): Variable {
  return change(access, id, (was) => {
    const inUse = spellings(was.values.map((one) => one.value))
    const names =
      kind === 'category' ? tidyCategories(categories.length > 0 ? categories : [...was.categories, ...inUse]) : []
    access.db.update(variables).set({ kind, categories: names }).where(eq(variables.id, id)).run()
    for (const { interviewId, value } of was.values) {
      const checked = checkedValue({ kind, categories: names }, value)
      if (!checked.ok)
        throw unfit({ ...was, categories: names }, value, interviewName(access, interviewId), checked.problem)
      if (checked.value === value) continue
      access.db
        .update(interviewValues)
        .set({ value: checked.value ?? '' })
        .where(and(eq(interviewValues.interviewId, interviewId), eq(interviewValues.variableId, id)))
        .run()
    }
  })
}

/** One category as it shall be; `was` is the name it has now, or null for a new one. */
export type CategoryChange = { readonly was: string | null; readonly name: string }

/**
 * Sets a category's values and their order. A renamed one takes its interviews along; interviews that have one which is no longer listed
 * lose it (`restore` brings it back). Throws Conflict for two names that compare equal, NotFound for a `was` that is not there.
 */
export function setCategories(access: Access, id: string, wanted: readonly CategoryChange[]): Variable {
  return change(access, id, (was) => {
    if (was.kind !== 'category') throw new Refusal('invalid')
    const names = wanted.map((one) => tidy(one.name))
    const twice = names.find((name, i) => names.some((other, j) => j < i && fold(other) === fold(name)))
    if (twice !== undefined) throw new Conflict('nameTaken', { name: twice })
    if (names.includes('')) throw new Refusal('nameEmpty')
    const renamed = new Map<string, string>()
    wanted.forEach((one, i) => {
      if (one.was === null) return
      if (!was.categories.includes(one.was)) throw new NotFound('gone')
      renamed.set(one.was, names[i] ?? '')
    })
    access.db.update(variables).set({ categories: names }).where(eq(variables.id, id)).run()
    for (const { interviewId, value } of was.values) {
      const place = and(eq(interviewValues.interviewId, interviewId), eq(interviewValues.variableId, id))
      const next = renamed.get(value)
      if (next === undefined) access.db.delete(interviewValues).where(place).run()
      else if (next !== value) access.db.update(interviewValues).set({ value: next }).where(place).run()
    }
  })
}

/**
 * Makes variables and categories that a sheet brings, as far as they are not there: a variable whose name exists stays what it is, and a
 * category gets its new values behind those it has. Answers all variables of the project; a repeat changes nothing.
 */
export function ensure(access: Access, wanted: readonly NewVariable[]): Variable[] {
  mustLead(access)
  return access.db.transaction(() => {
    for (const one of wanted) {
      const there = list(access).find((variable) => fold(variable.name) === fold(one.name))
      if (!there) add(access, one)
      else if (there.kind === 'category') {
        const all = tidyCategories([...there.categories, ...one.categories])
        const known = (name: string) => (there.categories.includes(name) ? name : null)
        if (all.length > there.categories.length)
          setCategories(
            access,
            there.id,
            all.map((name) => ({ was: known(name), name })),
          )
      }
    }
    return list(access)
  })
}

/** Puts the variables into this order; `ids` must be all of the project's variables, else Conflict `changedSince`. */
export function reorder(access: Access, ids: readonly string[]): Variable[] {
  mustLead(access)
  return access.db.transaction(() => {
    const before = list(access).map((variable) => variable.id)
    if (new Set(ids).size !== ids.length || ids.length !== before.length || ids.some((id) => !before.includes(id)))
      throw new Conflict('changedSince')
    ids.forEach((id, position) => {
      access.db.update(variables).set({ position }).where(eq(variables.id, id)).run()
    })
    record(access, 'variable.change', access.projectId, { order: before }, { order: ids })
    return list(access)
  })
}

/** Removes a variable and its values of all interviews; `restore` brings them back. */
export function remove(access: Access, id: string): void {
  mustLead(access)
  access.db.transaction(() => {
    const was = variableState(access, id)
    access.db.delete(variables).where(eq(variables.id, id)).run()
    close(access)
    record(access, 'variable.remove', id, was, null)
  })
}

/**
 * Takes back this person's newest change or removal of a variable: name, kind, categories and values are again what they were.
 * Throws NotFound when there is nothing to take back, Conflict `changedSince` when what it changed was changed again, `nameTaken` when
 * its name was given away.
 */
export function restore(access: Access, id: string): Variable {
  mustLead(access)
  return access.db.transaction(() => {
    const removed = mine(access, 'variable.remove', id)
    const changed = mineWithAfter(access, 'variable.change', id)
    const there = has(access, id)
    const event = there ? changed : removed
    if (!event) throw new NotFound('gone')
    const was = storedVariable.parse(event.before)
    const now = there ? variableState(access, id) : null
    if (now && changed && !agrees(now, storedVariable.parse(changed.after))) throw new Conflict('changedSince')
    freeName(access, was.name, id)
    putBack(access, id, was, now !== null)
    const seq = record(access, 'variable.restore', id, now, was)
    takenBack(access, event.seq, seq)
    return { id, name: was.name, kind: was.kind, categories: was.categories }
  })
}

function change(access: Access, id: string, run: (was: VariableState) => void): Variable {
  mustLead(access)
  return access.db.transaction(() => {
    const was = variableState(access, id)
    run(was)
    const now = variableState(access, id)
    const sameValues = JSON.stringify(was.values) === JSON.stringify(now.values)
    const shown = (state: VariableState) => ({ ...state, values: sameValues ? null : state.values })
    record(access, 'variable.change', id, shown(was), shown(now))
    return { id, name: now.name, kind: now.kind, categories: now.categories }
  })
}

function freeName(access: Access, wanted: string, self = ''): string {
  const name = tidy(wanted)
  if (name === '') throw new Refusal('nameEmpty')
  const taken = access.db
    .select({ id: variables.id })
    .from(variables)
    .where(and(eq(variables.projectId, access.projectId), eq(variables.nameKey, fold(name)), ne(variables.id, self)))
    .get()
  if (taken) throw new Conflict('nameTaken', { name })
  return name
}

/** Of spellings that compare equal the most frequent, of equally frequent ones the capitalised; in alphabetical order. */
function spellings(values: readonly string[]): string[] {
  const uses = new Map<string, number>()
  for (const value of values) uses.set(value, (uses.get(value) ?? 0) + 1)
  const alphabet = new Intl.Collator(undefined, { caseFirst: 'upper' })
  const byUse = [...uses].sort(([a, m], [b, n]) => n - m || alphabet.compare(a, b)).map(([value]) => value)
  return tidyCategories(byUse).sort(alphabet.compare)
}

function interviewName(access: Access, interviewId: string): string {
  return (
    access.db.select({ name: interviews.name }).from(interviews).where(eq(interviews.id, interviewId)).get()?.name ?? ''
  )
}
