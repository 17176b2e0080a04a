import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { PageHeader } from '@/components/shell/page-header'
import * as previews from '@/db/masked-preview'
import * as masking from '@/db/masking'
import * as suggested from '@/db/suggested'
import * as variables from '@/db/variables'
import { MaskingPage } from './masking-page'

const Shown = z.object({
  show: z.enum(['queue', 'names', 'text', 'consent']).catch('queue'),
  interview: z.uuid().optional().catch(undefined),
})
/** So many suggestions are sent at a time; those behind come when these are decided. */
const AT_ONCE = 200

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('masking'))('title') }
}

type Props = { params: Promise<{ project: string }>; searchParams: Promise<SearchParams> }

export default async function Masking({ params, searchParams }: Props) {
  const { project } = await params
  const access = await requireAccess(project)
  if (access.role !== 'owner' && access.role !== 'supervisor') notFound()
  const t = await getTranslations('masking')
  const { show, interview } = Shown.parse(await searchParams)
  const queue = suggested.queue(access)
  const interviews = show === 'text' ? previews.choices(access) : []
  const chosen = interviews.find((one) => one.id === interview) ?? interviews[0]
  const { on, consent } = masking.settings(access)
  return (
    <>
      <PageHeader crumbs={[{ label: t('title') }]} />
      <MaskingPage
        project={project}
        show={show}
        on={on}
        open={queue.length}
        queue={show === 'queue' ? queue.slice(0, AT_ONCE) : []}
        names={masking.names(access)}
        allowed={show === 'names' ? masking.allowed(access) : []}
        interviews={interviews}
        preview={chosen ? previews.preview(access, chosen.id) : null}
        consent={consent}
        categories={variables.list(access).filter(({ kind }) => kind === 'category')}
      />
    </>
  )
}
