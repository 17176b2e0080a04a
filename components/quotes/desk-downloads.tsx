import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'

const formats = ['docx', 'xlsx', 'csv', 'html', 'md', 'latex'] as const

/** A quote desk as a file; all kinds have the same in them. */
export function DeskDownloads(props: { href: (format: (typeof formats)[number]) => string }) {
  const t = useTranslations('quotes')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} component="a" href={props.href(format)} download>
            {t(`as.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
