'use client'

import { Table } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Round } from '@/core/rounds/round'
import classes from './rounds.module.css'

/** The project's rounds; how far they are is everybody's for who leads, one's own for others. */
export function RoundList(props: {
  lines: readonly { round: Round; href: string; done: number; of: number }[]
  leads: boolean
}) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  if (props.lines.length === 0) return <p className={classes.page}>{props.leads ? t('empty') : t('emptyForCoder')}</p>
  return (
    <div className={classes.page}>
      <Table verticalSpacing={4} aria-label={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th>{t('seeing')}</Table.Th>
            <Table.Th>{t('due')}</Table.Th>
            <Table.Th ta="right">{props.leads ? t('done') : t('doneByMe')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.lines.map(({ round, href, done, of }) => (
            <Table.Tr key={round.id}>
              <Table.Td>
                <Link href={href}>{round.name}</Link>
              </Table.Td>
              <Table.Td>{t(round.state)}</Table.Td>
              <Table.Td>{round.blind ? t('blind') : t('seen')}</Table.Td>
              <Table.Td>
                {round.due === null
                  ? ''
                  : format.dateTime(new Date(round.due), { dateStyle: 'medium', timeZone: 'UTC' })}
              </Table.Td>
              <Table.Td ta="right">{of === 0 ? '' : t('doneOf', { done, of })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
