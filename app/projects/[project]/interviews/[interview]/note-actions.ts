'use server'

import { z } from 'zod'
import { formAction } from '@/app/actions'
import { translationStates } from '@/core/notes/translation'
import { Conflict } from '@/db/refusal'
import * as translations from '@/db/translations'

const project = z.uuid()
const id = z.uuid()
const offset = z.int().min(0)
const language = z.string().max(35)
const text = z.string().max(100_000)
const state = z.enum(translationStates)

const NewTranslation = z.strictObject({
  project,
  id,
  transcriptId: id,
  start: offset,
  end: offset,
  language,
  text,
  state,
})
const Change = z.strictObject({
  project,
  id,
  to: z.strictObject({
    seen: z.int().min(1),
    language: language.optional(),
    text: text.optional(),
    state: state.optional(),
  }),
})
const One = z.strictObject({ project, id })

export const addTranslation = formAction(NewTranslation, (access, { project: _, ...translation }) =>
  translations.add(access, translation),
)

/** Stores a change, or answers with the newer version that somebody else stored, so that the person sees both. */
export const changeTranslation = formAction(Change, (access, { id, to }) => {
  try {
    return { stored: true, translation: translations.change(access, id, to) }
  } catch (error) {
    if (error instanceof Conflict && error.reason === 'changedSince')
      return { stored: false, translation: translations.get(access, id) }
    throw error
  }
})
export const removeTranslation = formAction(One, (access, { id }) => translations.remove(access, id))
export const restoreTranslation = formAction(One, (access, { id }) => translations.restore(access, id))
