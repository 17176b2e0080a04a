'use client'

import { Badge, Button, Checkbox, Select, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useFormatter, useTranslations } from 'next-intl'
import { type Role, roles } from '@/core/project'
import { type Invited, InviteForm } from './invite-form'

type Answer<T = unknown> = { ok: T } | { error: string }
type Member = {
  userId: string
  name: string
  email: string
  role: Role
  disabled: boolean
  since: number
  corrects: boolean
  seesRaw: boolean
}
type Invitation = { id: string; role: Role; label: string; expiresAt: number }

/** Who is in the project; owners change roles, invite and end memberships. */
export function MemberTable(props: {
  project: string
  me: string
  owner: boolean
  members: readonly Member[]
  invitations: readonly Invitation[]
  invite: (given: { project: string; role: Role; label: string }) => Promise<Answer<Invited>>
  revoke: (given: { project: string; invitation: string }) => Promise<Answer>
  setRole: (given: { project: string; userId: string; role: Role }) => Promise<Answer>
  setCorrects: (given: { project: string; userId: string; corrects: boolean }) => Promise<Answer>
  setSeesRaw: (given: { project: string; userId: string; seesRaw: boolean }) => Promise<Answer>
  /** Names of the project are masked. */
  masked: boolean
  remove: (given: { project: string; userId: string }) => Promise<Answer>
}) {
  const t = useTranslations('members')
  const roleName = useTranslations('role')
  const format = useFormatter()
  const { project } = props
  const say = async (answer: Promise<Answer>, done?: string) => {
    const result = await answer
    if ('error' in result) notifications.show({ color: 'red', message: result.error })
    else if (done) notifications.show({ message: done })
  }
  const day = (at: number) => format.dateTime(new Date(at), { dateStyle: 'medium' })

  return (
    <div style={{ padding: 16, maxWidth: 960 }}>
      <div style={{ overflowX: 'auto' }}>
        <Table verticalSpacing={4} aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('email')}</Table.Th>
              <Table.Th>{t('role')}</Table.Th>
              <Table.Th>{t('corrects')}</Table.Th>
              {props.masked ? <Table.Th>{t('seesRaw')}</Table.Th> : null}
              <Table.Th>{t('since')}</Table.Th>
              <Table.Th aria-label={t('remove')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.members.map((member) => (
              <Table.Tr key={member.userId}>
                <Table.Td>
                  {member.name} {member.disabled ? <Badge color="gray">{t('disabled')}</Badge> : null}
                </Table.Td>
                <Table.Td>{member.email}</Table.Td>
                <Table.Td>
                  {props.owner ? (
                    <Select
                      size="xs"
                      w={150}
                      aria-label={`${t('role')}: ${member.name}`}
                      allowDeselect={false}
                      value={member.role}
                      data={roles.map((role) => ({ value: role, label: roleName(role) }))}
                      onChange={(value) => {
                        const role = roles.find((one) => one === value)
                        if (role && role !== member.role)
                          say(
                            props.setRole({ project, userId: member.userId, role }),
                            t('changed', { name: member.name, role: roleName(role) }),
                          )
                      }}
                    />
                  ) : (
                    roleName(member.role)
                  )}
                </Table.Td>
                <Table.Td>
                  {member.role === 'viewer' ? null : (
                    <Checkbox
                      size="xs"
                      aria-label={t('correctsOf', { name: member.name })}
                      checked={member.role !== 'coder' || member.corrects}
                      disabled={!props.owner || member.role !== 'coder'}
                      onChange={(event) =>
                        say(
                          props.setCorrects({
                            ...{ project, userId: member.userId },
                            corrects: event.currentTarget.checked,
                          }),
                        )
                      }
                    />
                  )}
                </Table.Td>
                {props.masked ? (
                  <Table.Td>
                    <Checkbox
                      size="xs"
                      aria-label={t('seesRawOf', { name: member.name })}
                      checked={member.role === 'owner' || member.role === 'supervisor' || member.seesRaw}
                      disabled={!props.owner || member.role === 'owner' || member.role === 'supervisor'}
                      onChange={(event) =>
                        say(
                          props.setSeesRaw({
                            ...{ project, userId: member.userId },
                            seesRaw: event.currentTarget.checked,
                          }),
                        )
                      }
                    />
                  </Table.Td>
                ) : null}
                <Table.Td>{day(member.since)}</Table.Td>
                <Table.Td ta="right">
                  {props.owner && member.userId !== props.me ? (
                    <Button
                      variant="subtle"
                      color="gray"
                      onClick={() =>
                        say(props.remove({ project, userId: member.userId }), t('removed', { name: member.name }))
                      }
                    >
                      {t('remove')}
                    </Button>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {props.owner ? <InviteForm project={project} invite={props.invite} /> : null}
      {props.invitations.length > 0 ? (
        <>
          <Title order={2} mt="lg" mb="xs">
            {t('open')}
          </Title>
          {props.invitations.map((one) => (
            <Text key={one.id}>
              {one.label || '–'} · {roleName(one.role)} · {t('expires', { date: day(one.expiresAt) })}{' '}
              <Button variant="subtle" color="gray" onClick={() => say(props.revoke({ project, invitation: one.id }))}>
                {t('revoke')}
              </Button>
            </Text>
          ))}
        </>
      ) : null}
    </div>
  )
}
