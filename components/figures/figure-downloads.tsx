'use client'

import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { pngOf } from './png'

/** A figure that can be taken away: where its SVG is, its file's name, and what it is called where a page has several. */
export type FigureFile = { readonly svg: string; readonly name: string; readonly label: string | null }

/** The table and the figures of a page as files. */
export function FigureDownloads(props: { csv: string; xlsx: string; figures: readonly FigureFile[] }) {
  const t = useTranslations('figures')
  const png = async (figure: FigureFile) => {
    try {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await pngOf(figure.svg))
      link.download = `${figure.name}.png`
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
        {props.figures.map((figure) => (
          <Fragment key={figure.svg}>
            {figure.label === null ? null : <Menu.Label>{figure.label}</Menu.Label>}
            <Menu.Item component="a" href={figure.svg} download>
              {t('asSvg')}
            </Menu.Item>
            <Menu.Item onClick={() => png(figure)}>{t('asPng')}</Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
