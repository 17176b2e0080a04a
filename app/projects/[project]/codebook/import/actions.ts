'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import { colourSlots } from '@/core/codebook/colour'
import { bringIn } from '@/db/codebook-import'
import { undoStep } from '@/db/undo'

const name = z.string().min(1).max(200)
const prose = z.string().max(20_000).optional()

const code = z.strictObject({
  path: z.array(name).min(1).max(100),
  ...{ definition: prose, include: prose, exclude: prose, example: prose },
  aliases: z.array(z.string().max(200)).max(100).optional(),
  colour: z
    .int()
    .min(0)
    .max(colourSlots - 1)
    .optional(),
})

/** Takes the codes of a file into the codebook: one step of the history. */
export const takeCodebook = formAction(
  z.strictObject({ project: z.uuid(), file: z.string().min(1).max(500), codes: z.array(code).max(10_000) }),
  (access, given) => {
    const brought = bringIn(access, given.codes, given.file)
    revalidatePath(`/projects/${access.projectId}`, 'layout')
    return brought
  },
)

/** Takes back what one brought in. */
export const takeCodebookBack = formAction(z.strictObject({ project: z.uuid(), step: z.uuid() }), (access, given) => {
  undoStep(access, given.step)
  revalidatePath(`/projects/${access.projectId}`, 'layout')
})
