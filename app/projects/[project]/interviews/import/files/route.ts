import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { currentUser } from '@/auth/session'
import type { Preview } from '@/core/interviews/preview'
import { type LabelStyle, labelStyles } from '@/core/text/labels/style'
import { type Access, enter, mustLead } from '@/db/access'
import { NotFound, Refusal } from '@/db/refusal'
import { isBatch } from '@/formats/batch'
import { limits } from '@/formats/limits'
import { readBatch } from '@/formats/worker'
import { fromHere, limitedBody } from '../body'
import { previewed } from '../previewed'
import { drop, keep, kept, type Staged, sweep } from '../staging'

const Query = z.object({
  batch: z.uuid(),
  id: z.uuid(),
  name: z.string().min(1).max(500),
  labels: z.enum(['auto', 'listed', ...labelStyles]).default('auto'),
  /** Labels that a person lists, one a line. */
  listed: z.string().max(5000).default(''),
  /** The file was sent before: only say anew what it would become. */
  again: z.enum(['yes']).optional(),
})

/** Takes one file of a batch and answers what it would become; nothing of the project changes. */
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
    return await preview(request, access, query.data)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(t(error.reason, error.values), error instanceof NotFound ? 404 : 403)
  }
}

async function preview(request: Request, access: Access, query: z.output<typeof Query>): Promise<Response> {
  const { batch, id, name } = query
  const note = await getTranslations('note')
  if (query.again === undefined) {
    const bytes = await limitedBody(request, limits.file)
    if (!bytes) return refused(note('fileTooLarge', { file: name, limit: limits.file / 2 ** 20 }), 413)
    await sweep()
    if (isBatch(name)) return Response.json(await unpacked(access, batch, { name, bytes }))
    await keep(access, batch, id, { name, bytes })
  }
  const file = await kept(access, batch, id)
  if (!file) return refused((await getTranslations('import'))('gone', { file: name }), 404)
  const made = await previewed(access, file, labelsOf(query))
  if (made.kind !== 'transcript') await drop(access, batch, id)
  return Response.json(made)
}

/** The files of a zip wait each under an id of its own, as if they had been sent one by one. */
async function unpacked(access: Access, batch: string, file: Staged): Promise<Preview> {
  const reading = await readBatch(file.name, file.bytes)
  if ('refused' in reading)
    return { kind: 'refused', reason: (await getTranslations('note'))(reading.refused.key, reading.refused.values) }
  const files = []
  for (const { path, bytes } of reading.value.files) {
    const id = crypto.randomUUID()
    await keep(access, batch, id, { name: path, bytes })
    files.push({ id, path, size: bytes.length })
  }
  return { kind: 'batch', files }
}

function labelsOf(query: z.output<typeof Query>): LabelStyle {
  if (query.labels !== 'listed') return query.labels
  return {
    labels: query.listed
      .split('\n')
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  }
}

function refused(reason: string, status: number): Response {
  const made: Preview = { kind: 'refused', reason }
  return Response.json(made, { status })
}
