'use client'

import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Range } from '@/core/text/sentences'
import classes from './search.module.css'

/** Steps through hits in a text, with F3 and Shift+F3 too; the hit gone to is selected, ready to be coded. */
export function HitStepper(props: {
  query: string
  hits: readonly Range[]
  at: number | null
  show: (hit: Range) => void
  close: () => void
}) {
  const { hits } = props
  const t = useTranslations('search')
  const [nth, setNth] = useState(() =>
    Math.max(
      0,
      hits.findIndex(({ end }) => end > (props.at ?? 0)),
    ),
  )
  const step = (by: 1 | -1) => {
    const next = (nth + by + hits.length) % hits.length
    setNth(next)
    const hit = hits[next]
    if (hit) props.show(hit)
  }
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.code !== 'F3') return
      event.preventDefault()
      latest.current(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  return (
    <section className={classes.stepper} aria-label={t('stepper', { query: props.query })}>
      <span>«{props.query}»</span>
      <span role="status">{t('step', { n: nth + 1, of: hits.length })}</span>
      <ActionIcon
        variant="subtle"
        size="sm"
        aria-label={t('stepPrevious')}
        title={t('stepPrevious')}
        onClick={() => step(-1)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" size="sm" aria-label={t('stepNext')} title={t('stepNext')} onClick={() => step(1)}>
        <IconChevronDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" size="sm" aria-label={t('stepEnd')} title={t('stepEnd')} onClick={props.close}>
        <IconX size={16} />
      </ActionIcon>
    </section>
  )
}
