'use client'

import { Alert, Anchor, Button, Group, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useFormatter, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'

type Row = {
  readonly file: string
  readonly kind: 'daily' | 'migration' | 'restore' | 'asked'
  readonly at: number
  readonly bytes: number
}
type Answer = { ok?: unknown } | { error: string }

/** The backups of the house: make one, take one home, bring one back. */
export function BackupList(props: {
  backups: readonly Row[]
  kept: number
  downloads: string
  make: (nothing: Record<string, never>) => Promise<Answer>
  restore: (which: { file: string }) => Promise<Answer>
}) {
  const t = useTranslations('backups')
  const shell = useTranslations('shell')
  const format = useFormatter()
  const [busy, start] = useTransition()
  const [said, setSaid] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null)
  const when = (row: Row) => format.dateTime(row.at, { dateStyle: 'medium', timeStyle: 'short' })
  const run = (work: () => Promise<Answer>, done: string) =>
    start(async () => {
      const answer = await work()
      setSaid('error' in answer ? { text: answer.error, wrong: true } : { text: done, wrong: false })
    })
  const askToRestore = (row: Row) =>
    modals.openConfirmModal({
      title: t('restoreTitle', { when: when(row) }),
      children: <Text size="sm">{t('restoreMeans')}</Text>,
      labels: { confirm: t('restore'), cancel: shell('cancel') },
      onConfirm: () => run(() => props.restore({ file: row.file }), t('restored', { when: when(row) })),
    })
  return (
    <div style={{ padding: 16, maxWidth: 880 }}>
      <Group justify="space-between" mb="sm" align="flex-start">
        <Text size="sm" c="dimmed" maw={560}>
          {props.kept > 0 ? t('about', { kept: props.kept }) : t('off')}
        </Text>
        <Button size="xs" loading={busy} onClick={() => run(() => props.make({}), t('made'))}>
          {t('make')}
        </Button>
      </Group>
      <div role="status">
        {said ? (
          <Alert mb="sm" color={said.wrong ? 'red' : 'gray'}>
            {said.text}
          </Alert>
        ) : null}
      </div>
      {props.backups.length === 0 ? (
        <Text size="sm">{t('none')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={420}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('when')}</Table.Th>
                <Table.Th>{t('why')}</Table.Th>
                <Table.Th style={{ textAlign: 'end' }}>{t('size')}</Table.Th>
                <Table.Th aria-label={t('restore')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {props.backups.map((row) => (
                <Table.Tr key={row.file}>
                  <Table.Td>
                    <Anchor href={props.downloads + encodeURIComponent(row.file)} underline="always" size="sm">
                      {when(row)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{t(`kind.${row.kind}`)}</Table.Td>
                  <Table.Td style={{ textAlign: 'end' }}>
                    {t('megabytes', { n: Math.max(0.1, row.bytes / 1_000_000) })}
                  </Table.Td>
                  <Table.Td style={{ textAlign: 'end' }}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={busy}
                      aria-label={t('restoreOf', { when: when(row) })}
                      onClick={() => askToRestore(row)}
                    >
                      {t('restore')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </div>
  )
}
