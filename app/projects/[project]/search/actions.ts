'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as autocoding from '@/db/autocoding'
import { undoStep } from '@/db/undo'

const place = { project: z.uuid(), step: z.uuid() }
const offset = z.int().min(0)

/** Puts a code on the passages that were left ticked; one step of the history. Answers how many codings were made. */
export const autocode = formAction(
  z.strictObject({
    ...place,
    code: z.uuid(),
    ranges: z
      .array(z.strictObject({ transcriptId: z.uuid(), start: offset, end: offset }))
      .min(1)
      .max(2000),
  }),
  (access, { step, code, ranges }) => {
    const made = autocoding.autocode(access, step, code, ranges)
    revalidatePath(`/projects/${access.projectId}`, 'layout')
    return made
  },
)

/** Takes such a step back. */
export const undoAutocode = formAction(z.strictObject(place), (access, { step }) => {
  undoStep(access, step)
  revalidatePath(`/projects/${access.projectId}`, 'layout')
})
