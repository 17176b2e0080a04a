'use client'

import { Button, Group, Table, Text, Title } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { NameKind } from '@/core/masking/mark'
import { NameForm } from './name-form'

type Given = { kind: NameKind; spellings: string[]; pseudonym: string }
type Name = Given & { id: string }

/** The study's names with their pseudonyms, and what may be named. */
export function NameList(props: {
  names: readonly Name[]
  allowed: readonly { id: string; words: string }[]
  add: (name: Given) => Promise<boolean>
  change: (id: string, name: Given) => Promise<boolean>
  remove: (name: Name) => void
  disallow: (id: string) => void
}) {
  const t = useTranslations('masking')
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <>
      <NameForm start={{ kind: 'person', spellings: [], pseudonym: '' }} submit={t('addName')} save={props.add} />
      {props.names.length > 0 ? (
        <div style={{ overflowX: 'auto' }}>
          <Table verticalSpacing={4} mt="md" aria-label={t('show.names', { n: 0 })}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('spellings')}</Table.Th>
                <Table.Th>{t('kind')}</Table.Th>
                <Table.Th>{t('pseudonym')}</Table.Th>
                <Table.Th aria-label={t('change')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {props.names.map((name) =>
                editing === name.id ? (
                  <Table.Tr key={name.id}>
                    <Table.Td colSpan={4}>
                      <NameForm
                        start={name}
                        submit={t('save')}
                        cancel
                        escape={() => setEditing(null)}
                        save={async (given) => {
                          const good = await props.change(name.id, given)
                          if (good) setEditing(null)
                          return good
                        }}
                      />
                    </Table.Td>
                  </Table.Tr>
                ) : (
                  <Table.Tr key={name.id}>
                    <Table.Td>{name.spellings.join('; ')}</Table.Td>
                    <Table.Td>{t(`kinds.${name.kind}`)}</Table.Td>
                    <Table.Td>{name.pseudonym}</Table.Td>
                    <Table.Td ta="right">
                      <Button
                        variant="subtle"
                        aria-label={t('changeOf', { name: name.spellings[0] ?? '' })}
                        onClick={() => setEditing(name.id)}
                      >
                        {t('change')}
                      </Button>
                      <Button
                        variant="subtle"
                        color="gray"
                        aria-label={t('removeOf', { name: name.spellings[0] ?? '' })}
                        onClick={() => props.remove(name)}
                      >
                        {t('remove')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ),
              )}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
      {props.allowed.length > 0 ? (
        <>
          <Title order={2} size="h4" mt="lg" mb="xs">
            {t('allowed')}
          </Title>
          <Text size="sm" mb="xs">
            {t('allowedMeans')}
          </Text>
          <Group gap="xs">
            {props.allowed.map((one) => (
              <Button
                key={one.id}
                variant="default"
                size="compact-sm"
                aria-label={t('disallow', { words: one.words })}
                onClick={() => props.disallow(one.id)}
              >
                {one.words} ×
              </Button>
            ))}
          </Group>
        </>
      ) : null}
    </>
  )
}
