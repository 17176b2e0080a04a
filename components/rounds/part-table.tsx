'use client'

import { Table } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import type { Mean } from '@/core/rounds/figures'

/** The mean over codes of each part of a round. */
export function PartTable(props: { title: string; rows: readonly { name: string; mean: Mean }[] }) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  return (
    <Table verticalSpacing={4} mt="md" maw={560} aria-label={props.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{props.title}</Table.Th>
          <Table.Th ta="right">{t('mean')}</Table.Th>
          <Table.Th ta="right">{t('codesWith')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.rows.map(({ name, mean }) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">
              {mean.value === null
                ? t('noFigure')
                : format.number(mean.value, {
                    minimumFractionDigits: 2,
                    maximumFractionDigits: 2,
                    signDisplay: 'negative',
                  })}
            </Table.Td>
            <Table.Td ta="right">{t('doneOf', { done: mean.codes, of: mean.codes + mean.without })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
