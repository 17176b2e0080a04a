'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as interviews from '@/db/interviews'

const project = z.uuid()
const ids = z.array(z.uuid()).min(1).max(10_000)
const cell = z.strictObject({ interviewId: z.uuid(), variableId: z.uuid(), value: z.string().max(10_000).nullable() })

/** Sets cells of the table, of one interview or many; answers them as stored and as they were. */
export const setValues = formAction(
  z.strictObject({ project, cells: z.array(cell).min(1).max(50_000) }),
  (access, given) => interviews.setValues(access, given.cells),
)

/** Renames an interview; answers the name as stored and the one before. */
export const renameInterview = formAction(
  z.strictObject({ project, interview: z.uuid(), name: z.string().max(300) }),
  (access, given) => interviews.rename(access, given.interview, given.name),
)

/** Removes interviews with their texts and codings. */
export const removeInterviews = formAction(z.strictObject({ project, interviews: ids }), (access, given) => {
  interviews.remove(access, given.interviews)
  revalidatePath(`/projects/${access.projectId}/interviews`)
})

/** Brings removed interviews back; answers how many codings could not come. */
export const restoreInterviews = formAction(z.strictObject({ project, interviews: ids }), (access, given) => {
  const lost = given.interviews.reduce((sum, id) => sum + interviews.restore(access, id).lost, 0)
  revalidatePath(`/projects/${access.projectId}/interviews`)
  return { lost }
})
