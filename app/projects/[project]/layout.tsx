import type { ReactNode } from 'react'
import { requireAccess } from '@/app/access'
import { get } from '@/db/projects'
import { ProjectFrame } from './project-frame'

export default async function ProjectLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ project: string }>
}) {
  const access = await requireAccess((await params).project)
  const project = get(access)
  const leads = access.role === 'owner' || access.role === 'supervisor'
  return (
    <ProjectFrame
      id={project.id}
      name={project.name}
      composed={project.composed}
      masked={!access.seesRaw}
      leads={leads}
    >
      {children}
    </ProjectFrame>
  )
}
