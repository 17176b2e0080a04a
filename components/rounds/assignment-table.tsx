'use client'

import { Menu, Table, UnstyledButton } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import type { Assigned } from '@/core/rounds/draw'
import type { Assignment } from '@/core/rounds/round'

/** Interviews with their coders; each assignment can be moved or taken away, and a coder added. */
export function AssignmentTable(props: {
  assignments: readonly Assignment[]
  coders: readonly { id: string; name: string }[]
  movable: boolean
  give: (to: Assigned) => void
  take: (from: Assigned) => void
  move: (to: Assigned, from: string) => void
}) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const interviews = [...new Map(props.assignments.map((one) => [one.interviewId, one])).values()]
  const of = (id: string) => props.assignments.filter((one) => one.interviewId === id)
  const free = (id: string) => props.coders.filter((coder) => !of(id).some((one) => one.coderId === coder.id))
  const state = (one: Assignment) =>
    one.doneAt !== null
      ? t('isDone')
      : one.read > 0
        ? format.number(one.read, { style: 'percent', maximumFractionDigits: 0 })
        : t('notBegun')
  return (
    <Table verticalSpacing={4} aria-label={t('assignments')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('interview')}</Table.Th>
          <Table.Th ta="right">{t('words')}</Table.Th>
          <Table.Th>{t('coders')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {interviews.map(({ interviewId, interview, words }) => (
          <Table.Tr key={interviewId}>
            <Table.Td>{interview}</Table.Td>
            <Table.Td ta="right">{format.number(words)}</Table.Td>
            <Table.Td>
              {of(interviewId).map((one) => {
                const label = `${one.coder} (${state(one)})`
                if (!props.movable)
                  return (
                    <span key={one.coderId} style={{ marginInlineEnd: 16 }}>
                      {label}
                    </span>
                  )
                return (
                  <Menu key={one.coderId}>
                    <Menu.Target>
                      <UnstyledButton
                        fz={13}
                        me={16}
                        td="underline"
                        aria-label={t('moveOf', { coder: one.coder, interview })}
                      >
                        {label}
                      </UnstyledButton>
                    </Menu.Target>
                    <Menu.Dropdown>
                      {free(interviewId).map((coder) => (
                        <Menu.Item
                          key={coder.id}
                          onClick={() => props.move({ interviewId, coderId: coder.id }, one.coderId)}
                        >
                          {t('moveTo', { name: coder.name })}
                        </Menu.Item>
                      ))}
                      <Menu.Item onClick={() => props.take({ interviewId, coderId: one.coderId })}>
                        {t('take')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )
              })}
              {props.movable && free(interviewId).length > 0 ? (
                <Menu>
                  <Menu.Target>
                    <UnstyledButton fz={13} aria-label={t('addCoderOf', { interview })}>
                      {t('addCoder')}
                    </UnstyledButton>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {free(interviewId).map((coder) => (
                      <Menu.Item key={coder.id} onClick={() => props.give({ interviewId, coderId: coder.id })}>
                        {coder.name}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              ) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
