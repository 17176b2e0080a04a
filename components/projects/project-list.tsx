'use client'

import { Anchor, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { Project } from '@/core/project'
import classes from './project-list.module.css'

type Row = Project & { interviews: number; members: number; href: string }
type Answer = { ok: unknown } | { error: string }

/** One's projects, a line each; the sample study can be loaded when it is not there. */
export function ProjectList(props: {
  projects: readonly Row[]
  deleteProject: (which: { project: string; name: string }) => Promise<Answer>
  loadSample?: (nothing: Record<string, never>) => Promise<Answer>
}) {
  const t = useTranslations('projects')
  const shell = useTranslations('shell')
  const roles = useTranslations('role')
  const { loadSample } = props
  const [loading, startLoading] = useTransition()

  const say = (answer: Answer) => 'error' in answer && notifications.show({ color: 'red', message: answer.error })
  const confirmDeletion = (project: Row) => {
    const id = modals.open({
      title: t('deleteTitle', { name: project.name }),
      children: (
        <ConfirmByName
          name={project.name}
          warning={t('deleteWarning')}
          label={t('delete')}
          confirm={async (name) => {
            modals.close(id)
            say(await props.deleteProject({ project: project.id, name }))
          }}
        />
      ),
    })
  }

  return (
    <div className={classes.list}>
      {props.projects.length === 0 ? <Text maw={560}>{t('empty')}</Text> : null}
      <ul className={classes.rows}>
        {props.projects.map((project) => (
          <li key={project.id} className={classes.row}>
            <div>
              <Anchor component={Link} href={project.href} fw={600}>
                {project.name}
              </Anchor>{' '}
              {project.composed ? (
                <Badge variant="outline" color="gray" size="sm" tt="none" title={shell('composed')}>
                  {shell('composed')}
                </Badge>
              ) : null}
              {project.description ? <Text className={classes.quiet}>{project.description}</Text> : null}
            </div>
            <Text className={classes.quiet}>
              {t('interviews', { n: project.interviews })} · {t('members', { n: project.members })} ·{' '}
              {roles(project.role)}
            </Text>
            {project.role === 'owner' ? (
              <Button variant="subtle" color="gray" onClick={() => confirmDeletion(project)}>
                {t('delete')}
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {!loadSample || props.projects.some((project) => project.composed) ? null : (
        <Group gap="sm">
          <Button
            variant="default"
            loading={loading}
            onClick={() => startLoading(async () => void say(await loadSample({})))}
          >
            {t('loadSample')}
          </Button>
          <Text className={classes.quiet}>{loading ? t('loading') : t('sampleHint')}</Text>
        </Group>
      )}
    </div>
  )
}

function ConfirmByName(props: { name: string; warning: string; label: string; confirm: (name: string) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        props.confirm(typed)
      }}
    >
      <Stack>
        <Text>{props.warning}</Text>
        <TextInput value={typed} onChange={(event) => setTyped(event.currentTarget.value)} aria-label={props.name} />
        <Button type="submit" color="red" disabled={typed.trim() !== props.name}>
          {props.label}
        </Button>
      </Stack>
    </form>
  )
}
