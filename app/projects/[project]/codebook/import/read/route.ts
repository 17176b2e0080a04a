import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { currentUser } from '@/auth/session'
import type { CodebookPreview } from '@/components/codebook/import-codebook'
import { codebookDifferences } from '@/core/codebook/versions'
import { type Access, enter, mustLead } from '@/db/access'
import { planned } from '@/db/codebook-import'
import * as codes from '@/db/codes'
import { NotFound, Refusal } from '@/db/refusal'
import { limits } from '@/formats/limits'
import { readCodebook } from '@/formats/worker'
import { fromHere, limitedBody } from '../../../interviews/import/body'

const Query = z.object({ name: z.string().min(1).max(500) })

/** Takes the file of a codebook and answers what it would change; nothing of the project does. */
export async function POST(request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  if (!fromHere(request)) return new Response(null, { status: 403 })
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return new Response(null, { status: 400 })
  const t = await getTranslations('refusal')
  try {
    const who = await currentUser()
    if (!who) return refused(t('signedOut'), 401)
    const access = enter(who.account, (await params).project)
    mustLead(access)
    return await preview(request, access, query.data.name)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(t(error.reason, error.values), error instanceof NotFound ? 404 : 403)
  }
}

async function preview(request: Request, access: Access, name: string): Promise<Response> {
  const note = await getTranslations('note')
  const bytes = await limitedBody(request, limits.file)
  if (!bytes) return refused(note('fileTooLarge', { file: name, limit: limits.file / 2 ** 20 }), 413)
  const reading = await readCodebook(name, bytes)
  if ('refused' in reading) return refused(note(reading.refused.key, reading.refused.values), 200)
  const taken = planned(access, reading.value)
  const differences = codebookDifferences(codes.list(access), taken.codes)
  const told = new Set(differences.map(({ id }) => id))
  const made: CodebookPreview = {
    ...{ codes: reading.value, notes: reading.notes.map(({ key, values }) => note(key, values)), differences },
    counts: {
      ...{ added: taken.added.length, changed: taken.changed.length, same: taken.same },
      words: taken.changed.filter(({ id }) => !told.has(id)).length,
    },
  }
  return Response.json(made)
}

function refused(reason: string, status: number): Response {
  const made: CodebookPreview = { refused: reason }
  return Response.json(made, { status })
}
