'use client'

import { Button } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import type { Assigned } from '@/core/rounds/draw'
import type { Assignment, Round } from '@/core/rounds/round'
import { problem } from '../shell/undoable'
import { AssignmentTable } from './assignment-table'
import { CoderProgress } from './coder-progress'
import classes from './rounds.module.css'
import { type BringOpinions, SecondOpinions } from './second-opinions'

type Answering = Promise<{ ok: unknown } | { error: string }>
type At = { project: string; round: string }
export type RoundActions = {
  assign: (given: At & { to: Assigned; from: string | null }) => Answering
  withdraw: (given: At & { from: Assigned }) => Answering
  close: (given: At & { version: number }) => Answering
  reopen: (given: At & { version: number }) => Answering
  bring: BringOpinions
}

/** A round: how it was made, who is how far, and who codes what; who leads moves assignments, closes it and opens it again. */
export function RoundScreen(props: {
  project: string
  leads: boolean
  round: Round
  assignments: readonly Assignment[]
  coders: readonly { id: string; name: string }[]
  variables: Readonly<Record<string, string>>
  actions: RoundActions
}) {
  const { project, round, assignments, actions } = props
  const t = useTranslations('rounds')
  const format = useFormatter()
  const [pending, start] = useTransition()
  const at = { project, round: round.id }
  const run = (answering: () => Answering) =>
    start(async () => {
      const answer = await answering()
      if ('error' in answer) problem(answer.error)
    })
  const day = (time: number) => format.dateTime(new Date(time), { dateStyle: 'medium' })
  const { rule } = round
  return (
    <div className={classes.page} aria-busy={pending}>
      <div className={classes.line}>
        <p>
          {t(round.state)} · {round.blind ? t('blind') : t('seen')} · {t('opened', { date: day(round.createdAt) })}
          {round.closedAt === null ? '' : ` · ${t('closedOn', { date: day(round.closedAt) })}`}
          {round.starts === null
            ? ''
            : ` · ${t('startsOn', { date: format.dateTime(new Date(round.starts), { dateStyle: 'medium', timeZone: 'UTC' }) })}`}
          {round.due === null
            ? ''
            : ` · ${t('dueOn', { date: format.dateTime(new Date(round.due), { dateStyle: 'medium', timeZone: 'UTC' }) })}`}
        </p>
        {props.leads && round.state === 'open' ? (
          <Button onClick={() => run(() => actions.close({ ...at, version: round.version }))}>{t('close')}</Button>
        ) : null}
        {props.leads && round.state === 'closed' ? (
          <Button variant="default" onClick={() => run(() => actions.reopen({ ...at, version: round.version }))}>
            {t('reopen')}
          </Button>
        ) : null}
      </div>
      <p className={classes.quiet}>
        {rule === null
          ? t('byHand')
          : t('drawnBy', {
              size:
                rule.size.kind === 'number'
                  ? t('sizeNumber', { n: rule.size.number })
                  : t('sizeShare', { share: rule.size.share }),
              groups: rule.by.length,
              by: rule.by.map((id) => props.variables[id] ?? '–').join(' × '),
              seed: String(rule.seed),
            })}
      </p>
      <CoderProgress assignments={assignments} />
      <AssignmentTable
        assignments={assignments}
        coders={props.coders}
        movable={props.leads && round.state === 'open'}
        give={(to) => run(() => actions.assign({ ...at, to, from: null }))}
        take={(from) => run(() => actions.withdraw({ ...at, from }))}
        move={(to, from) => run(() => actions.assign({ ...at, to, from }))}
      />
      {props.leads && round.state === 'open' ? (
        <SecondOpinions bring={(file) => actions.bring({ ...at, file })} />
      ) : null}
    </div>
  )
}
