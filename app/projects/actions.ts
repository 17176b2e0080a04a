'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { accountAction, formAction } from '@/app/actions'
import { projectTemplate } from '@/core/project-template'
import { fold } from '@/core/text/fold'
import * as projects from '@/db/projects'
import { Conflict } from '@/db/refusal'
import * as variables from '@/db/variables'
import { load } from '@/sample/load'

const NewProject = z.strictObject({
  name: z.string().trim().min(1).max(200),
  description: z.string().max(5000),
  template: z.boolean(),
})

/** Makes a project, with the template's variables if asked. Answers its id. */
export const addProject = accountAction(NewProject, (who, { name, description, template }) =>
  who.db.transaction(() => {
    const access = projects.add(who, { name, description })
    if (template) for (const variable of projectTemplate) variables.add(access, variable)
    return access.projectId
  }),
)

/** Deletes a project whose name was typed to confirm. */
export const deleteProject = formAction(z.strictObject({ project: z.uuid(), name: z.string() }), (access, { name }) => {
  if (fold(projects.get(access).name) !== fold(name)) throw new Conflict('invalid')
  projects.remove(access)
  revalidatePath('/projects')
})

/** Composes the sample study and stores it as a project of the person's own. */
export const loadSample = accountAction(z.strictObject({}), (who) => {
  const id = load(who)
  revalidatePath('/projects')
  return id
})
