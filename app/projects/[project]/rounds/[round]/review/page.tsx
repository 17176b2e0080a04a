import { Anchor } from '@mantine/core'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { Review } from '@/components/rounds/review'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import { comparedOr404 } from '../seen'

export default async function ReviewPage({ params }: { params: Promise<{ project: string; round: string }> }) {
  const { project, round: id } = await params
  const access = await requireAccess(project)
  const { round, snapshot } = comparedOr404(access, id)
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
      <Review
        groups={round.groups}
        material={snapshot.material}
        names={snapshot.names}
        passages={`${base}/${id}/passages`}
      />
    </>
  )
}
