'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import { undo } from '@/db/undo'

/** Takes back one thing that the person did. */
export const undoOne = formAction(z.strictObject({ project: z.uuid(), seq: z.int() }), (access, { project, seq }) => {
  undo(access, seq)
  revalidatePath(`/projects/${project}`, 'layout')
})
