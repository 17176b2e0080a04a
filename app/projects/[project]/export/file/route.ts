import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { leftOutLines } from '@/app/left-out-lines'
import { outgoing } from '@/app/outgoing'
import { searchParamsOf } from '@/app/search-params'
import type { Access } from '@/db/access'
import { archive } from '@/db/archive'
import { whole } from '@/db/exchange-export'
import { turns } from '@/db/exchange-turns'
import * as exporting from '@/db/exporting'
import * as projects from '@/db/projects'
import { Refusal } from '@/db/refusal'
import { writeArchive } from '@/formats/archive'
import { fileOf, projectFormats, writeProject } from '@/formats/project-file'
import { qdpxVariants } from '@/formats/qdpx/write'

const Asked = z.object({
  format: z.enum([...projectFormats, 'archive']),
  variant: z.enum(qdpxVariants).catch('standard'),
})

/** The whole project as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }) {
  const access = await requireAccess((await params).project)
  const asked = Asked.safeParse(searchParamsOf(request))
  if (!asked.success) return new Response(null, { status: 400 })
  return outgoing(request, (raw) => file(access, asked.data, raw))
}

async function file(asking: Access, { format, variant }: z.infer<typeof Asked>, raw: boolean): Promise<Response> {
  // An archive is all there is, names too: it goes out only to who says so.
  if (format === 'archive' && exporting.masksFiles(asking) && !raw) throw new Refusal('archiveHoldsNames')
  const access = exporting.forExport(asking, raw)
  const { name, composed } = projects.get(access)
  if (format === 'archive')
    return fileResponse(writeArchive(archive(asking)), 'application/zip', `${name}.interlinear.zip`)
  if (!raw) exporting.mustBeDecided(asking)
  const notice = composed ? (await getTranslations('shell'))('composed') : null
  const language = (await getLocale()) === 'ru' ? 'ru-RU' : 'en-GB'
  const left = await leftOutLines(exporting.leftOut(access))
  const project = whole(access)
  const described = [project.description, ...left].filter((line) => line !== '').join('\n')
  const what = { project: { ...project, description: described }, turns: turns(access), variant, notice, language }
  const { extension, type } = fileOf(format)
  return fileResponse((await writeProject(format, what)).bytes, type, `${name}.${extension}`)
}
