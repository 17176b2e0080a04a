'use client'

import { Menu } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { PINS } from './preferences'

/** What can be done with a code beside applying it. */
export function CodeMenu(props: {
  at: DOMRect
  close: () => void
  /** The digit it is pinned to, 0 for none. */
  pin: number
  focused: boolean
  only: boolean
  setPin: (digit: number) => void
  toggleFocus: () => void
  toggleOnly: () => void
  takePen: () => void
}) {
  const t = useTranslations('coding')
  const { left, bottom } = props.at
  return (
    <Menu opened onClose={props.close} position="bottom-start" withinPortal shadow="sm">
      <Menu.Target>
        <span style={{ position: 'fixed', left, top: bottom, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={props.takePen}>{t('takePen')}</Menu.Item>
        <Menu.Item onClick={props.toggleFocus}>{t(props.focused ? 'endFocus' : 'focusThis')}</Menu.Item>
        <Menu.Item onClick={props.toggleOnly}>{t(props.only ? 'showAll' : 'onlyThis')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('pinTo')}</Menu.Label>
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)' }}>
          {Array.from({ length: PINS }, (_, i) => i + 1).map((digit) => (
            <Menu.Item key={digit} fw={digit === props.pin ? 700 : 400} onClick={() => props.setPin(digit)}>
              {digit}
              {digit === props.pin ? ' ✓' : ''}
            </Menu.Item>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}
