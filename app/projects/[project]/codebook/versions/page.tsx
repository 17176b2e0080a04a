import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { PageHeader } from '@/components/shell/page-header'
import { codebookDifferences } from '@/core/codebook/versions'
import * as versions from '@/db/codebook-versions'
import { Versions } from './versions'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<SearchParams> }

const number = z.coerce.number().int().min(0).optional().catch(undefined)
const Asked = z.object({ from: number, to: number })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('codebook'))('versions') }
}

/** The versions of the codebook, and what differs between two of them: `from` 0 is the codebook before there was any code. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const access = await requireAccess((await params).project)
  const t = await getTranslations('codebook')
  const asked = Asked.parse(await searchParams)
  const all = versions.versions(access)
  const there = (wanted: number | undefined, otherwise: number) =>
    wanted === 0 || all.some((one) => one.number === wanted) ? (wanted ?? otherwise) : otherwise
  const to = there(asked.to, all[0]?.number ?? 0)
  const from = there(asked.from, Math.max(0, to - 1))
  const codesOf = (version: number) => (version === 0 ? [] : versions.codesOf(access, version))
  const base = `/projects/${access.projectId}`
  return (
    <>
      <PageHeader crumbs={[{ label: t('title'), href: `${base}/codebook` }, { label: t('versions') }]} />
      <Versions
        versions={all}
        from={from}
        to={to}
        differences={codebookDifferences(codesOf(from), codesOf(to))}
        base={`${base}/codebook/versions`}
        figuresHref={to === (all[0]?.number ?? 0) ? null : `${base}/frequencies?version=${to}`}
      />
    </>
  )
}
