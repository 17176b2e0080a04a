import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import * as analysis from '@/db/analysis'
import { choiceMade } from '../choice-settings'
import { choicesOf } from '../choices-of'
import { CoOccurrencePage } from './co-occurrence-page'
import { meetingOf, settingsOf } from './settings'

const PAGE = 50

export async function generateMetadata() {
  return { title: (await getTranslations('analysis'))('tab.co-occurrence') }
}

export default async function CoOccurrence({
  params,
  searchParams,
}: {
  params: Promise<{ project: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project } = await params
  const access = await requireAccess(project)
  const asked = await searchParams
  const choices = choicesOf(access, asked)
  const settings = settingsOf(asked, choices)
  const choice = choiceMade(settings, choices)
  const meeting = meetingOf(settings)
  return (
    <CoOccurrencePage
      base={`/projects/${project}`}
      settings={settings}
      choices={choices}
      of={analysis.meet(access, choice, meeting)}
      places={
        settings.pair ? analysis.meetingPlaces(access, choice, meeting, settings.pair, settings.from, PAGE) : null
      }
      pageSize={PAGE}
    />
  )
}
