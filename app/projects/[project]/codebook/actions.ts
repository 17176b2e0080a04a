'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import { colourSlots } from '@/core/codebook/colour'
import { merge } from '@/db/code-merge'
import { openSplit } from '@/db/code-queues'
import * as codes from '@/db/codes'
import { undoStep } from '@/db/undo'

const project = z.uuid()
const id = z.uuid()
const parentId = z.uuid().nullable()
const position = z.int().min(0)
const name = z.string().max(200)
const colour = z
  .int()
  .min(0)
  .max(colourSlots - 1)
const prose = z.string().max(20_000)

const fields = z.strictObject({
  name: name.optional(),
  colour: colour.optional(),
  definition: prose.optional(),
  include: prose.optional(),
  exclude: prose.optional(),
  example: prose.optional(),
  aliases: z.array(z.string().max(200)).max(100).readonly().optional(),
})

/** Adds a code at a place. */
export const addCode = formAction(
  z.strictObject({ project, id, parentId, position, name, colour: colour.optional() }),
  (access, { project: _, ...code }) => codes.add(access, code),
)

/** Renames, colours or describes a code; `seen` is what the person saw in the fields they write. */
export const changeCode = formAction(z.strictObject({ project, id, to: fields, seen: fields }), (access, given) =>
  codes.change(access, given.id, given.to, given.seen),
)

/** Puts a code elsewhere in the tree. */
export const moveCode = formAction(
  z.strictObject({ project, id, to: z.strictObject({ parentId, position }) }),
  (access, given) => codes.move(access, given.id, given.to),
)

/** Removes a code with what is under it, and all codings with these. */
export const removeCode = formAction(
  z.strictObject({ project, id, only: z.literal('unused').optional() }),
  (access, given) => codes.remove(access, given.id, given.only),
)

/** Makes one code of two; one step of the history. */
export const mergeCode = formAction(z.strictObject({ project, id, into: id }), (access, given) => {
  const merged = merge(access, given.id, given.into)
  revalidatePath(`/projects/${access.projectId}`, 'layout')
  return merged
})

/** Takes a merge back that one did oneself. */
export const unmergeCode = formAction(z.strictObject({ project, id }), (access, given) => {
  undoStep(access, given.id)
  revalidatePath(`/projects/${access.projectId}`, 'layout')
})

/** Puts a code out of use, or back. */
export const archiveCode = formAction(z.strictObject({ project, id, archived: z.boolean() }), (access, given) =>
  codes.setArchived(access, given.id, given.archived),
)

/** Opens a queue in which the passages of a code are divided, among codes that are there and new ones under it. Answers the queue's id. */
export const splitCode = formAction(
  z.strictObject({ project, id, into: z.array(id).max(30), names: z.array(name).max(30) }),
  (access, given) => {
    const made = given.names.map(
      (one) => codes.add(access, { id: crypto.randomUUID(), parentId: given.id, name: one }).id,
    )
    const queue = openSplit(access, given.id, [...given.into, ...made])
    revalidatePath(`/projects/${access.projectId}`, 'layout')
    return queue
  },
)

/** Takes back one's own removal of a code. */
export const restoreCode = formAction(z.strictObject({ project, id }), (access, given) =>
  codes.restore(access, given.id),
)
