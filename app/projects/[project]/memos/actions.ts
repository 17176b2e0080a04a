'use server'

import { z } from 'zod'
import { formAction } from '@/app/actions'
import { memoKinds } from '@/core/notes/memo'
import { readRich } from '@/core/notes/read-rich'
import type { RichNode } from '@/core/notes/rich-text'
import * as memos from '@/db/memos'
import { Conflict } from '@/db/refusal'

const project = z.uuid()
const id = z.uuid()
const title = z.string().max(300)
const LONGEST = 500_000

const body = z.unknown().transform((value, context): RichNode => {
  const read = JSON.stringify(value ?? null).length <= LONGEST ? readRich(value) : null
  if (read) return read
  context.addIssue({ code: 'custom', message: 'no rich text' })
  return z.NEVER
})

const NewMemo = z.strictObject({
  project,
  id,
  subject: z.strictObject({ kind: z.enum(memoKinds), id }),
  title,
  body,
})
const Save = z.strictObject({ project, id, title, body, seen: z.int().min(0) })
const One = z.strictObject({ project, id })

export const addMemo = formAction(NewMemo, (access, { project: _, ...memo }) => memos.add(access, memo))

/** Stores a memo, or answers with the newer version that somebody else stored, so that the person sees both. */
export const saveMemo = formAction(Save, (access, { id, title, body, seen }) => {
  try {
    return { stored: true, memo: memos.save(access, id, { title, body, seen }) }
  } catch (error) {
    if (error instanceof Conflict) return { stored: false, memo: memos.get(access, id) }
    throw error
  }
})

export const removeMemo = formAction(One, (access, { id }) => memos.remove(access, id))
export const restoreMemo = formAction(One, (access, { id }) => memos.restore(access, id))
