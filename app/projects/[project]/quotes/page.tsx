import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import * as desks from '@/db/quote-desks'
import { DesksPage } from './desks-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quotes'))('desks') }
}

export default async function QuoteDesks({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  return <DesksPage project={project} desks={desks.list(access)} writes={access.role !== 'viewer'} />
}
