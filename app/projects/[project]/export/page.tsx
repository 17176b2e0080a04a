import { Alert, Text } from '@mantine/core'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { leftOutLines } from '@/app/left-out-lines'
import type { SearchParams } from '@/app/search-params'
import { ExportList } from '@/components/exchange/export-list'
import { LeftOutList } from '@/components/masking/left-out-list'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import * as exporting from '@/db/exporting'
import { Refusal } from '@/db/refusal'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<SearchParams> }

export default async function ExportPage({ params, searchParams }: Props) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('exchange')
  const m = await getTranslations('masking')
  const here = `/projects/${project}/export`
  const masked = exporting.masksFiles(access)
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const raw = masked && leads && (await searchParams).names === 'raw'
  const open = masked && !raw ? undecided(access) : null
  const left = await leftOutLines(exporting.leftOut(access))
  const kinds = [
    'qdpx',
    'nvivo',
    'qdc',
    'tables',
    'docx',
    'html',
    ...(access.role === 'owner' && (raw || !masked) ? ['archive' as const] : []),
  ] as const
  const files = kinds.map((id) => ({
    id,
    href: `${here}/file?${id === 'nvivo' ? 'format=qdpx&variant=nvivo' : `format=${id}`}${raw ? '&names=raw' : ''}`,
  }))
  return (
    <>
      <PageHeader crumbs={[{ label: t('title') }]} />
      {masked ? (
        <Alert m="md" maw={720} color={raw ? 'red' : 'gray'} title={raw ? m('filesRaw') : m('filesMasked')}>
          {open ? (
            <Text size="sm" style={{ whiteSpace: 'pre-line' }} mb="xs">
              {open}
            </Text>
          ) : null}
          {open && leads ? (
            <LinkButton href={`/projects/${project}/masking`} size="sm" mr="xs">
              {m('decide')}
            </LinkButton>
          ) : null}
          {leads ? (
            <LinkButton href={raw ? here : `${here}?names=raw`} variant="default" size="sm">
              {raw ? m('filesMask') : m('filesUnmask')}
            </LinkButton>
          ) : null}
        </Alert>
      ) : null}
      <div style={{ padding: '0 16px' }}>
        <LeftOutList lines={left} />
      </div>
      <ExportList files={files} />
    </>
  )

  function undecided(of: typeof access): string | null {
    try {
      exporting.mustBeDecided(of)
      return null
    } catch (error) {
      if (error instanceof Refusal) return m('undecided', error.values)
      throw error
    }
  }
}
