'use client'

import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'

/** All excerpts that were found, not only this page, as files. */
export function ExcerptDownloads(props: { docx: string; xlsx: string; csv: string; mayUnmask: boolean }) {
  const t = useTranslations('excerpts')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['docx', 'xlsx', 'csv'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={props[format]}>
            {t(`as.${format}`)}
          </Menu.Item>
        ))}
        {props.mayUnmask ? (
          <>
            <Menu.Label>{t('withNames')}</Menu.Label>
            {(['docx', 'xlsx', 'csv'] as const).map((format) => (
              <Menu.Item key={format} component="a" href={`${props[format]}&names=raw`}>
                {t(`as.${format}`)}
              </Menu.Item>
            ))}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
