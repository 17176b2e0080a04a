import { getTranslations } from 'next-intl/server'
import { requireAccount } from '@/app/access'
import { ProjectList } from '@/components/projects/project-list'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import { mine } from '@/db/projects'
import { deleteProject, loadSample } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('title') }
}

export default async function Projects() {
  const who = await requireAccount()
  const t = await getTranslations()
  return (
    <main>
      <PageHeader
        crumbs={[{ label: t('projects.title') }]}
        actions={
          <>
            <LinkButton href="/account" variant="subtle">
              {t('shell.account')}
            </LinkButton>
            <LinkButton href="/projects/new">{t('projects.new')}</LinkButton>
          </>
        }
      />
      <ProjectList
        projects={mine(who).map((project) => ({ ...project, href: `/projects/${project.id}/interviews` }))}
        deleteProject={deleteProject}
        loadSample={loadSample}
      />
    </main>
  )
}
