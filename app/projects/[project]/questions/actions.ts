'use server'

import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as threads from '@/db/threads'

const project = z.uuid()
const id = z.uuid()
const offset = z.int().min(0)
const text = z.string().max(20_000)

const NewQuestion = z.strictObject({
  project,
  id,
  postId: id,
  transcriptId: id,
  start: offset,
  end: offset,
  to: id.nullable(),
  text,
  meeting: z.boolean(),
})
const Reply = z.strictObject({ project, id, post: z.strictObject({ id, text }) })
const Settle = z.strictObject({ project, id, settled: z.boolean() })
const Address = z.strictObject({ project, id, to: id.nullable() })
const Meeting = z.strictObject({ project, id, meeting: z.boolean() })
const One = z.strictObject({ project, id })

export const askQuestion = formAction(NewQuestion, (access, { project: _, ...question }) =>
  threads.ask(access, question),
)
export const replyQuestion = formAction(Reply, (access, { id, post }) => threads.reply(access, id, post))
export const settleQuestion = formAction(Settle, (access, { id, settled }) => threads.settle(access, id, settled))
export const addressQuestion = formAction(Address, (access, { id, to }) => threads.address(access, id, to))
export const meetQuestion = formAction(Meeting, (access, { id, meeting }) => threads.toMeeting(access, id, meeting))
export const removeQuestion = formAction(One, (access, { id }) => threads.remove(access, id))
export const restoreQuestion = formAction(One, (access, { id }) => threads.restore(access, id))
