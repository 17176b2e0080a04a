'use server'

import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as saved from '@/db/saved-analyses'

const project = z.uuid()

/** The saved analyses of a project. */
export const listSaved = formAction(z.strictObject({ project }), (access) => saved.list(access))

/** Saves a page with its settings under a name. */
export const addSaved = formAction(
  z.strictObject({
    project,
    name: z.string().max(200),
    page: z.string().regex(/^[a-z-]+(?:\/[a-z-]+)?$/),
    search: z.string().max(20_000),
  }),
  (access, { project: _, ...given }) => saved.add(access, given),
)

/** Takes a saved analysis away. */
export const removeSaved = formAction(z.strictObject({ project, id: z.uuid() }), (access, { id }) =>
  saved.remove(access, id),
)

/** Brings it back. */
export const restoreSaved = formAction(z.strictObject({ project, id: z.uuid() }), (access, { id }) =>
  saved.restore(access, id),
)
