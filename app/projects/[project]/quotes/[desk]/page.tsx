import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { leftOutLines } from '@/app/left-out-lines'
import { reference } from '@/core/excerpts/reference'
import type { Desk } from '@/core/quotes/desk'
import type { Access } from '@/db/access'
import { leftOutAmong, masksFiles } from '@/db/exporting'
import * as templates from '@/db/quote-reference'
import * as quotes from '@/db/quotes'
import { consentShown, quotedOn } from '@/db/quotes-out'
import { NotFound } from '@/db/refusal'
import * as variables from '@/db/variables'
import { DeskPage } from './desk-page'

type Props = { params: Promise<{ project: string; desk: string }> }

function deskOf(access: Access, id: string): Desk {
  try {
    return quotes.read(access, id)
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await params
  await requireAccess(project)
  return { title: (await getTranslations('quotes'))('title') }
}

export default async function QuoteDesk({ params }: Props) {
  const { project, desk: id } = await params
  const access = await requireAccess(project)
  const desk = deskOf(access, id)
  const known = variables.list(access)
  const template = templates.get(access)
  const { cite, unknown } = reference(template, known)
  const consent = consentShown(access, known)
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const shown = desk.items.flatMap((item) => (item.kind === 'quote' ? item : []))
  return (
    <DeskPage
      project={project}
      desk={desk}
      template={template}
      unknownSlots={unknown}
      leads={leads}
      mayUnmask={leads && masksFiles(access)}
      leftOut={await leftOutLines(leftOutAmong(access, quotedOn(desk)))}
      variables={known}
      references={Object.fromEntries(shown.map((quote) => [quote.id, cite(quote.excerpt)]))}
      consents={
        consent
          ? Object.fromEntries(shown.map(({ id, excerpt }) => [id, excerpt.interview.values[consent.id] ?? '']))
          : null
      }
    />
  )
}
