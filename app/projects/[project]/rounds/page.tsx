import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { RoundList } from '@/components/rounds/round-list'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import * as rounds from '@/db/rounds'

export default async function Rounds({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('rounds')
  const base = `/projects/${project}/rounds`
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const lines = rounds.list(access).map((round) => {
    const seen = rounds.progress(access, round.id)
    return {
      round,
      href: `${base}/${round.id}`,
      done: seen.filter((one) => one.doneAt !== null).length,
      of: seen.length,
    }
  })
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title') }]}
        actions={
          <>
            {access.role === 'viewer' ? null : (
              <LinkButton variant="default" href={`${base}/mine`}>
                {t('mine', { n: rounds.mine(access).filter((one) => one.doneAt === null).length })}
              </LinkButton>
            )}
            {leads ? <LinkButton href={`${base}/new`}>{t('new')}</LinkButton> : null}
          </>
        }
      />
      <RoundList lines={lines} leads={leads} />
    </>
  )
}
