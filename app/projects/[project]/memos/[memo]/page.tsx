import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import type { Memo } from '@/core/notes/memo'
import type { Access } from '@/db/access'
import * as memos from '@/db/memos'
import { NotFound } from '@/db/refusal'
import { MemoPage } from './memo-page'

type Props = { params: Promise<{ project: string; memo: string }> }

function memoOf(access: Access, id: string): Memo {
  try {
    return memos.get(access, id)
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, memo } = await params
  const { title } = memoOf(await requireAccess(project), memo)
  return { title: title || (await getTranslations('memos'))('untitled') }
}

export default async function MemoRoute({ params }: Props) {
  const { project, memo: id } = await params
  const access = await requireAccess(project)
  const memo = memoOf(access, id)
  return (
    <MemoPage
      key={memo.id}
      project={project}
      base={`/projects/${project}`}
      me={access.userId}
      memo={memo}
      readOnly={access.role === 'viewer'}
      targets={memos.targets(access)}
    />
  )
}
