import { Anchor } from '@mantine/core'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { Review } from '@/components/rounds/review'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import { versionsBefore } from '@/db/agreement'
import { comparedWithConsensus } from '@/db/consensus'
import { comparedOr404 } from '../seen'
import { VersionChoice } from './version-choice'

const Asked = z.object({ version: z.coerce.number().int().min(0).catch(0) })

export default async function ReviewPage({
  params,
  searchParams,
}: {
  params: Promise<{ project: string; round: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project, round: id } = await params
  const access = await requireAccess(project)
  const { version } = Asked.parse(await searchParams)
  const { round, snapshot } = comparedOr404(access, id, version)
  const versions = versionsBefore(access, snapshot)
  const t = await getTranslations('rounds')
  const base = `/projects/${project}/rounds`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: base },
          { label: round.name, href: `${base}/${id}` },
          { label: t('review') },
        ]}
        actions={
          <>
            <Anchor href={`${base}/${id}/report?format=docx`} download>
              {t('reportDocx')}
            </Anchor>
            <Anchor href={`${base}/${id}/report?format=md`} download>
              {t('reportMd')}
            </Anchor>
            <LinkButton href={`${base}/${id}/passages`}>{t('passages')}</LinkButton>
          </>
        }
      />
      {versions.length > 0 ? <VersionChoice versions={versions} version={version} /> : null}
      <Review
        key={version}
        groups={round.groups}
        material={snapshot.material}
        names={snapshot.names}
        passages={`${base}/${id}/passages`}
        consensus={version === 0 ? comparedWithConsensus(access, id) : null}
      />
    </>
  )
}
