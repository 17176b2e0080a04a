'use client'

import { Anchor } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Counts } from '@/core/codebook/counts'
import classes from './codebook.module.css'

/** How often a code was used, alone and with its sub-codes, with the way to the passages. */
export function CodeCounts(props: {
  counts: Counts | undefined
  below: boolean
  href: (withSubCodes: boolean) => string
}) {
  const t = useTranslations('codebook')
  const none = { codings: 0, interviews: 0 }
  const { own, all } = props.counts ?? { own: none, all: none }
  const lines = [
    { count: own, label: props.below ? t('alone') : null, sub: false },
    ...(props.below ? [{ count: all, label: t('withSub'), sub: true }] : []),
  ]
  return (
    <ul className={classes.counts}>
      {lines.map(({ count, label, sub }) => (
        <li key={String(sub)}>
          {count.codings === 0 ? (
            t('unused')
          ) : (
            <Anchor component={Link} href={props.href(sub)} inherit>
              {t('used', count)}
            </Anchor>
          )}
          {label ? ` · ${label}` : null}
        </li>
      ))}
    </ul>
  )
}
