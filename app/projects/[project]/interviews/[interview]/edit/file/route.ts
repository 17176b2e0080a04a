import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { currentUser } from '@/auth/session'
import { enter, mustCorrect } from '@/db/access'
import * as interviews from '@/db/interviews'
import { NotFound, Refusal } from '@/db/refusal'
import { limits } from '@/formats/limits'
import { readTranscript } from '@/formats/worker'
import { fromHere, limitedBody } from '../../../import/body'

const Query = z.object({ name: z.string().min(1).max(500) })
type Params = { params: Promise<{ project: string; interview: string }> }

/** Reads a corrected file of an interview and answers its transcript, to be looked through and saved by the person; nothing is stored. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  if (!fromHere(request)) return new Response(null, { status: 403 })
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return new Response(null, { status: 400 })
  const t = await getTranslations('refusal')
  const note = await getTranslations('note')
  try {
    const who = await currentUser()
    if (!who) return refused(t('signedOut'), 401)
    const { project, interview } = await params
    const access = enter(who.account, project)
    mustCorrect(access)
    const { speakers } = interviews.text(access, interview)
    const { name } = query.data
    const bytes = await limitedBody(request, limits.file)
    if (!bytes) return refused(note('fileTooLarge', { file: name, limit: limits.file / 2 ** 20 }), 413)
    const reading = await readTranscript(name, bytes)
    if ('refused' in reading) return refused(note(reading.refused.key, reading.refused.values), 422)
    const { text, turns, speakers: read } = reading.value
    // Who was said to be interviewer or respondent stays so.
    const roles = new Map(speakers.map((one) => [one.name, one.role]))
    const known = read.map((one) => ({ ...one, role: roles.get(one.name) ?? one.role }))
    return Response.json({
      transcript: { text, turns, speakers: known },
      notes: reading.notes.map((one) => note(one.key, one.values)),
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(t(error.reason, error.values), error instanceof NotFound ? 404 : 403)
  }
}

function refused(reason: string, status: number): Response {
  return Response.json({ refused: reason }, { status })
}
