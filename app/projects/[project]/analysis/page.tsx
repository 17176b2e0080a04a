import { redirect } from 'next/navigation'
import { requireAccess } from '@/app/access'

export default async function Analysis({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  await requireAccess(project)
  redirect(`/projects/${project}/analysis/co-occurrence`)
}
