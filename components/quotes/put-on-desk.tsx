'use client'

import { Button, Group, Menu } from '@mantine/core'
import { IconBlockquote } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'

/** How many excerpts are chosen, and the desks that they can be put on. */
export function PutOnDesk(props: {
  chosen: number
  onPage: number
  desks: readonly { readonly id: string; readonly name: string }[]
  choosePage: () => void
  chooseNone: () => void
  put: (desk: string | null) => void
}) {
  const t = useTranslations('quotes')
  return (
    <Group gap={8} my={8}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            disabled={props.chosen === 0}
            leftSection={<IconBlockquote size={16} aria-hidden />}
          >
            {t('putOn')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {props.desks.map((desk) => (
            <Menu.Item key={desk.id} onClick={() => props.put(desk.id)}>
              {desk.name}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => props.put(null)}>{t('putOnNew')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="subtle" onClick={props.chosen < props.onPage ? props.choosePage : props.chooseNone}>
        {t(props.chosen < props.onPage ? 'choosePage' : 'chooseNone')}
      </Button>
      <span role="status" style={{ fontSize: 13, color: 'var(--quiet)' }}>
        {t('chosen', { n: props.chosen })}
      </span>
    </Group>
  )
}
