import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { outgoing } from '@/app/outgoing'
import { searchParamsOf } from '@/app/search-params'
import { codePaths, inTreeOrder } from '@/core/codebook/path'
import type { Excerpt } from '@/core/excerpts/excerpt'
import { everything } from '@/core/excerpts/query'
import type { Access } from '@/db/access'
import * as codes from '@/db/codes'
import * as excerpts from '@/db/excerpts'
import * as exporting from '@/db/exporting'
import * as projects from '@/db/projects'
import { csvExporter } from '@/formats/csv/write'
import { codebookDocxExporter } from '@/formats/docx/codebook'
import { xlsxExporter } from '@/formats/xlsx/write'

const Asked = z.object({ format: z.enum(['docx', 'xlsx', 'csv']).catch('docx') })
/** So many passages from the data are printed with a code, of a length that can be read at a glance. */
const EXAMPLES = 2
const LENGTH = { least: 60, most: 500 }

/** The codebook as a table, or as a document to be printed, with examples from the data as far as the person sees it. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }) {
  const access = await requireAccess((await params).project)
  return outgoing(request, (raw) => file(request, access, raw))
}

async function file(request: Request, asking: Access, raw: boolean): Promise<Response> {
  const access = exporting.forExport(asking, raw)
  const { format } = Asked.parse(searchParamsOf(request))
  const t = await getTranslations('codebook')
  const project = projects.get(access)
  const title = `${project.name} – ${t('title')}`
  const notice = project.composed ? (await getTranslations('shell'))('composed') : null
  const all = codes.list(access)
  const counts = codes.counts(access)
  const rows = inTreeOrder(all)
  const paths = codePaths(all)

  if (format === 'docx') {
    const formatter = await getFormatter()
    const examples = examplesOf(access)
    if (!raw)
      exporting.codingsDecided(
        asking,
        [...examples.values()].flat().map(({ id }) => id),
      )
    const { bytes } = await codebookDocxExporter.write({
      ...{ title, notice, language: (await getLocale()) === 'ru' ? 'ru-RU' : 'en-GB' },
      subtitle: [formatter.dateTime(Date.now(), { dateStyle: 'long' }), t('printedCodes', { n: all.length })],
      codes: rows.map(({ code, depth }) => ({
        ...{ name: code.name, depth },
        fields: [
          ...(['definition', 'include', 'exclude', 'example'] as const).map((key) => ({
            label: t(key),
            text: code[key],
          })),
          { label: t('aliases'), text: code.aliases.join(', ') },
          { label: t('printedUse'), text: t('printedCodings', { n: counts[code.id]?.own.codings ?? 0 }) },
        ].filter(({ text }) => text !== ''),
        quotes: (examples.get(code.id) ?? []).map(({ quote, interview }) => ({
          text: quote,
          reference: interview.name,
        })),
      })),
    })
    return fileResponse(bytes, codebookDocxExporter.type, `${title}.docx`)
  }
  const exporter = format === 'xlsx' ? xlsxExporter : csvExporter
  const columns = [
    t('path'),
    t('name'),
    t('definition'),
    t('include'),
    t('exclude'),
    t('example'),
    t('aliases'),
    t('printedUse'),
  ]
  const cells = rows.map(({ code }) => [
    ...[paths.get(code.id)?.join('/') ?? '', code.name, code.definition, code.include, code.exclude, code.example],
    ...[code.aliases.join('; '), counts[code.id]?.own.codings ?? 0],
  ])
  const noted = notice === null ? [] : [[notice, ...columns.slice(1).map(() => null)]]
  const table = { name: t('title'), columns, rows: [...cells, ...noted] }
  const { bytes } = await (format === 'xlsx' ? xlsxExporter.write([table]) : csvExporter.write(table))
  return fileResponse(bytes, exporter.type, `${title}.${exporter.extension}`)
}

/** For each code passages that can be read at a glance, no two of one interview where there are others. */
function examplesOf(access: Access): ReadonlyMap<string, readonly Excerpt[]> {
  const view = { grouping: { by: 'code' }, sort: 'place', sentences: 0 } as const
  const found = new Map<string, Excerpt[]>()
  for (const one of excerpts.all(access, everything, view).excerpts) {
    const own = found.get(one.code.id) ?? []
    const readable = one.quote.length >= LENGTH.least && one.quote.length <= LENGTH.most
    if (!readable || own.length >= EXAMPLES || own.some(({ interview }) => interview.id === one.interview.id)) continue
    found.set(one.code.id, [...own, one])
  }
  return found
}
