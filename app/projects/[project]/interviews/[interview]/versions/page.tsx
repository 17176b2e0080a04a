import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import { editsBetween } from '@/core/text/edits'
import type { Access } from '@/db/access'
import * as corrections from '@/db/corrections'
import * as interviews from '@/db/interviews'
import { NotFound } from '@/db/refusal'
import { Versions } from './versions'

type Props = {
  params: Promise<{ project: string; interview: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const Looking = z.object({ changes: z.coerce.number().int().min(2).nullable().catch(null) })
const AROUND = 60

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('correcting'))('versions') }
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const { project, interview } = await params
  const access = await requireAccess(project)
  const t = await getTranslations()
  const { changes } = Looking.parse(await searchParams)
  const list = `/projects/${project}/interviews`
  try {
    const { name } = interviews.text(access, interview)
    return (
      <>
        <PageHeader
          crumbs={[
            { label: t('interviews.title'), href: list },
            { label: name, href: `${list}/${interview}` },
            { label: t('correcting.versions') },
          ]}
          actions={
            access.corrects ? <LinkButton href={`${list}/${interview}/edit`}>{t('correcting.title')}</LinkButton> : null
          }
        />
        <Versions
          project={project}
          interview={interview}
          corrects={access.corrects}
          versions={corrections.versions(access, interview)}
          toLookAt={corrections.toLookAt(access, interview)}
          compared={changes === null ? null : compared(access, interview, changes)}
        />
      </>
    )
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}

function compared(access: Access, interview: string, version: number) {
  const before = corrections.textOfVersion(access, interview, version - 1).text
  const after = corrections.textOfVersion(access, interview, version).text
  return {
    from: version - 1,
    to: version,
    changes: editsBetween(before, after).map(({ start, end, insert }) => ({
      before: before.slice(Math.max(0, start - AROUND), start),
      removed: before.slice(start, end),
      added: insert,
      after: before.slice(end, end + AROUND),
    })),
  }
}
