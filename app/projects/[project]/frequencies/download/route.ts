import { parseHTML } from 'linkedom'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { searchParamsOf } from '@/app/search-params'
import { drawn } from '@/components/frequencies/figure'
import { versions } from '@/db/codebook-versions'
import { forFigures } from '@/db/exporting'
import * as frequencies from '@/db/frequencies'
import * as projects from '@/db/projects'
import * as variables from '@/db/variables'
import { csvExporter } from '@/formats/csv/write'
import { xlsxExporter } from '@/formats/xlsx/write'
import { figureOf } from '../figure-of'
import { crosstabSettings, settingsOf } from '../settings'
import { tableOf, testsOf } from '../table-of'

const Asked = z.object({ format: z.enum(['csv', 'xlsx', 'svg']).catch('csv') })

/** The table as CSV or XLSX, the figure as SVG; the same search params as the page. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }) {
  const access = forFigures(await requireAccess((await params).project))
  const search = searchParamsOf(request)
  const { format } = Asked.parse(search)
  const t = await getTranslations('frequencies')
  const known = variables.list(access)
  const settings = settingsOf(
    search,
    known,
    frequencies.coders(access),
    versions(access).map((one) => one.number),
  )
  const table = frequencies.count(access, crosstabSettings(settings, known), settings.version)
  const project = projects.get(access)
  const name = `${project.name} – ${t('title')}.${format}`
  const composed = project.composed ? (await getTranslations('shell'))('composed') : null
  if (format === 'svg') {
    const figure = figureOf(table, settings, known, composed, t, await getFormatter())
    const { document } = parseHTML('<!doctype html><html><body></body></html>')
    return fileResponse(new TextEncoder().encode(drawn(figure, document)), 'image/svg+xml; charset=utf-8', name)
  }
  const sheet = tableOf(table, settings.show, settings.levels, t, settings.least)
  const tests =
    settings.tests === null ? { name: '', columns: [], rows: [] } : testsOf(table, settings.tests, settings.levels, t)
  const noted =
    composed === null ? sheet : { ...sheet, rows: [...sheet.rows, withNote(sheet.columns.length, composed)] }
  if (format === 'csv') return fileResponse((await csvExporter.write(noted)).bytes, csvExporter.type, name)
  return fileResponse(
    (await xlsxExporter.write(tests.rows.length > 0 ? [noted, tests] : [noted])).bytes,
    xlsxExporter.type,
    name,
  )
}

function withNote(columns: number, note: string): readonly (string | null)[] {
  return [note, ...new Array<null>(columns - 1).fill(null)]
}
