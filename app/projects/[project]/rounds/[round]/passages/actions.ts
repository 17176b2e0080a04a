'use server'

import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as notes from '@/db/decision-notes'
import * as decisions from '@/db/decisions'

const At = {
  project: z.uuid(),
  round: z.uuid(),
  key: z.string().max(200),
  seen: z.int().min(0),
}
const Verdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('take'), codings: z.array(z.uuid()).min(1).max(200) }),
  z.strictObject({ kind: z.literal('neither') }),
  z.strictObject({ kind: z.literal('postponed') }),
  z.strictObject({ kind: z.literal('draw'), code: z.uuid(), start: z.int().min(0), end: z.int().min(1) }),
])

/** Decides a difference, or decides it anew. */
export const decide = formAction(
  z.strictObject({ ...At, verdict: Verdict, reasonId: z.uuid().nullable(), note: z.string().max(5000) }),
  (access, { round, key, seen, verdict, reasonId, note }) =>
    decisions.decide(access, round, key, seen, verdict, { reasonId, note }),
)

/** Takes a decision back. */
export const undecide = formAction(z.strictObject(At), (access, { round, key, seen }) => {
  decisions.undo(access, round, key, seen)
})

/** Takes over all that is agreed with at least so much overlap. */
export const takeOver = formAction(
  z.strictObject({ project: At.project, round: At.round, enough: z.number().min(0).max(1) }),
  (access, { round, enough }) => decisions.takeOver(access, round, enough),
)

/** Adds a reason to the project's list. */
export const addReason = formAction(
  z.strictObject({ project: At.project, name: z.string().max(200) }),
  (access, { name }) => decisions.addReason(access, name),
)

/** Says something about a difference. */
export const sayOfPassage = formAction(
  z.strictObject({ project: At.project, round: At.round, key: At.key, text: z.string().max(5000) }),
  (access, { round, key, text }) => notes.add(access, round, key, text),
)
