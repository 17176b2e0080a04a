import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { InterviewTable } from '@/components/interviews/interview-table'
import { NoInterviews } from '@/components/interviews/no-interviews'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import * as interviews from '@/db/interviews'
import * as variables from '@/db/variables'
import { removeInterviews, renameInterview, restoreInterviews, setValues } from './actions'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('interviews'))('title') }
}

export default async function Interviews({ params, searchParams }: Props) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('interviews')
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const base = `/projects/${project}/interviews/`
  const all = interviews.list(access)
  const query = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([key, value]) =>
      [value ?? []].flat().map((one): [string, string] => [key, one]),
    ),
  )
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title') }]}
        actions={
          leads ? (
            <>
              <LinkButton href={`${base}variables`} variant="default">
                {t('variables')}
              </LinkButton>
              <LinkButton href={`${base}import`}>{t('import')}</LinkButton>
            </>
          ) : null
        }
      />
      {all.length === 0 ? (
        <NoInterviews importHref={leads ? `${base}import` : null} />
      ) : (
        <InterviewTable
          project={project}
          base={base}
          query={query.toString()}
          interviews={all}
          variables={variables.list(access)}
          editable={leads}
          actions={{
            setValues,
            rename: renameInterview,
            remove: removeInterviews,
            restore: restoreInterviews,
          }}
        />
      )}
    </>
  )
}
