'use client'

import { Table } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import type { Assignment } from '@/core/rounds/round'

/** Per coder: how many interviews and words, how many of them done. */
export function CoderProgress({ assignments }: { assignments: readonly Assignment[] }) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const coders = new Map(assignments.map((one) => [one.coderId, one.coder]))
  return (
    <Table verticalSpacing={4} mb="md" aria-label={t('progress')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('coder')}</Table.Th>
          <Table.Th ta="right">{t('interviews')}</Table.Th>
          <Table.Th ta="right">{t('words')}</Table.Th>
          <Table.Th ta="right">{t('done')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...coders].map(([id, name]) => {
          const own = assignments.filter((one) => one.coderId === id)
          return (
            <Table.Tr key={id}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{own.length}</Table.Td>
              <Table.Td ta="right">{format.number(own.reduce((sum, one) => sum + one.words, 0))}</Table.Td>
              <Table.Td ta="right">
                {t('doneOf', { done: own.filter((one) => one.doneAt !== null).length, of: own.length })}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
