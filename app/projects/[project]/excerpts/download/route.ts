import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { leftOutLines } from '@/app/left-out-lines'
import { outgoing } from '@/app/outgoing'
import { searchParamsOf } from '@/app/search-params'
import { reference } from '@/core/excerpts/reference'
import { excerptColumns, excerptRows } from '@/core/excerpts/rows'
import type { Rendering } from '@/core/notes/translation'
import { languageName } from '@/core/text/language-name'
import type { Access } from '@/db/access'
import { excerptsOut } from '@/db/exporting'
import * as projects from '@/db/projects'
import { csvExporter } from '@/formats/csv/write'
import { excerptDocument } from '@/formats/docx/excerpt-document'
import { excerptsDocxExporter } from '@/formats/docx/write'
import { xlsxExporter } from '@/formats/xlsx/write'
import { askedFor } from '../asked'
import { queryOf } from '../settings'

const Asked = z.object({ format: z.enum(['docx', 'xlsx', 'csv']).catch('csv') })

/** All excerpts that the same search params find on the page, as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }) {
  const access = await requireAccess((await params).project)
  return outgoing(request, (raw) => file(request, access, raw))
}

async function file(request: Request, access: Access, raw: boolean): Promise<Response> {
  const search = searchParamsOf(request)
  const { format } = Asked.parse(search)
  const t = await getTranslations('excerpts')
  const translated = await getTranslations('translations')
  const locale = await getLocale()
  const { known, settings, view } = askedFor(access, search)
  const { page, leftOut } = excerptsOut(access, queryOf(settings, known), view, raw)
  const notes = await leftOutLines(leftOut)
  const { cite } = reference(settings.reference, known)
  const project = projects.get(access)
  const notice = project.composed ? (await getTranslations('shell'))('composed') : null
  const name = `${project.name} – ${t('title')}.${format}`
  if (format === 'docx') {
    const words = {
      title: `${project.name} – ${t('title')}`,
      found: t('found', { count: page.total, interviews: page.interviews }),
      notice: [notice, ...notes].filter((one) => one !== null).join('\n') || null,
      noValue: t('noValue'),
      overview: t('overview'),
      heading: t('heading'),
      count: t('title'),
      total: t('total'),
      translation: ({ language, state }: Rendering) =>
        translated('note', { language: languageName(language, locale), state }),
      language: locale === 'ru' ? 'ru-RU' : 'en-GB',
    }
    const written = await excerptsDocxExporter.write(excerptDocument(page, cite, settings.group !== 'none', words))
    return fileResponse(written.bytes, excerptsDocxExporter.type, name)
  }
  const rows = excerptRows(page.excerpts, cite, known)
  const columns = [...excerptColumns.map((column) => t(`column.${column}`)), ...known.map((variable) => variable.name)]
  const noted = [notice, ...notes].filter((one) => one !== null)
  const below = noted.map((note) => columns.map((_, i) => (i === 0 ? note : null)))
  const table = { name: t('title'), columns, rows: [...rows, ...below] }
  if (format === 'csv') return fileResponse((await csvExporter.write(table)).bytes, csvExporter.type, name)
  return fileResponse((await xlsxExporter.write([table])).bytes, xlsxExporter.type, name)
}
