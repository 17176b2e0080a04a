'use client'

import { Title } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AskedOfMe } from '@/core/rounds/decision'
import classes from './rounds.module.css'

/** What was said on passages that the person coded and waits for an answer of theirs; nothing where nothing does. */
export function AskedOfMeList(props: { lines: readonly (AskedOfMe & { readonly href: string })[] }) {
  const t = useTranslations('decisions')
  if (props.lines.length === 0) return null
  return (
    <section className={classes.page} aria-label={t('askedOfMe')}>
      <Title order={2}>{t('askedOfMe')}</Title>
      <ul>
        {props.lines.map(({ roundId, code, at, ...one }) => (
          <li key={`${roundId} ${code} ${one.interview} ${at}`}>
            <Link href={one.href}>
              {one.codeName} · {one.interview}
            </Link>{' '}
            ({one.round}): {one.text}
          </li>
        ))}
      </ul>
    </section>
  )
}
