'use client'

import { Table } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { grouped } from '@/core/agreement/material'
import type { Assigned } from '@/core/rounds/draw'

type Named = { readonly id: string; readonly name: string }

/** What was drawn and who would code it, before the round is opened. */
export function RoundPreview(props: {
  assignments: readonly Assigned[]
  coders: readonly Named[]
  interviews: readonly Named[]
  perInterview: number
}) {
  const t = useTranslations('rounds')
  const named = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name ?? ''
  const byInterview = grouped(props.assignments, (one) => one.interviewId)
  const short = [...byInterview.values()].filter((own) => own.length < props.perInterview).length
  return (
    <div>
      <p role="status">
        {t('preview', { interviews: byInterview.size, n: props.assignments.length })}
        {short > 0 ? ` ${t('tooFewCoders', { n: short })}` : ''}
      </p>
      {byInterview.size > 0 ? (
        <Table verticalSpacing={4} aria-label={t('assignments')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('interview')}</Table.Th>
              <Table.Th>{t('coders')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...byInterview].map(([id, own]) => (
              <Table.Tr key={id}>
                <Table.Td>{named(props.interviews, id)}</Table.Td>
                <Table.Td>{own.map((one) => named(props.coders, one.coderId)).join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
    </div>
  )
}
