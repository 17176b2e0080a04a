import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { PageHeader } from '@/components/shell/page-header'
import * as interviews from '@/db/interviews'
import * as members from '@/db/members'
import * as variables from '@/db/variables'
import { NewRoundPage } from './new-round-page'

export default async function NewRound({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  if (access.role !== 'owner' && access.role !== 'supervisor') notFound()
  const t = await getTranslations('rounds')
  return (
    <>
      <PageHeader crumbs={[{ label: t('title'), href: `/projects/${project}/rounds` }, { label: t('new') }]} />
      <NewRoundPage
        project={project}
        coders={members
          .list(access)
          .filter((one) => one.role !== 'viewer')
          .map((one) => ({ id: one.userId, name: one.name }))}
        interviews={interviews.list(access).map(({ id, name }) => ({ id, name }))}
        variables={variables.list(access).map(({ id, name }) => ({ id, name }))}
      />
    </>
  )
}
