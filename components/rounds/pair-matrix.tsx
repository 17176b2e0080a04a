'use client'

import { Table } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import type { MeanRow } from '@/core/rounds/figures'

/** Coders by coders: the mean over codes of each pair, below the diagonal; of how many codes it is the mean stands under it. */
export function PairMatrix(props: {
  title: string
  pairs: readonly MeanRow[]
  names: Readonly<Record<string, string>>
}) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const coders = [...new Set(props.pairs.flatMap(({ key }) => key))]
  const name = (id: string) => props.names[id] ?? id
  const of = (a: string, b: string) => props.pairs.find(({ key }) => key.includes(a) && key.includes(b))?.mean
  if (coders.length < 2) return null
  return (
    <Table verticalSpacing={4} mt="md" w="auto" aria-label={props.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{props.title}</Table.Th>
          {coders.slice(0, -1).map((coder) => (
            <Table.Th key={coder} scope="col" ta="right">
              {name(coder)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {coders.slice(1).map((row, r) => (
          <Table.Tr key={row}>
            <Table.Th scope="row">{name(row)}</Table.Th>
            {coders.slice(0, -1).map((column, c) => {
              const mean = c <= r ? of(row, column) : undefined
              if (!mean) return <Table.Td key={column} />
              return (
                <Table.Td key={column} ta="right">
                  {mean.value === null
                    ? t('noFigure')
                    : format.number(mean.value, {
                        minimumFractionDigits: 2,
                        maximumFractionDigits: 2,
                        signDisplay: 'negative',
                      })}
                  <div style={{ fontSize: 12, color: 'var(--quiet)' }}>
                    {t('codesOf', { done: mean.codes, of: mean.codes + mean.without })}
                  </div>
                </Table.Td>
              )
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
