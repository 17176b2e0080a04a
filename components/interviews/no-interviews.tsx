'use client'

import { Button, Stack, Text } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** What the place of interviews is for, and the way to fill it for those who may. */
export function NoInterviews({ importHref }: { importHref: string | null }) {
  const t = useTranslations('interviews')
  return (
    <Stack align="start" maw={560} p="xl" gap="md">
      <Text>{t('empty')}</Text>
      {importHref ? (
        <Button component={Link} href={importHref} size="sm">
          {t('importFirst')}
        </Button>
      ) : (
        <Text c="var(--quiet)">{t('emptyWait')}</Text>
      )}
    </Stack>
  )
}
