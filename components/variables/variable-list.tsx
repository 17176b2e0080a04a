'use client'

import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type Variable, type VariableKind, variableKinds } from '@/core/variable'
import { VariableRow } from './variable-row'

type Answer<T = unknown> = { readonly ok: T } | { readonly error: string }
type On = { project: string; variable: string }

/** The actions on a project's variables. */
export type VariableActions = {
  readonly add: (given: { project: string; name: string; kind: VariableKind }) => Promise<Answer>
  readonly rename: (given: On & { name: string }) => Promise<Answer>
  readonly changeKind: (given: On & { kind: VariableKind }) => Promise<Answer>
  readonly setCategories: (given: On & { wanted: { was: string | null; name: string }[] }) => Promise<Answer>
  readonly reorder: (given: { project: string; order: string[] }) => Promise<Answer>
  readonly remove: (given: On) => Promise<Answer>
  readonly restore: (given: On) => Promise<Answer>
}

/** The project's variables in their order, to be added, renamed, changed, moved and removed; each change can be taken back. */
export function VariableList(props: {
  project: string
  editable: boolean
  variables: readonly Variable[]
  used: Readonly<Record<string, Readonly<Record<string, number>>>>
  actions: VariableActions
}) {
  const t = useTranslations('variables')
  const shell = useTranslations('shell')
  const { project, actions, variables } = props
  const [name, setName] = useState('')
  const [kind, setKind] = useState<VariableKind>('category')

  async function run(answer: Promise<Answer>, done?: { message: string; variable: string }): Promise<boolean> {
    const result = await answer
    if ('error' in result) {
      notifications.show({ color: 'red', message: result.error, autoClose: 10_000 })
      return false
    }
    if (!done) return true
    const id = notifications.show({
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{done.message}</span>
          <Button
            variant="default"
            onClick={() => {
              notifications.hide(id)
              void run(actions.restore({ project, variable: done.variable }))
            }}
          >
            {shell('undo')}
          </Button>
        </Group>
      ),
    })
    return true
  }
  async function add(event: FormEvent) {
    event.preventDefault()
    if (await run(actions.add({ project, name, kind }))) setName('')
  }
  function move(index: number, by: -1 | 1) {
    const order = variables.map((variable) => variable.id)
    const [id] = order.splice(index, 1)
    if (id === undefined) return
    order.splice(index + by, 0, id)
    void run(actions.reorder({ project, order }))
  }
  return (
    <div style={{ padding: 16, maxWidth: 820 }}>
      <Text mb="md" c="var(--quiet)">
        {variables.length === 0 ? t('empty') : t('about')}
      </Text>
      <ol style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {variables.map((variable, index) => (
          <VariableRow
            key={`${variable.id}:${variable.name}:${variable.kind}:${variable.categories.join('\n')}`}
            variable={variable}
            used={props.used[variable.id] ?? {}}
            editable={props.editable}
            first={index === 0}
            last={index === variables.length - 1}
            move={(by) => move(index, by)}
            rename={(next) =>
              run(actions.rename({ project, variable: variable.id, name: next }), {
                message: t('changed', { name: next }),
                variable: variable.id,
              })
            }
            changeKind={(next) =>
              run(actions.changeKind({ project, variable: variable.id, kind: next }), {
                message: t('changed', { name: variable.name }),
                variable: variable.id,
              })
            }
            setCategories={(wanted) =>
              run(actions.setCategories({ project, variable: variable.id, wanted }), {
                message: t('changed', { name: variable.name }),
                variable: variable.id,
              })
            }
            remove={() =>
              run(actions.remove({ project, variable: variable.id }), {
                message: t('removed', { name: variable.name }),
                variable: variable.id,
              })
            }
          />
        ))}
      </ol>
      {props.editable ? (
        <form onSubmit={add} style={{ marginTop: 16 }}>
          <Group gap="xs" align="end">
            <TextInput
              label={t('newName')}
              value={name}
              required
              withAsterisk={false}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NativeSelect
              label={t('kind')}
              value={kind}
              data={variableKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
              onChange={(event) => setKind(variableKinds.find((one) => one === event.currentTarget.value) ?? kind)}
            />
            <Button type="submit" size="sm">
              {t('add')}
            </Button>
          </Group>
        </form>
      ) : null}
    </div>
  )
}
