import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import * as analysis from '@/db/analysis'
import * as excerpts from '@/db/excerpts'
import * as variables from '@/db/variables'
import { choiceMade } from '../choice-settings'
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
  const choices = excerpts.choices(access, variables.list(access))
  const settings = settingsOf(await searchParams, choices)
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
