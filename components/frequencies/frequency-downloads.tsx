'use client'

import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { pngOf } from './png'

/** The table and the figure as files. */
export function FrequencyDownloads(props: { csv: string; xlsx: string; svg: string; name: string }) {
  const t = useTranslations('frequencies')
  const png = async () => {
    try {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await pngOf(props.svg))
      link.download = `${props.name}.png`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    } catch (error) {
      notifications.show({ color: 'red', message: t('noPng', { reason: error instanceof Error ? error.message : '' }) })
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={props.xlsx} download>
          {t('asXlsx')}
        </Menu.Item>
        <Menu.Item component="a" href={props.csv} download>
          {t('asCsv')}
        </Menu.Item>
        <Menu.Item component="a" href={props.svg} download>
          {t('asSvg')}
        </Menu.Item>
        <Menu.Item onClick={png}>{t('asPng')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
