'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as points from '@/db/restore-points'
import { undo } from '@/db/undo'

/** Takes back one thing that the person did. */
export const undoOne = formAction(z.strictObject({ project: z.uuid(), seq: z.int() }), (access, { project, seq }) => {
  undo(access, seq)
  revalidatePath(`/projects/${project}`, 'layout')
})

const point = z.strictObject({ project: z.uuid(), id: z.uuid() })
const everywhere = (project: string) => revalidatePath(`/projects/${project}`, 'layout')

/** Keeps the project as it is now under a name. */
export const keepPoint = formAction(
  z.strictObject({ project: z.uuid(), name: z.string().max(200) }),
  (access, { project, name }) => {
    points.keepPoint(access, name)
    everywhere(project)
  },
)

/** Makes the project what it was at a point; `before` is the name under which today is kept. */
export const returnToPoint = formAction(
  point.extend({ before: z.string().max(200) }),
  (access, { project, id, before }) => {
    points.returnTo(access, id, before)
    everywhere(project)
  },
)

/** Takes a point away. */
export const removePoint = formAction(point, (access, { project, id }) => {
  points.removePoint(access, id)
  everywhere(project)
})
