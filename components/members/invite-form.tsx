'use client'

import { Alert, Button, Code, CopyButton, Group, Select, Text, TextInput, Title } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type Role, roles } from '@/core/project'

export type Invited = { path: string; until: number }

const explained = {
  owner: 'roleOwner',
  supervisor: 'roleSupervisor',
  coder: 'roleCoder',
  viewer: 'roleViewer',
} as const

/** Makes a link that works once and shows it once. */
export function InviteForm(props: {
  project: string
  invite: (given: { project: string; role: Role; label: string }) => Promise<{ ok: Invited } | { error: string }>
}) {
  const t = useTranslations('members')
  const roleName = useTranslations('role')
  const format = useFormatter()
  const [role, setRole] = useState<Role>('coder')
  const [label, setLabel] = useState('')
  const [made, setMade] = useState<Invited | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await props.invite({ project: props.project, role, label })
    setError('error' in answer ? answer.error : null)
    if ('error' in answer) return
    setMade(answer.ok)
    setLabel('')
  }
  const link = made ? window.location.origin + made.path : ''

  return (
    <form onSubmit={submit} style={{ marginTop: 24 }}>
      <Title order={2} mb="xs">
        {t('invite')}
      </Title>
      {error ? <Alert color="red">{error}</Alert> : null}
      <Group align="end">
        <Select
          label={t('inviteAs')}
          w={300}
          allowDeselect={false}
          value={role}
          data={roles.map((one) => ({ value: one, label: `${roleName(one)} – ${t(explained[one])}` }))}
          onChange={(value) => setRole(roles.find((one) => one === value) ?? 'coder')}
        />
        <TextInput label={t('inviteFor')} w={260} value={label} onChange={(e) => setLabel(e.currentTarget.value)} />
        <Button type="submit" size="sm">
          {t('makeLink')}
        </Button>
      </Group>
      {made ? (
        <div role="status" style={{ marginTop: 12 }}>
          <Text mb={4}>{t('linkMade', { date: format.dateTime(new Date(made.until), { dateStyle: 'medium' }) })}</Text>
          <Group>
            <Code style={{ overflowWrap: 'anywhere' }}>{link}</Code>
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t('copied') : t('copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        </div>
      ) : null}
    </form>
  )
}
