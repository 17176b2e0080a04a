'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import { variableKinds } from '@/core/variable'
import * as variables from '@/db/variables'

const project = z.uuid()
const variable = z.uuid()
const kind = z.enum(variableKinds)
const name = z.string().max(200)
const fresh = (id: string) => revalidatePath(`/projects/${id}/interviews`, 'layout')

/** Adds a variable at the end. */
export const addVariable = formAction(z.strictObject({ project, name, kind }), (access, given) => {
  const added = variables.add(access, { name: given.name, kind: given.kind, categories: [] })
  fresh(access.projectId)
  return added
})

/** Renames a variable. */
export const renameVariable = formAction(z.strictObject({ project, variable, name }), (access, given) => {
  const changed = variables.rename(access, given.variable, given.name)
  fresh(access.projectId)
  return changed
})

/** Changes a variable's kind, if all its values fit. */
export const changeKind = formAction(z.strictObject({ project, variable, kind }), (access, given) => {
  const changed = variables.changeKind(access, given.variable, given.kind)
  fresh(access.projectId)
  return changed
})

/** Sets a category's values and their order. */
export const setCategories = formAction(
  z.strictObject({
    project,
    variable,
    wanted: z.array(z.strictObject({ was: z.string().nullable(), name })).max(1000),
  }),
  (access, given) => {
    const changed = variables.setCategories(access, given.variable, given.wanted)
    fresh(access.projectId)
    return changed
  },
)

/** Puts the variables into this order. */
export const reorderVariables = formAction(
  z.strictObject({ project, order: z.array(variable).max(1000) }),
  (access, given) => {
    variables.reorder(access, given.order)
    fresh(access.projectId)
  },
)

/** Removes a variable with its values. */
export const removeVariable = formAction(z.strictObject({ project, variable }), (access, given) => {
  variables.remove(access, given.variable)
  fresh(access.projectId)
})

/** Takes back this person's newest change or removal of a variable. */
export const restoreVariable = formAction(z.strictObject({ project, variable }), (access, given) => {
  const back = variables.restore(access, given.variable)
  fresh(access.projectId)
  return back
})
