import { parseHTML } from 'linkedom'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { fileResponse } from '@/app/file-response'
import type { SearchParams } from '@/app/search-params'
import type { Access } from '@/db/access'
import * as projects from '@/db/projects'
import { csvExporter } from '@/formats/csv/write'
import type { Table } from '@/formats/table'
import { xlsxExporter } from '@/formats/xlsx/write'

const Asked = z.object({ format: z.enum(['csv', 'xlsx', 'svg']).catch('csv') })

/**
 * The answer of an analysis' download route: its data as CSV or XLSX, or a figure as SVG. `note` is what has to stand in every caption (a composed
 * project says so); the data have it in a line of their own.
 */
export async function fileOf(
  access: Access,
  search: SearchParams,
  title: string,
  made: { readonly table: () => Table; readonly figure: (document: Document, note: string) => string },
): Promise<Response> {
  const { format } = Asked.parse(search)
  const project = projects.get(access)
  const note = project.composed ? (await getTranslations('shell'))('composed') : ''
  const name = `${project.name} – ${title}.${format}`
  if (format === 'svg') {
    const { document } = parseHTML('<!doctype html><html><body></body></html>')
    return fileResponse(new TextEncoder().encode(made.figure(document, note)), 'image/svg+xml; charset=utf-8', name)
  }
  const table = made.table()
  const line = table.columns.map((_, c) => (c === 0 ? note : null))
  const noted = note === '' ? table : { ...table, rows: [...table.rows, line] }
  if (format === 'csv') return fileResponse((await csvExporter.write(noted)).bytes, csvExporter.type, name)
  return fileResponse((await xlsxExporter.write([noted])).bytes, xlsxExporter.type, name)
}
