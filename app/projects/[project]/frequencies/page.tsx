import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import * as codebookVersions from '@/db/codebook-versions'
import * as frequencies from '@/db/frequencies'
import * as variables from '@/db/variables'
import { FrequencyPage } from './frequency-page'
import { crosstabSettings, settingsOf } from './settings'

export async function generateMetadata() {
  return { title: (await getTranslations('frequencies'))('title') }
}

export default async function Frequencies({
  params,
  searchParams,
}: {
  params: Promise<{ project: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project } = await params
  const access = await requireAccess(project)
  const known = variables.list(access)
  const coders = frequencies.coders(access)
  const versions = codebookVersions.versions(access)
  const numbers = versions.map((one) => one.number)
  const settings = settingsOf(await searchParams, known, coders, numbers)
  return (
    <FrequencyPage
      base={`/projects/${project}`}
      settings={settings}
      variables={known}
      coders={coders}
      versions={versions}
      table={frequencies.count(access, crosstabSettings(settings, known), settings.version)}
    />
  )
}
