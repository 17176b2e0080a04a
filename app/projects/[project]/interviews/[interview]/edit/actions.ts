'use server'

import { z } from 'zod'
import { formAction } from '@/app/actions'
import * as corrections from '@/db/corrections'
import * as interviews from '@/db/interviews'
import { Transcript } from './transcript'

const place = { project: z.uuid(), interview: z.uuid() }

/** Stores a corrected text as a new version; everybody's codings follow. */
export const correctText = formAction(
  z.strictObject({ ...place, base: z.int().min(1), transcript: Transcript }),
  (access, { interview, base, transcript }) => corrections.correct(access, interview, base, transcript),
)

/** The newest version of a text, for somebody who was overtaken. */
export const newestText = formAction(z.strictObject(place), (access, { interview }) => {
  const { text, turns, speakers } = interviews.text(access, interview)
  const version = corrections.versions(access, interview).find((one) => one.current)?.version ?? 1
  return { version, transcript: { text, turns, speakers } }
})

/** Says that touched codings were looked at. */
export const lookedAt = formAction(
  z.strictObject({ ...place, ids: z.array(z.uuid()).max(10_000) }),
  (access, given) => {
    corrections.seen(access, given.ids)
  },
)

/** Makes an older version the current one again. */
export const restoreVersion = formAction(
  z.strictObject({ ...place, base: z.int().min(1), version: z.int().min(1) }),
  (access, { interview, base, version }) => corrections.restoreVersion(access, interview, base, version),
)
