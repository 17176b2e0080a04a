import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { PageHeader } from '@/components/shell/page-header'
import { codePaths, inTreeOrder } from '@/core/codebook/path'
import { everything } from '@/core/excerpts/query'
import type { Access } from '@/db/access'
import * as codeQueues from '@/db/code-queues'
import * as codes from '@/db/codes'
import * as excerpts from '@/db/excerpts'
import { NotFound } from '@/db/refusal'
import { Queue } from './queue'

type Props = { params: Promise<{ project: string; queue: string }> }

/** What one page shows of a long queue; the rest comes when these are done. */
const MOST = 300

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('codebook'))('queue.title') }
}

/** The passages of a code that wait to be looked at again, one by one. */
export default async function QueuePage({ params }: Props) {
  const asked = await params
  const access = await requireAccess(asked.project)
  const queue = queueOf(access, asked.queue)
  const all = codes.list(access)
  const code = all.find((one) => one.id === queue?.codeId)
  if (!queue || !code) notFound()
  const t = await getTranslations('codebook')
  const paths = codePaths(all)
  const waiting = codeQueues.waitingIn(access, queue.id)
  const view = { grouping: { by: 'none' }, sort: 'place', sentences: 2 } as const
  const found = new Map(
    excerpts.all(access, { ...everything, any: [code.id], subCodes: false }, view).excerpts.map((one) => [one.id, one]),
  )
  const base = `/projects/${access.projectId}`
  const path = (id: string) => (paths.get(id) ?? []).join(' / ')
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: `${base}/codebook` },
          { label: code.name, href: `${base}/codebook?code=${code.id}` },
          { label: t('queue.title') },
        ]}
      />
      <Queue
        key={`${queue.since} ${queue.targets.join()}`}
        base={base}
        project={access.projectId}
        leads={access.role === 'owner' || access.role === 'supervisor'}
        queue={queue}
        code={code}
        targets={codeQueues.targetsOf(access, queue).map(({ id, name }) => ({ id, name, path: path(id) }))}
        others={inTreeOrder(all).map(({ code: one }) => ({ value: one.id, label: path(one.id) }))}
        passages={waiting.slice(0, MOST).flatMap((id) => found.get(id) ?? [])}
      />
    </>
  )
}

function queueOf(access: Access, id: string) {
  try {
    return codeQueues.one(access, id)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
