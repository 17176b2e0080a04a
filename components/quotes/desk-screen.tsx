'use client'

import { Button, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Desk } from '@/core/quotes/desk'
import type { Variable } from '@/core/variable'
import { LeftOutList } from '../masking/left-out-list'
import type { DeskActions } from './actions'
import { DeskSettings } from './desk-settings'
import { Outline } from './outline'
import classes from './quotes.module.css'

/** A quote desk: its settings, and the outline of a paper with its quotes. */
export function DeskScreen(props: {
  base: string
  desk: Desk
  template: string
  unknownSlots: readonly string[]
  leads: boolean
  variables: readonly Variable[]
  references: Readonly<Record<string, string>>
  /** Null where the project has no variable of consent. */
  consents: Readonly<Record<string, string>> | null
  /** What files leave out of this desk, line by line; none where they leave out nothing. */
  leftOut: readonly string[]
  actions: DeskActions
}) {
  const { desk, actions } = props
  const t = useTranslations('quotes')
  const [heading, setHeading] = useState('')
  return (
    <div className={classes.page}>
      <DeskSettings
        desk={desk}
        template={props.template}
        unknownSlots={props.unknownSlots}
        leads={props.leads}
        variables={props.variables}
        actions={actions}
      />
      {desk.kept > 0 ? <p className={classes.quiet}>{t('kept', { n: desk.kept })}</p> : null}
      <LeftOutList lines={props.leftOut} />
      {desk.items.length === 0 ? (
        <p>
          {t('nothingHere')} <Link href={`${props.base}/excerpts`}>{t('toExcerpts')}</Link>
        </p>
      ) : (
        <Outline
          desk={desk}
          references={props.references}
          consents={props.consents}
          place={(interview, coding) => `${props.base}/interviews/${interview}?coding=${coding}`}
          actions={actions}
        />
      )}
      {desk.editable ? (
        <form
          className={classes.adding}
          onSubmit={async (event) => {
            event.preventDefault()
            if (await actions.addHeading({ level: 1, text: heading, before: null })) setHeading('')
          }}
        >
          <TextInput
            label={t('heading')}
            value={heading}
            maxLength={300}
            onChange={(event) => setHeading(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={heading.trim() === ''}>
            {t('addHeading')}
          </Button>
        </form>
      ) : null}
    </div>
  )
}
