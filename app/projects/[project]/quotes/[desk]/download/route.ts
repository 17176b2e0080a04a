import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { leftOutLines } from '@/app/left-out-lines'
import { outgoing } from '@/app/outgoing'
import { searchParamsOf } from '@/app/search-params'
import { codePaths, inTreeOrder } from '@/core/codebook/path'
import { reference } from '@/core/excerpts/reference'
import type { Desk } from '@/core/quotes/desk'
import { type QuoteWords, quoteDocument } from '@/core/quotes/document'
import { languageName } from '@/core/text/language-name'
import type { Access } from '@/db/access'
import * as codes from '@/db/codes'
import * as projects from '@/db/projects'
import * as templates from '@/db/quote-reference'
import { consentShown, deskOut } from '@/db/quotes-out'
import * as variables from '@/db/variables'
import { quoteExporters } from '@/formats/quotes'

const Asked = z.object({ format: z.string().catch('docx') })

/** A quote desk as a file, as it may go out; every kind of file has the same in it. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string; desk: string }> }) {
  const { project, desk } = await params
  const access = await requireAccess(project)
  return outgoing(request, (raw) => file(request, access, desk, raw))
}

async function file(request: Request, access: Access, id: string, raw: boolean): Promise<Response> {
  const { format } = Asked.parse(searchParamsOf(request))
  const exporter = quoteExporters.find((one) => one.id === format)
  if (!exporter) return new Response(null, { status: 404 })
  const { out, desk, leftOut } = deskOut(access, id, raw)
  const known = variables.list(out)
  const all = codes.list(out)
  const paths = codePaths(all)
  const about = projects.get(out)
  const title = `${about.name} – ${desk.name}`
  const notes = await leftOutLines(leftOut)
  const { bytes } = await exporter.write(
    quoteDocument(desk, {
      variables: known,
      codes: inTreeOrder(all).map(({ code }) => ({ path: paths.get(code.id)?.join('/') ?? code.name })),
      cite: reference(templates.get(out), known).cite,
      consent: consentShown(access, known),
      words: await wordsOf(desk, title, about.composed, notes),
    }),
  )
  return fileResponse(bytes, exporter.type, `${title}.${exporter.extension}`)
}

async function wordsOf(desk: Desk, title: string, composed: boolean, notes: readonly string[]): Promise<QuoteWords> {
  const t = await getTranslations('quotes')
  const translated = await getTranslations('translations')
  const shell = await getTranslations('shell')
  const locale = await getLocale()
  const shown = desk.items.flatMap((item) => (item.kind === 'quote' ? item.excerpt.interview.id : []))
  return {
    language: locale === 'ru' ? 'ru-RU' : 'en-GB',
    title,
    subtitle: [t('printed', { n: shown.length, interviews: new Set(shown).size })],
    notice: [...(composed ? [shell('composed')] : []), ...notes].join('\n') || null,
    matrix: t('matrix'),
    interviews: t('interviews'),
    noValue: t('noValue'),
    total: t('total'),
    column: {
      level: t('column.level'),
      heading: t('column.heading'),
      number: t('column.number'),
      quote: t('column.quote'),
      translation: t('column.translation'),
      reference: t('column.reference'),
      consent: t('column.consent'),
      code: t('column.code'),
      interview: t('column.interview'),
      quotes: t('column.quotes'),
    },
    beside: ({ language, state }) => translated('note', { language: languageName(language, locale), state }),
    instead: ({ language, state }) => t('instead', { language: languageName(language, locale), state }),
  }
}
