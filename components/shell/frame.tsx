'use client'

import { Menu } from '@mantine/core'
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import {
  IconBlockquote,
  IconBook2,
  IconChartBar,
  IconChartDots3,
  IconDots,
  IconFileExport,
  IconHelpCircle,
  IconHistory,
  IconMask,
  IconMessages,
  IconNotes,
  IconQuote,
  IconSearch,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './frame.module.css'

const icons = {
  interviews: IconMessages,
  codebook: IconBook2,
  frequencies: IconChartBar,
  analysis: IconChartDots3,
  excerpts: IconQuote,
  quotes: IconBlockquote,
  search: IconSearch,
  memos: IconNotes,
  questions: IconHelpCircle,
  rounds: IconUsersGroup,
  masking: IconMask,
  members: IconUsers,
  export: IconFileExport,
  history: IconHistory,
  account: IconUserCircle,
} as const

export type Place = keyof typeof icons
type LinkTo = { readonly place: Place; readonly href: string; readonly current: boolean }

// A phone's bar holds so many beside "More".
const SHOWN_ON_PHONE = 4

/** The frame of a project: the rail (a bottom bar on a phone), Ctrl+K to go anywhere, and the page. */
export function Frame(props: {
  project: string
  composed: boolean
  /** The person sees names masked. */
  masked: boolean
  projectsHref: string
  places: readonly LinkTo[]
  goTo: readonly SpotlightActionData[]
  children: ReactNode
}) {
  const t = useTranslations('shell')
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <nav className={classes.rail} aria-label={t('navigation')}>
        <div className={classes.project}>
          <Link href={props.projectsHref} title={t('toProjects')}>
            {props.project}
          </Link>
        </div>
        {props.places.map(({ place, href, current }, n) => {
          const Icon = icons[place]
          return (
            <span key={place} className={classes.place} data-more={n >= SHOWN_ON_PHONE || undefined}>
              {place === 'account' ? <span className={classes.grow} /> : null}
              <Link className={classes.link} href={href} aria-current={current ? 'page' : undefined}>
                <Icon size={18} stroke={1.6} aria-hidden />
                {t(place)}
              </Link>
            </span>
          )
        })}
        <More places={props.places.slice(SHOWN_ON_PHONE)} />
        {props.composed ? <p className={classes.composed}>{t('composed')}</p> : null}
        {props.masked ? <p className={classes.composed}>{t('masked')}</p> : null}
      </nav>
      <main id="content" className={classes.main}>
        {props.children}
      </main>
      <Spotlight
        actions={[...props.goTo]}
        shortcut="mod + K"
        nothingFound={t('nothingFound')}
        highlightQuery
        limit={12}
        searchProps={{ leftSection: <IconSearch size={16} />, placeholder: t('goTo'), 'aria-label': t('goTo') }}
      />
    </div>
  )
}

/** On a phone: the places that have no room in its bar. */
function More({ places }: { places: readonly LinkTo[] }) {
  const t = useTranslations('shell')
  return (
    <Menu position="top-end">
      <Menu.Target>
        <button
          type="button"
          className={`${classes.link} ${classes.more}`}
          aria-current={places.some((one) => one.current) ? 'page' : undefined}
        >
          <IconDots size={18} stroke={1.6} aria-hidden />
          {t('more')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ place, href, current }) => {
          const Icon = icons[place]
          return (
            <Menu.Item
              key={place}
              component={Link}
              href={href}
              aria-current={current ? 'page' : undefined}
              leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
            >
              {t(place)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
