'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as codeQueues from '@/db/code-queues'
import * as codings from '@/db/codings'

const one = z.strictObject({ project: z.uuid(), queue: z.uuid(), coding: z.uuid() })

/** Says of a passage that its code is right. */
export const keepInQueue = formAction(one, (access, { queue, coding }) => codeQueues.keep(access, queue, coding))

/** Gives a passage another code. */
export const recodeInQueue = formAction(one.extend({ code: z.uuid() }), (access, { queue, coding, code }) =>
  access.db.transaction(() => {
    codings.change(access, coding, { codeId: code })
    codeQueues.keep(access, queue, coding)
  }),
)

/** Takes a passage's coding away. */
export const removeInQueue = formAction(one, (access, { coding }) => {
  codings.remove(access, coding)
})

/** Takes back what was done to a passage last: it waits in the queue once more. */
export const putBackInQueue = formAction(
  one.extend({ code: z.uuid(), how: z.enum(['keep', 'recode', 'remove']) }),
  (access, { queue, coding, code, how }) =>
    access.db.transaction(() => {
      if (how === 'remove') codings.restore(access, coding)
      if (how === 'recode') codings.change(access, coding, { codeId: code })
      codeQueues.unkeep(access, queue, coding)
    }),
)

/** Ends the queue; what is left stays as it is. */
export const closeQueue = formAction(one.omit({ coding: true }), (access, { queue }) => {
  codeQueues.close(access, queue)
  revalidatePath(`/projects/${access.projectId}`, 'layout')
})
