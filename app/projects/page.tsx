import { Button } from '@mantine/core'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireAccount } from '@/app/access'
import { ProjectList } from '@/components/projects/project-list'
import { PageHeader } from '@/components/shell/page-header'
import { mine } from '@/db/projects'
import { deleteProject } from './actions'

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
            <Button component={Link} href="/account" variant="subtle">
              {t('shell.account')}
            </Button>
            <Button component={Link} href="/projects/new">
              {t('projects.new')}
            </Button>
          </>
        }
      />
      <ProjectList
        projects={mine(who).map((project) => ({ ...project, href: `/projects/${project.id}/interviews` }))}
        deleteProject={deleteProject}
      />
    </main>
  )
}
