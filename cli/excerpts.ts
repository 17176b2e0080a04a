import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { createTranslator } from 'next-intl'
import { everything } from '@/core/excerpts/query'
import { reference, usualReference } from '@/core/excerpts/reference'
import { excerptColumns, excerptRows } from '@/core/excerpts/rows'
import type { Rendering } from '@/core/notes/translation'
import { fold } from '@/core/text/fold'
import { languageName } from '@/core/text/language-name'
import type { Access } from '@/db/access'
import * as excerpts from '@/db/excerpts'
import { excerptsOut } from '@/db/exporting'
import * as projects from '@/db/projects'
import * as variables from '@/db/variables'
import { csvExporter } from '@/formats/csv/write'
import { excerptDocument } from '@/formats/docx/excerpt-document'
import { excerptsDocxExporter } from '@/formats/docx/write'
import { xlsxExporter } from '@/formats/xlsx/write'
import messages from '@/messages/en.json'
import { command, openHouse, projectNamed, Refused } from './house'

const formats = ['csv', 'xlsx', 'docx', 'json'] as const
type Format = (typeof formats)[number]
type Options = { data?: string; code?: string; format: string; out?: string; reference: string; raw?: boolean }

/** `excerpts PROJECT`: what is coded, grouped by code; with a code, that and what is under it. */
export function registerExcerpts(program: Command): void {
  command(program, 'excerpts <project>')
    .description('write excerpts as a table, a document or JSON')
    .option('--code <path>', 'only this code and its sub-codes, as in "trade/milk wars"')
    .option('--format <format>', `one of ${formats.join(', ')}`, 'csv')
    .option('--reference <template>', 'how each is cited', usualReference)
    .option('--raw', 'with the names that the project masks')
    .option('-o, --out <file>', 'the file to write (default: standard output)')
    .action(async (name: string, options: Options) => {
      const access = projectNamed(openHouse(options.data), name)
      const format = formats.find((one) => one === options.format)
      if (!format) throw new Refused(`There is no format “${options.format}”; choose ${formats.join(', ')}.`)
      const bytes = await written(access, format, options)
      if (options.out !== undefined) writeFileSync(options.out, bytes)
      else if (process.stdout.isTTY && (format === 'xlsx' || format === 'docx'))
        throw new Refused(`A ${format} file is nothing to read on a screen; name a file with -o.`)
      else process.stdout.write(bytes)
    })
}

async function written(access: Access, format: Format, options: Options): Promise<Uint8Array> {
  const known = variables.list(access)
  const any = options.code === undefined ? [] : [codeAt(access, options.code)]
  const view = { grouping: { by: 'code' }, sort: 'place', sentences: 0 } as const
  const { page, leftOut } = excerptsOut(access, { ...everything, any }, view, options.raw ?? false)
  for (const { interview, start, code, level } of leftOut)
    console.error(
      `Left out (${level === 'off' ? 'off the record' : 'paraphrase only'}): ${interview}, ${start}, ${code}`,
    )
  const { cite, unknown } = reference(options.reference, known)
  if (unknown.length > 0 && options.reference !== usualReference)
    console.error(`No variable is called ${unknown.join(', ')}; nothing stands for it.`)
  const columns = [...excerptColumns, ...known.map((variable) => variable.name)]
  const rows = excerptRows(page.excerpts, cite, known)
  if (format === 'json') {
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])))
    return new TextEncoder().encode(`${JSON.stringify(objects, null, 2)}\n`)
  }
  const t = createTranslator({ locale: 'en', messages, namespace: 'excerpts' })
  const table = { name: t('title'), columns, rows }
  if (format === 'csv') return (await csvExporter.write(table)).bytes
  if (format === 'xlsx') return (await xlsxExporter.write([table])).bytes
  const project = projects.get(access)
  const noted = createTranslator({ locale: 'en', messages, namespace: 'translations' })
  const words = {
    title: `${project.name} – ${t('title')}`,
    found: t('found', { count: page.total, interviews: page.interviews }),
    notice: project.composed ? messages.shell.composed : null,
    ...{ noValue: t('noValue'), overview: t('overview'), heading: t('heading'), count: t('title'), total: t('total') },
    translation: ({ language, state }: Rendering) => noted('note', { language: languageName(language, 'en'), state }),
    language: 'en-GB',
  }
  return (await excerptsDocxExporter.write(excerptDocument(page, cite, true, words))).bytes
}

function codeAt(access: Access, path: string): string {
  const wanted = path.split('/').map(fold).join('/')
  const code = excerpts.choices(access, []).codes.find((one) => one.path.split('/').map(fold).join('/') === wanted)
  if (!code) throw new Refused(`There is no code “${path}”.`)
  return code.id
}
