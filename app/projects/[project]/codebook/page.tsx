import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import * as codeQueues from '@/db/code-queues'
import * as codes from '@/db/codes'
import * as memos from '@/db/memos'
import { Codebook } from './codebook'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('codebook'))('title') }
}

export default async function CodebookPage({ params }: { params: Promise<{ project: string }> }) {
  const access = await requireAccess((await params).project)
  return (
    <Codebook
      project={access.projectId}
      role={access.role}
      queues={codeQueues.list(access)}
      codes={codes.list(access)}
      memos={memos.onCodes(access)}
      counts={codes.counts(access)}
      changeable={[...codes.changeable(access)]}
    />
  )
}
