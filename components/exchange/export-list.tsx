'use client'

import { Button, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'

/** The kinds of file that a project can be had as, each with what is in it and what is lost. */
export function ExportList(props: {
  files: readonly {
    readonly id: 'qdpx' | 'nvivo' | 'qdc' | 'tables' | 'docx' | 'html' | 'archive'
    readonly href: string
  }[]
}) {
  const t = useTranslations('exchange')
  return (
    <Stack gap="xl" p="md" maw={720}>
      <Text>{t('intro')}</Text>
      {props.files.map(({ id, href }) => (
        <section key={id} aria-labelledby={`export-${id}`}>
          <Title order={2} size="h4" id={`export-${id}`}>
            {t(`${id}.title`)}
          </Title>
          <Text size="sm" my={4}>
            {t(`${id}.holds`)}
          </Text>
          <Text size="sm" mb="xs">
            {t(`${id}.loses`)}
          </Text>
          <Button
            component="a"
            href={href}
            variant="default"
            size="sm"
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={t('downloadAs', { kind: t(`${id}.title`) })}
          >
            {t('download')}
          </Button>
        </section>
      ))}
    </Stack>
  )
}
