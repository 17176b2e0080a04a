'use client'

import { Table, Title } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import type { Drift } from '@/core/rounds/drift'
import type { Snapshot } from '@/core/rounds/snapshot'
import classes from './rounds.module.css'

/** For each coder a table: weeks in columns, agreement with the consensus above, codings per interview by code below. */
export function DriftTables(props: { drifts: readonly Drift[]; names: Snapshot['names'] }) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const two = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' })
  const day = (monday: string) =>
    format.dateTime(new Date(`${monday}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <div className={classes.page}>
      <p>{t('driftMeans')}</p>
      {props.drifts.length === 0 ? <p>{t('driftNone')}</p> : null}
      {props.drifts.map(({ coder, weeks }) => {
        const name = props.names.coders[coder] ?? ''
        const used = Object.entries(props.names.codes).filter(([id]) =>
          weeks.some(({ rates }) => rates[id] !== undefined),
        )
        return (
          <div key={coder}>
            <Title order={2} mt="md">
              {name}
            </Title>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone is scrolled by keys too */}
            <section style={{ overflowX: 'auto' }} tabIndex={0} aria-label={t('driftOf', { name })}>
              <Table verticalSpacing={4} style={{ width: 'auto' }}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('driftWeek')}</Table.Th>
                    {weeks.map(({ monday }) => (
                      <Table.Th key={monday} ta="right">
                        {day(monday)}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  <Table.Tr>
                    <Table.Th scope="row">{t('driftAgreement')}</Table.Th>
                    {weeks.map(({ monday, mean }) => (
                      <Table.Td key={monday} ta="right">
                        {mean.value === null ? t('noFigure') : two(mean.value)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                  <Table.Tr>
                    <Table.Th scope="row">{t('driftDecided')}</Table.Th>
                    {weeks.map(({ monday, decided, interviews }) => (
                      <Table.Td key={monday} ta="right">
                        {t('doneOf', { done: decided, of: interviews })}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                  {used.map(([id, path]) => (
                    <Table.Tr key={id}>
                      <Table.Th scope="row" fw={400}>
                        {path}
                      </Table.Th>
                      {weeks.map(({ monday, rates }) => (
                        <Table.Td key={monday} ta="right">
                          {two(rates[id] ?? 0)}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </section>
          </div>
        )
      })}
    </div>
  )
}
