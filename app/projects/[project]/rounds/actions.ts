'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as rounds from '@/db/rounds'
import { bring } from '@/db/second-opinions'
import { readSecondOpinions } from '@/formats/second-opinions'

const project = z.uuid()
const round = z.uuid()
const version = z.int().min(1)
const seed = z.int().min(0).max(2_147_483_647)
const Assigned = z.strictObject({ interviewId: z.uuid(), coderId: z.uuid() })
const Size = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), number: z.int().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('share'), share: z.number().gt(0).max(1) }),
])
const Rule = z.strictObject({ size: Size, by: z.array(z.uuid()).max(5), seed })
const Among = {
  project,
  coders: z.array(z.uuid()).min(1),
  perInterview: z.int().min(1).max(20),
  own: z.uuid().nullable(),
}
const NewRound = z.strictObject({
  project,
  name: z.string().max(200),
  blind: z.boolean(),
  starts: z.iso.date().nullable().optional(),
  due: z.iso.date().nullable(),
  rule: Rule.nullable(),
  groups: z.array(z.array(z.uuid()).min(2)),
  assignments: z.array(Assigned).min(1).max(20_000),
})
const fresh = (id: string) => revalidatePath(`/projects/${id}/rounds`, 'layout')

/** Draws a sample and gives it to coders, to be looked at; changes nothing. */
export const drawRound = formAction(z.strictObject({ ...Among, rule: Rule }), (access, { project: _, ...of }) =>
  rounds.draw(access, of),
)

/** Gives interviews named by hand to coders, to be looked at; changes nothing. */
export const distributeRound = formAction(
  z.strictObject({ ...Among, interviews: z.array(z.uuid()).min(1), seed }),
  (access, { project: _, interviews, seed, ...of }) => rounds.distribute(access, interviews, of, seed),
)

/** Opens a round. */
export const addRound = formAction(NewRound, (access, { project: _, ...given }) => {
  const made = rounds.add(access, given)
  fresh(access.projectId)
  return made
})

/** Gives an interview to a coder, taking it from another when `from` is said. */
export const assignRound = formAction(
  z.strictObject({ project, round, to: Assigned, from: z.uuid().nullable() }),
  (access, given) => {
    rounds.assign(access, given.round, given.to, given.from)
    fresh(access.projectId)
  },
)

/** Takes an interview from a coder. */
export const withdrawRound = formAction(z.strictObject({ project, round, from: Assigned }), (access, given) => {
  rounds.withdraw(access, given.round, given.from)
  fresh(access.projectId)
})

/** Says that one's own interview is done, or not yet. */
export const setRoundDone = formAction(
  z.strictObject({ project, round, interview: z.uuid(), done: z.boolean() }),
  (access, given) => {
    rounds.setDone(access, given.round, given.interview, given.done)
    fresh(access.projectId)
  },
)

/** Closes a round on what is done. */
export const closeRound = formAction(z.strictObject({ project, round, version }), (access, given) => {
  rounds.close(access, given.round, given.version)
  fresh(access.projectId)
})

/** Opens a closed round again. */
export const reopenRound = formAction(z.strictObject({ project, round, version }), (access, given) => {
  rounds.reopen(access, given.round, given.version)
  fresh(access.projectId)
})

/** Brings the codings of a file from elsewhere into an open round; a file that cannot be read is said to be so, rows that cannot be placed are answered. */
export const bringOpinions = formAction(
  z.strictObject({ project, round, file: z.instanceof(File) }),
  async (access, given) => {
    const { name } = given.file
    const reading = readSecondOpinions(name, new Uint8Array(await given.file.arrayBuffer()))
    if ('refused' in reading) {
      const said = await getTranslations('note')
      return { unreadable: said(reading.refused.key, reading.refused.values) }
    }
    const brought = bring(access, given.round, reading.value.rows)
    fresh(access.projectId)
    return { ...brought, refused: [...reading.value.refused, ...brought.refused].toSorted((a, b) => a.line - b.line) }
  },
)
