'use client'

import { Button, Table } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import type { Assignment } from '@/core/rounds/round'
import { LinkButton } from '../shell/link-button'
import { problem } from '../shell/undoable'
import classes from './rounds.module.css'

type Line = Assignment & { roundId: string; round: string; due: string | null; href: string }
export type SetDone = (given: {
  project: string
  round: string
  interview: string
  done: boolean
}) => Promise<{ ok: unknown } | { error: string }>

/** What a person is to code: what is due, how far they are, what is next; said done here. */
export function MyInterviews(props: { project: string; lines: readonly Line[]; setDone: SetDone }) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const [pending, start] = useTransition()
  if (props.lines.length === 0) return <p className={classes.page}>{t('nothingForMe')}</p>
  const next = props.lines.find((one) => one.doneAt === null)
  const say = (one: Line, done: boolean) =>
    start(async () => {
      const answer = await props.setDone({
        project: props.project,
        round: one.roundId,
        interview: one.interviewId,
        done,
      })
      if ('error' in answer) problem(answer.error)
    })
  return (
    <div className={classes.page} aria-busy={pending}>
      <div className={classes.line}>
        <p role="status">
          {t('myDone', { done: props.lines.filter((one) => one.doneAt !== null).length, of: props.lines.length })}
        </p>
        {next ? <LinkButton href={next.href}>{t('goOn', { name: next.interview })}</LinkButton> : null}
      </div>
      <Table verticalSpacing={4} aria-label={t('mineTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('interview')}</Table.Th>
            <Table.Th>{t('round')}</Table.Th>
            <Table.Th>{t('due')}</Table.Th>
            <Table.Th ta="right">{t('words')}</Table.Th>
            <Table.Th ta="right">{t('read')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.lines.map((one) => (
            <Table.Tr key={`${one.roundId} ${one.interviewId}`}>
              <Table.Td>
                <Link href={one.href}>{one.interview}</Link>
              </Table.Td>
              <Table.Td>{one.round}</Table.Td>
              <Table.Td>
                {one.due === null ? '' : format.dateTime(new Date(one.due), { dateStyle: 'medium', timeZone: 'UTC' })}
              </Table.Td>
              <Table.Td ta="right">{format.number(one.words)}</Table.Td>
              <Table.Td ta="right">{format.number(one.read, { style: 'percent', maximumFractionDigits: 0 })}</Table.Td>
              <Table.Td>
                {one.doneAt === null ? (
                  <Button
                    variant="default"
                    aria-label={t('sayDoneOf', { name: one.interview })}
                    onClick={() => say(one, true)}
                  >
                    {t('sayDone')}
                  </Button>
                ) : (
                  <>
                    {t('isDone')}{' '}
                    <Button
                      variant="subtle"
                      color="gray"
                      aria-label={t('notYetOf', { name: one.interview })}
                      onClick={() => say(one, false)}
                    >
                      {t('notYet')}
                    </Button>
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
