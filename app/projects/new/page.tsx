import { getTranslations } from 'next-intl/server'
import { requireAccount } from '@/app/access'
import { BringProject } from '@/components/exchange/bring-project'
import { NewProject } from '@/components/projects/new-project'
import { PageHeader } from '@/components/shell/page-header'
import { projectEndings } from '@/formats/projects'
import { addProject } from '../actions'

export default async function NewProjectPage() {
  await requireAccount()
  const t = await getTranslations('projects')
  return (
    <main>
      <PageHeader crumbs={[{ label: t('title'), href: '/projects' }, { label: t('new') }]} />
      <NewProject add={addProject} base="/projects/" />
      <BringProject
        accept={[...projectEndings, 'zip'].map((ending) => `.${ending}`).join(',')}
        post="/projects/new/file"
        base="/projects/"
      />
    </main>
  )
}
