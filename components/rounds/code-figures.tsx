'use client'

import { Table, UnstyledButton } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Answered } from '@/core/agreement/asked'
import type { Interval } from '@/core/agreement/distribution'
import { IntervalBar } from './interval-bar'
import { ReadingText } from './reading-text'

type Column = 'code' | 'prevalence' | 'figure'

/** Each code's figure with its interval, how much is coded, and what the figure says; a heading sorts. */
export function CodeFigures(props: {
  rows: readonly { readonly code: string; readonly figure: Answered }[]
  measure: string
  names: Readonly<Record<string, string>>
  intervals: readonly (Interval | null)[]
  /** Where a code's passages are; null where there is no such place. */
  href: string | null
  title: string
}) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const [{ by, down }, setOrder] = useState<{ by: Column; down: boolean }>({ by: 'figure', down: false })
  const two = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' })
  const name = (code: string) => props.names[code] ?? ''
  const rows = props.rows
    .map((row, i) => ({ ...row, interval: props.intervals[i] ?? null }))
    .toSorted((a, b) => {
      const turn = down ? -1 : 1
      const byName = name(a.code).localeCompare(name(b.code))
      if (by === 'code') return turn * byName
      const of = ({ figure }: typeof a) => (by === 'figure' ? figure.result.value : figure.prevalence)
      const [left, right] = [of(a), of(b)]
      // What has no figure stands last whichever way.
      if (left === null || right === null) return Number(left === null) - Number(right === null) || byName
      return turn * (left - right) || byName
    })
  const heading = (column: Column, label: string) => (
    <Table.Th
      ta={column === 'code' ? 'left' : 'right'}
      aria-sort={by === column ? (down ? 'descending' : 'ascending') : undefined}
    >
      <UnstyledButton fz={13} fw={600} onClick={() => setOrder({ by: column, down: by === column && !down })}>
        {label}
        {by !== column ? '' : down ? ' ↓' : ' ↑'}
      </UnstyledButton>
    </Table.Th>
  )
  return (
    <Table verticalSpacing={4} mt={props.href === null ? 'md' : 0} aria-label={props.title}>
      <Table.Thead>
        <Table.Tr>
          {heading('code', props.href === null ? props.title : t('code'))}
          {heading('prevalence', t('prevalence'))}
          {heading('figure', t('figure'))}
          <Table.Th ta="right">{t('interval')}</Table.Th>
          <Table.Th>{t('reading')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ code, figure, interval }) => (
          <Table.Tr key={code}>
            <Table.Td>
              {props.href === null ? name(code) : <Link href={`${props.href}?code=${code}`}>{name(code)}</Link>}
            </Table.Td>
            <Table.Td ta="right">
              {figure.prevalence === null
                ? ''
                : format.number(figure.prevalence, { style: 'percent', maximumFractionDigits: 1 })}
            </Table.Td>
            <Table.Td ta="right">{figure.result.value === null ? t('noFigure') : two(figure.result.value)}</Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
              {interval ? `[${two(interval.low)}, ${two(interval.high)}]` : ''}{' '}
              {figure.result.value === null ? null : (
                <IntervalBar measure={props.measure} value={figure.result.value} interval={interval} />
              )}
            </Table.Td>
            <Table.Td miw={240}>
              <ReadingText measure={props.measure} figure={figure} interval={interval} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
