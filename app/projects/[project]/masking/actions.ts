'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import { consentLevels } from '@/core/masking/consent'
import { nameKinds } from '@/core/masking/mark'
import * as masking from '@/db/masking'
import * as suggested from '@/db/suggested'
import { undoStep } from '@/db/undo'

const project = z.uuid()
const id = z.uuid()
const name = z.strictObject({
  kind: z.enum(nameKinds),
  spellings: z.array(z.string().max(200)).max(20),
  pseudonym: z.string().max(200),
})
const place = { transcriptId: z.uuid(), start: z.int(), end: z.int() }
const fresh = (of: string) => revalidatePath(`/projects/${of}`, 'layout')

/** Masks the project, or no longer. */
export const setOn = formAction(z.strictObject({ project, on: z.boolean() }), (access, given) => {
  masking.setOn(access, given.on)
  fresh(access.projectId)
})

/** Accepts a suggestion under a pseudonym. */
export const accept = formAction(z.strictObject({ project, key: z.string().max(500), id, name }), (access, given) => {
  suggested.accept(access, given.key, given.id, given.name)
  fresh(access.projectId)
})

/** Declines a suggestion: its words may be named. Answers the id by which this is taken back. */
export const allow = formAction(z.strictObject({ project, words: z.string().max(500) }), (access, given) => {
  const made = masking.allow(access, given.words)
  fresh(access.projectId)
  return made
})

/** Suggests words again that had been declined. */
export const disallow = formAction(z.strictObject({ project, id }), (access, given) => {
  masking.disallow(access, given.id)
  fresh(access.projectId)
})

/** Adds a name to the list. */
export const addName = formAction(z.strictObject({ project, id, name }), (access, given) => {
  masking.addName(access, given.id, given.name)
  fresh(access.projectId)
})

/** Changes a name of the list. */
export const changeName = formAction(z.strictObject({ project, id, name }), (access, given) => {
  masking.changeName(access, given.id, given.name)
  fresh(access.projectId)
})

/** Takes a name off the list. */
export const removeName = formAction(z.strictObject({ project, id }), (access, given) => {
  masking.removeName(access, given.id)
  fresh(access.projectId)
})

/** Takes back what the person did last to a name or to words. */
export const takeBack = formAction(z.strictObject({ project, id }), (access, given) => {
  undoStep(access, given.id)
  fresh(access.projectId)
})

/** Marks passages by hand: as a name, or as none. */
export const mark = formAction(
  z.strictObject({ project, nameId: z.uuid().nullable(), places: z.array(z.strictObject({ id, ...place })).max(500) }),
  (access, given) => {
    masking.markAll(access, given.nameId, given.places)
    fresh(access.projectId)
  },
)

/** Takes a mark by hand away. */
export const unmark = formAction(z.strictObject({ project, id }), (access, given) => {
  masking.unmark(access, given.id)
  fresh(access.projectId)
})

/** Says by which category consent is told. */
export const setConsent = formAction(
  z.strictObject({
    project,
    variableId: z.uuid().nullable(),
    levels: z.record(z.string(), z.enum(consentLevels)),
  }),
  (access, { variableId, levels }) => {
    masking.setConsent(access, { variableId, levels })
    fresh(access.projectId)
  },
)

/** Says what the words of a passage may be used for. */
export const setPassage = formAction(
  z.strictObject({ project, id, ...place, level: z.enum(consentLevels) }),
  (access, { project: _, ...given }) => {
    masking.setPassage(access, given)
    fresh(access.projectId)
  },
)

/** Takes back what was said of a passage. */
export const unsetPassage = formAction(z.strictObject({ project, id }), (access, given) => {
  masking.unsetConsent(access, given.id)
  fresh(access.projectId)
})
