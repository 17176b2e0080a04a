import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { AgendaDownload } from '@/components/questions/agenda-download'
import { PageHeader } from '@/components/shell/page-header'
import * as members from '@/db/members'
import * as threads from '@/db/threads'
import { QuestionPage } from './question-page'

const Shown = z.object({
  show: z.enum(['open', 'meeting', 'settled', 'all']).catch('open'),
  mine: z
    .string()
    .transform((value) => value === '1')
    .catch(false),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('questions'))('title') }
}

export default async function Questions({
  params,
  searchParams,
}: {
  params: Promise<{ project: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('questions')
  const { show, mine } = Shown.parse(await searchParams)
  const all = threads.list(access)
  const asked = {
    mine,
    ...(show === 'open' || show === 'meeting' ? { settled: false } : show === 'settled' ? { settled: true } : {}),
    meeting: show === 'meeting',
  }
  const file = (format: string) => `/projects/${project}/questions/agenda?format=${format}`
  const agenda = all.some((one) => one.meeting && one.settled === null)
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title') }]}
        actions={agenda ? <AgendaDownload docx={file('docx')} md={file('md')} /> : null}
      />
      {all.length === 0 ? (
        <p style={{ padding: '8px 16px', maxWidth: '64ch' }}>{t('empty')}</p>
      ) : (
        <QuestionPage
          project={project}
          show={show}
          mine={mine}
          questions={show === 'meeting' ? threads.agenda(access).filter(own) : threads.list(access, asked)}
          people={members.list(access).map((one) => ({ id: one.userId, name: one.name }))}
          mayWrite={access.role !== 'viewer'}
        />
      )}
    </>
  )

  function own(one: (typeof all)[number]): boolean {
    return !mine || one.author.id === access.userId || one.to?.id === access.userId
  }
}
