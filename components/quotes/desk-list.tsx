'use client'

import { Button, Group, Switch, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DeskLine } from '@/core/quotes/desk'
import classes from './quotes.module.css'

/** The quote desks that one sees, and a way to make another. */
export function DeskList(props: {
  desks: readonly DeskLine[]
  writes: boolean
  href: (id: string) => string
  make: (name: string, shared: boolean) => void
  remove: (desk: DeskLine) => void
}) {
  const t = useTranslations('quotes')
  const format = useFormatter()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  return (
    <div className={classes.page}>
      <p className={classes.intro}>{t('intro')}</p>
      {props.desks.length === 0 ? <p>{t(props.writes ? 'empty' : 'emptyRead')}</p> : null}
      <ul className={classes.desks}>
        {props.desks.map((desk) => (
          <li key={desk.id} className={classes.desk}>
            <div>
              <h2>
                <Link href={props.href(desk.id)}>{desk.name}</Link>
              </h2>
              <p className={classes.quiet}>
                {t(desk.shared ? 'shared' : 'private')} ·{' '}
                {t('line', {
                  n: desk.quotes,
                  owner: desk.owner,
                  when: format.dateTime(desk.updatedAt, { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </p>
            </div>
            {desk.removable ? (
              <Button variant="subtle" color="gray" onClick={() => props.remove(desk)}>
                {t('remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {props.writes ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            props.make(name, shared)
          }}
        >
          <Group align="end" mt={16}>
            <TextInput
              label={t('name')}
              placeholder={t('nameHint')}
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Switch
              label={t('shared')}
              checked={shared}
              mb={6}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              {t('make')}
            </Button>
          </Group>
        </form>
      ) : null}
    </div>
  )
}
