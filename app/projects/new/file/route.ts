import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { fromHere, limitedBody } from '@/app/projects/[project]/interviews/import/body'
import { currentUser } from '@/auth/session'
import { fold } from '@/core/text/fold'
import type { Account } from '@/db/access'
import { restoreArchive } from '@/db/archive'
import { bring } from '@/db/exchange-import'
import * as projects from '@/db/projects'
import { Refusal } from '@/db/refusal'
import { readArchive } from '@/formats/archive'
import { limits } from '@/formats/limits'
import { readProject } from '@/formats/projects'
import { type Note, note } from '@/formats/reading'

const Query = z.object({ name: z.string().min(1).max(500) })

/** Makes a project of a file of another program, or of an archive of ours; answers where it is, what came in and what did not. */
export async function POST(request: Request): Promise<Response> {
  if (!fromHere(request)) return new Response(null, { status: 403 })
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return new Response(null, { status: 400 })
  const t = await getTranslations('refusal')
  const say = await getTranslations('note')
  const text = ({ key, values }: Note) => say(key, values)
  const who = await currentUser()
  if (!who) return Response.json({ error: t('signedOut') }, { status: 401 })
  const { name } = query.data
  const bytes = await limitedBody(request, limits.inflated)
  if (bytes === null)
    return Response.json({ error: text(note('fileTooLarge', { file: name, limit: limits.inflated / 2 ** 20 })) })
  try {
    const made = /\.zip$/iu.test(name) ? restored(who.account, name, bytes) : await brought(who.account, name, bytes)
    return Response.json('refused' in made ? { error: text(made.refused) } : { ...made, notes: made.notes.map(text) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return Response.json({ error: t(error.reason, error.values) })
  }
}

type Made =
  | { readonly refused: Note }
  | {
      readonly id: string
      readonly name: string
      readonly counts: { readonly interviews: number; readonly codes: number; readonly codings: number } | null
      readonly notes: readonly Note[]
    }

function restored(who: Account, file: string, bytes: Uint8Array): Made {
  const reading = readArchive(file, bytes)
  if ('refused' in reading) return reading
  const access = restoreArchive(who, reading.value)
  return { id: access.projectId, name: projects.get(access).name, counts: null, notes: [] }
}

async function brought(who: Account, file: string, bytes: Uint8Array): Promise<Made> {
  const reading = await readProject(file, bytes)
  if ('refused' in reading) return reading
  return who.db.transaction(() => {
    const name = freeName(who, reading.value.name || file.replace(/\.[^.]+$/u, ''))
    const access = projects.add(who, { name, description: reading.value.description })
    const { interviews, codes, codings, notes } = bring(access, reading.value)
    const counts = { interviews: interviews.length, codes, codings }
    return { id: access.projectId, name, counts, notes: [...reading.notes, ...notes] }
  })
}

function freeName(who: Account, wanted: string): string {
  const taken = new Set(projects.mine(who).map(({ name }) => fold(name)))
  let name = wanted
  for (let n = 2; taken.has(fold(name)); n++) name = `${wanted} (${n})`
  return name
}
