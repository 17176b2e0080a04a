'use client'

import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'

/** What is to be decided at the next meeting, as a file. */
export function AgendaDownload(props: { docx: string; md: string }) {
  const t = useTranslations('questions')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['docx', 'md'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={props[format]} download>
            {t(`as.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
