'use server'

import { z } from 'zod'
import { accountAction, formAction } from '@/app/actions'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as reading from '@/db/reading'
import * as users from '@/db/users'
import { Preferred, settingName } from './preferences'

const project = z.uuid()
const id = z.uuid()
const offset = z.int().min(0)
const comment = z.string().max(20_000)
const weight = z.number().min(0).max(100).nullable()

const NewCoding = z.strictObject({
  project,
  id,
  transcriptId: id,
  codeId: id,
  start: offset,
  end: offset,
  comment: comment.optional(),
  weight: weight.optional(),
})
const Change = z.strictObject({
  project,
  id,
  to: z.strictObject({
    codeId: id.optional(),
    transcriptId: id.optional(),
    start: offset.optional(),
    end: offset.optional(),
    comment: comment.optional(),
    weight: weight.optional(),
  }),
})
const One = z.strictObject({ project, id })
const NewCode = z.strictObject({
  project,
  id,
  parentId: id.nullable(),
  name: z.string().max(500),
  colour: z.int().min(0).max(11),
})
const Place = z.strictObject({ project, interview: id, offset })

export const addCoding = formAction(NewCoding, (access, { project: _, ...coding }) => codings.add(access, coding))
export const changeCoding = formAction(Change, (access, { id, to }) => codings.change(access, id, to))
export const removeCoding = formAction(One, (access, { id }) => codings.remove(access, id))
export const restoreCoding = formAction(One, (access, { id }) => codings.restore(access, id))
export const addCode = formAction(NewCode, (access, { project: _, ...code }) => codes.add(access, code))
export const savePlace = formAction(Place, (access, { interview, offset }) =>
  reading.savePlace(access, interview, offset),
)

export const savePreference = accountAction(
  z.strictObject({ project, preferred: Preferred }),
  (who, { project, preferred }) => {
    users.setSetting(who, settingName(preferred.name, project), preferred.value)
    // A value, for an undefined one does not reach the browser.
    return true
  },
)
