import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'

const formats = ['docx', 'xlsx', 'csv'] as const

/** The codebook as a file: to be printed, or as a table. */
export function CodebookDownload(props: { href: (format: (typeof formats)[number]) => string }) {
  const t = useTranslations('codebook')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
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
