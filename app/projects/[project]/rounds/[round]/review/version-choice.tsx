'use client'

import { Select } from '@mantine/core'
import { usePathname, useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import type { CodebookVersion } from '@/core/codebook/versions'

/** Under which version of the codebook the figures stand; 0 is that of the round's closing. */
export function VersionChoice(props: { versions: readonly CodebookVersion[]; version: number }) {
  const t = useTranslations('frequencies')
  const rounds = useTranslations('rounds')
  const format = useFormatter()
  const path = usePathname()
  const router = useRouter()
  return (
    <div style={{ padding: '12px 16px 0', maxWidth: '90ch' }}>
      <Select
        size="xs"
        w={260}
        label={t('codebook')}
        allowDeselect={false}
        value={String(props.version)}
        data={[
          { value: '0', label: rounds('codebookAtClosing') },
          ...props.versions.map(({ number, at }) => ({
            value: String(number),
            label: t('codebookThen', { number, date: format.dateTime(at, { dateStyle: 'short' }) }),
          })),
        ]}
        onChange={(value) => router.push(value === '0' ? path : `${path}?version=${value}`)}
      />
      {props.version === 0 ? null : <p>{t('said.version', { number: props.version })}</p>}
    </div>
  )
}
