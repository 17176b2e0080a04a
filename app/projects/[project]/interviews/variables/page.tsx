import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { PageHeader } from '@/components/shell/page-header'
import { VariableList } from '@/components/variables/variable-list'
import * as interviews from '@/db/interviews'
import * as variables from '@/db/variables'
import {
  addVariable,
  changeKind,
  removeVariable,
  renameVariable,
  reorderVariables,
  restoreVariable,
  setCategories,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('variables'))('title') }
}

export default async function Variables({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('variables')
  const list = await getTranslations('interviews')
  return (
    <>
      <PageHeader crumbs={[{ label: list('title'), href: `/projects/${project}/interviews` }, { label: t('title') }]} />
      <VariableList
        project={project}
        editable={access.role === 'owner' || access.role === 'supervisor'}
        variables={variables.list(access)}
        used={interviews.uses(access)}
        actions={{
          add: addVariable,
          rename: renameVariable,
          changeKind,
          setCategories,
          reorder: reorderVariables,
          remove: removeVariable,
          restore: restoreVariable,
        }}
      />
    </>
  )
}
