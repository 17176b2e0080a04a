import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'

const formats = ['docx', 'xlsx', 'csv', 'html', 'md', 'latex'] as const

/** A quote desk as a file; all kinds have the same in them. */
export function DeskDownloads(props: { href: (format: (typeof formats)[number]) => string; mayUnmask: boolean }) {
  const t = useTranslations('quotes')
  const excerpts = useTranslations('excerpts')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} component="a" href={props.href(format)}>
            {t(`as.${format}`)}
          </Menu.Item>
        ))}
        {props.mayUnmask ? (
          <>
            <Menu.Label>{excerpts('withNames')}</Menu.Label>
            {formats.map((format) => (
              <Menu.Item key={format} component="a" href={`${props.href(format)}&names=raw`}>
                {t(`as.${format}`)}
              </Menu.Item>
            ))}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
