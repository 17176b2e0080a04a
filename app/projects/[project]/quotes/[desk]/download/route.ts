import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { searchParamsOf } from '@/app/search-params'
import { codePaths, inTreeOrder } from '@/core/codebook/path'
import { reference } from '@/core/excerpts/reference'
import { consentVariable, type Desk } from '@/core/quotes/desk'
import { type QuoteWords, quoteDocument } from '@/core/quotes/document'
import { languageName } from '@/core/text/language-name'
import * as codes from '@/db/codes'
import * as projects from '@/db/projects'
import * as templates from '@/db/quote-reference'
import * as quotes from '@/db/quotes'
import { NotFound } from '@/db/refusal'
import * as variables from '@/db/variables'
import { quoteExporters } from '@/formats/quotes'

const Asked = z.object({ format: z.string().catch('docx') })

/** A quote desk as a file; every kind of file has the same in it. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string; desk: string }> }) {
  const { project, desk: id } = await params
  const access = await requireAccess(project)
  const { format } = Asked.parse(searchParamsOf(request))
  const exporter = quoteExporters.find((one) => one.id === format)
  const desk = found(() => quotes.read(access, id))
  if (!exporter || !desk) return new Response(null, { status: 404 })
  const known = variables.list(access)
  const all = codes.list(access)
  const paths = codePaths(all)
  const about = projects.get(access)
  const title = `${about.name} – ${desk.name}`
  const { bytes } = await exporter.write(
    quoteDocument(desk, {
      variables: known,
      codes: inTreeOrder(all).map(({ code }) => ({ path: paths.get(code.id)?.join('/') ?? code.name })),
      cite: reference(templates.get(access), known).cite,
      consent: consentVariable(known),
      words: await wordsOf(desk, title, about.composed),
      // Nothing is veiled yet: the one place where it will be.
      veil: (words) => words,
    }),
  )
  return fileResponse(bytes, exporter.type, `${title}.${exporter.extension}`)
}

function found(read: () => Desk): Desk | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

async function wordsOf(desk: Desk, title: string, composed: boolean): Promise<QuoteWords> {
  const t = await getTranslations('quotes')
  const translated = await getTranslations('translations')
  const shell = await getTranslations('shell')
  const locale = await getLocale()
  const shown = desk.items.flatMap((item) => (item.kind === 'quote' ? item.excerpt.interview.id : []))
  return {
    language: locale === 'ru' ? 'ru-RU' : 'en-GB',
    title,
    subtitle: [t('printed', { n: shown.length, interviews: new Set(shown).size })],
    notice: composed ? shell('composed') : null,
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
