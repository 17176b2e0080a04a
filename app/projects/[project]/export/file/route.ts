import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { searchParamsOf } from '@/app/search-params'
import { archive } from '@/db/archive'
import { whole } from '@/db/exchange-export'
import { turns } from '@/db/exchange-turns'
import * as projects from '@/db/projects'
import { Forbidden } from '@/db/refusal'
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
  const { format, variant } = asked.data
  const { name, composed } = projects.get(access)
  if (format === 'archive') {
    try {
      return fileResponse(writeArchive(archive(access)), 'application/zip', `${name}.interlinear.zip`)
    } catch (error) {
      if (error instanceof Forbidden) return new Response(null, { status: 403 })
      throw error
    }
  }
  const notice = composed ? (await getTranslations('shell'))('composed') : null
  const language = (await getLocale()) === 'ru' ? 'ru-RU' : 'en-GB'
  const what = { project: whole(access), turns: turns(access), variant, notice, language }
  const { extension, type } = fileOf(format)
  return fileResponse((await writeProject(format, what)).bytes, type, `${name}.${extension}`)
}
