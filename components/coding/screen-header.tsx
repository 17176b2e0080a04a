'use client'

import { ActionIcon, Button, Checkbox, Popover, Radio, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronLeft,
  IconChevronRight,
  IconFileText,
  IconKeyboard,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconTextScan2,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Present } from '@/core/live'
import type { Coder } from '@/core/project'
import type { Neighbour } from './coding-screen-props'
import { Others } from './others'
import type { Item } from './outbox'
import { type Tint, tints } from './preferences'
import classes from './screen-header.module.css'
import type { Line } from './use-live'

/** The line over the text: which interview, whose codings, whether all is stored, and the ways out. */
export function ScreenHeader(props: {
  name: string
  values: readonly string[]
  number: number
  count: number
  previous: Neighbour
  next: Neighbour
  coders: readonly Coder[]
  nameOf: (id: string) => string
  shownCoders: ReadonlySet<string>
  showCoders: (ids: readonly string[]) => void
  unsent: readonly Item[]
  retry: () => void
  line: Line
  others: readonly Present[]
  tint: Tint
  setTint: (tint: Tint) => void
  uncoded: () => void
  undo: () => void
  redo: () => void
  codebook: boolean
  side: boolean
  toggleCodebook: () => void
  toggleSide: () => void
  help: () => void
  versions: () => void
}) {
  const t = useTranslations('coding')
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>
        {props.name}
        {props.values.length ? <span className={classes.values}> · {props.values.join(' · ')}</span> : null}
      </h1>
      <Others others={props.others} />
      <Status unsent={props.unsent} retry={props.retry} line={props.line} />
      <Popover position="bottom-end" shadow="sm" withinPortal>
        <Popover.Target>
          <Button variant={props.shownCoders.size ? 'light' : 'subtle'} className={classes.wide}>
            {t('showing')}
            {props.shownCoders.size ? ` ${props.shownCoders.size}` : ''}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Checkbox.Group label={t('coders')} value={[...props.shownCoders]} onChange={props.showCoders}>
            {props.coders.map((coder) => (
              <Checkbox key={coder.id} mb={6} value={coder.id} label={props.nameOf(coder.id)} />
            ))}
          </Checkbox.Group>
          <Button variant="subtle" disabled={!props.shownCoders.size} onClick={() => props.showCoders([])}>
            {t('allCoders')}
          </Button>
          <Radio.Group
            mt="sm"
            label={t('tintBy')}
            value={props.tint}
            onChange={(value) => props.setTint(tints.find((tint) => tint === value) ?? 'code')}
          >
            {tints.map((tint) => (
              <Radio key={tint} mt={6} value={tint} label={t(`tint.${tint}`)} />
            ))}
          </Radio.Group>
        </Popover.Dropdown>
      </Popover>
      <Tool label={`${t('keyUncoded')} (Alt+U)`} run={props.uncoded} wide>
        <IconTextScan2 size={18} />
      </Tool>
      <Tool label={`${t('undo')} (Ctrl+Z)`} run={props.undo}>
        <IconArrowBackUp size={18} />
      </Tool>
      <Tool label={`${t('redo')} (Ctrl+Shift+Z)`} run={props.redo} wide>
        <IconArrowForwardUp size={18} />
      </Tool>
      <Tool label={t('hideCodebook')} run={props.toggleCodebook} pressed={props.codebook} wide>
        <IconLayoutSidebar size={18} />
      </Tool>
      <Tool label={t('hideSide')} run={props.toggleSide} pressed={props.side} wide>
        <IconLayoutSidebarRight size={18} />
      </Tool>
      <Tool label={`${t('shortcuts')} (?)`} run={props.help} wide>
        <IconKeyboard size={18} />
      </Tool>
      <Tool label={t('versions')} run={props.versions} wide>
        <IconFileText size={18} />
      </Tool>
      <span className={classes.position}>{t('position', { number: props.number, count: props.count })}</span>
      <Tool
        label={props.previous ? t('previous', { name: props.previous.name }) : t('noPrevious')}
        run={props.previous?.open}
      >
        <IconChevronLeft size={18} />
      </Tool>
      <Tool label={props.next ? t('next', { name: props.next.name }) : t('noNext')} run={props.next?.open}>
        <IconChevronRight size={18} />
      </Tool>
    </header>
  )
}

function Tool(props: {
  label: string
  run: (() => void) | undefined
  pressed?: boolean
  wide?: boolean
  children: ReactNode
}) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={props.wide ? classes.wide : undefined}
        aria-label={props.label}
        aria-pressed={props.pressed}
        disabled={!props.run}
        onClick={props.run}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  )
}

function Status({ unsent, retry, line }: { unsent: readonly Item[]; retry: () => void; line: Line }) {
  const t = useTranslations('coding')
  const failed = unsent.filter((item) => item.message !== '')
  if (failed.length)
    return (
      <span className={classes.failed}>
        {line === 'cut' ? t('lineCut', { count: unsent.length }) : t('unsaved', { count: unsent.length })}
        <Button variant="default" onClick={retry}>
          {t('retry')}
        </Button>
      </span>
    )
  if (line === 'cut')
    return (
      <Tooltip label={t('lineCutMeans')}>
        <span className={`${classes.status} ${classes.cut}`}>{t('lineCut', { count: unsent.length })}</span>
      </Tooltip>
    )
  return <span className={classes.status}>{unsent.length ? t('saving', { count: unsent.length }) : t('saved')}</span>
}
