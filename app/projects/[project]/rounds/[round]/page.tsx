import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import * as members from '@/db/members'
import { NotFound } from '@/db/refusal'
import * as rounds from '@/db/rounds'
import * as variables from '@/db/variables'
import { RoundPage } from './round-page'

export default async function OneRound({ params }: { params: Promise<{ project: string; round: string }> }) {
  const { project, round: id } = await params
  const access = await requireAccess(project)
  if (!z.uuid().safeParse(id).success) notFound()
  const t = await getTranslations('rounds')
  const seen = seeing()
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const base = `/projects/${project}/rounds`
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: base }, { label: seen.round.name }]}
        actions={
          seen.round.state === 'closed' ? (
            <>
              <LinkButton variant="default" href={`${base}/${id}/drift`}>
                {t('drift')}
              </LinkButton>
              <LinkButton variant="default" href={`${base}/${id}/feedback`}>
                {t('feedback')}
              </LinkButton>
              <LinkButton href={`${base}/${id}/review`}>{t('review')}</LinkButton>
            </>
          ) : null
        }
      />
      <RoundPage
        project={project}
        leads={leads}
        round={seen.round}
        assignments={seen.assignments}
        coders={members
          .list(access)
          .filter((one) => one.role !== 'viewer')
          .map((one) => ({ id: one.userId, name: one.name }))}
        variables={Object.fromEntries(variables.list(access).map((one) => [one.id, one.name]))}
      />
    </>
  )

  function seeing() {
    try {
      return { round: rounds.get(access, id), assignments: rounds.progress(access, id) }
    } catch (error) {
      if (error instanceof NotFound) notFound()
      throw error
    }
  }
}
