import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { PageHeader } from '@/components/shell/page-header'
import type { Code } from '@/core/codebook/code'
import { codePaths, inTreeOrder } from '@/core/codebook/path'
import { children, inUse } from '@/core/codebook/tree'
import * as codes from '@/db/codes'
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
        families={families(codes.list(access))}
        variables={variables.list(access).map(({ id, name }) => ({ id, name }))}
      />
    </>
  )
}

/** The codes whose sub-codes could exclude each other. */
function families(all: readonly Code[]) {
  const paths = codePaths(all)
  return inTreeOrder(inUse(all)).flatMap(({ code }) => {
    const below = children(all, code.id).map(({ id }) => id)
    return below.length < 2 ? [] : [{ id: code.id, name: (paths.get(code.id) ?? []).join(' / '), below }]
  })
}
