'use client'

import {
  Alert,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  TextInput,
} from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Assigned, DrawRule } from '@/core/rounds/draw'
import type { NewRound, Round } from '@/core/rounds/round'
import { RoundPreview } from './round-preview'
import classes from './rounds.module.css'
import { Ticks } from './ticks'

type Answer<T> = { ok: T } | { error: string }
type Named = { readonly id: string; readonly name: string }
type Among = { project: string; coders: string[]; perInterview: number; own: string | null }
type Mutable = { size: DrawRule['size']; by: string[]; seed: number }
type Sent = Omit<NewRound, 'rule' | 'groups' | 'assignments'> & {
  project: string
  rule: Mutable | null
  groups: string[][]
  assignments: Assigned[]
}
export type NewRoundActions = {
  draw: (given: Among & { rule: Mutable }) => Promise<Answer<readonly Assigned[]>>
  distribute: (given: Among & { interviews: string[]; seed: number }) => Promise<Answer<readonly Assigned[]>>
  add: (given: Sent) => Promise<Answer<Round>>
}

/** A new round: its interviews named or drawn, who codes them, looked at before it is opened. */
export function NewRoundForm(props: {
  project: string
  coders: readonly Named[]
  interviews: readonly Named[]
  variables: readonly Named[]
  /** Codes that have sub-codes, with the ids of these. */
  families: readonly (Named & { readonly below: readonly string[] })[]
  actions: NewRoundActions
  made: (id: string) => void
}) {
  const { project, actions } = props
  const t = useTranslations('rounds')
  const [name, setName] = useState('')
  const [starts, setStarts] = useState('')
  const [due, setDue] = useState('')
  const [blind, setBlind] = useState(true)
  const [coders, setCoders] = useState<readonly string[]>([])
  const [perInterview, setPerInterview] = useState(2)
  const [exclusive, setExclusive] = useState<readonly string[]>([])
  const [own, setOwn] = useState<string | null>(null)
  const [how, setHow] = useState('number')
  const [many, setMany] = useState(1)
  const [by, setBy] = useState<readonly string[]>([])
  const [seed, setSeed] = useState(1)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [given, setGiven] = useState<{ assignments: readonly Assigned[]; rule: Mutable | null } | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function look(event: FormEvent) {
    event.preventDefault()
    const among = { project, coders: [...coders], perInterview, own }
    const size =
      how === 'share' ? { kind: 'share' as const, share: many / 100 } : { kind: 'number' as const, number: many }
    const rule = how === 'hand' ? null : { size, by: [...by], seed }
    const answer = await (rule
      ? actions.draw({ ...among, rule })
      : actions.distribute({ ...among, interviews: [...chosen], seed }))
    setError('error' in answer ? answer.error : null)
    setGiven('error' in answer ? null : { assignments: answer.ok, rule })
  }
  async function open() {
    if (!given) return
    const answer = await actions.add({
      ...{
        project,
        name,
        blind,
        starts: starts === '' ? null : starts,
        due: due === '' ? null : due,
        rule: given.rule,
      },
      groups: props.families.filter(({ id }) => exclusive.includes(id)).map(({ below }) => [...below]),
      assignments: [...given.assignments],
    })
    if ('error' in answer) setError(answer.error)
    else props.made(answer.ok.id)
  }
  // What was looked at is opened, or nothing.
  const afresh =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setGiven(null)
    }
  const number = (set: (value: number) => void) => (value: string | number) => afresh(set)(Number(value) || 1)

  return (
    <form onSubmit={look} className={classes.form}>
      <Group align="end">
        <TextInput
          label={t('name')}
          required
          maxLength={200}
          w={320}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <TextInput label={t('starts')} type="date" value={starts} onChange={(e) => setStarts(e.currentTarget.value)} />
        <TextInput label={t('due')} type="date" value={due} onChange={(e) => setDue(e.currentTarget.value)} />
      </Group>
      <Checkbox
        label={t('isBlind')}
        description={t('isBlindMeans')}
        checked={blind}
        onChange={(e) => setBlind(e.currentTarget.checked)}
      />
      <fieldset>
        <legend>{t('interviews')}</legend>
        <SegmentedControl
          aria-label={t('how')}
          value={how}
          onChange={afresh(setHow)}
          data={[
            { value: 'number', label: t('drawNumber') },
            { value: 'share', label: t('drawShare') },
            { value: 'hand', label: t('choose') },
          ]}
        />
        {how === 'hand' ? (
          <Ticks label={t('interviews')} all={props.interviews} chosen={chosen} choose={afresh(setChosen)} />
        ) : (
          <>
            <NumberInput
              label={how === 'share' ? t('percentOfEach') : t('numberOfEach')}
              w={240}
              min={1}
              max={how === 'share' ? 100 : 10_000}
              value={many}
              onChange={number(setMany)}
            />
            <Ticks label={t('ofEach')} all={props.variables} chosen={by} choose={afresh(setBy)} />
          </>
        )}
        <NumberInput
          label={t('seed')}
          description={t('seedMeans')}
          w={240}
          min={1}
          max={2_147_483_647}
          value={seed}
          onChange={number(setSeed)}
        />
      </fieldset>
      <fieldset>
        <legend>{t('coders')}</legend>
        <Ticks label={t('coders')} all={props.coders} chosen={coders} choose={afresh(setCoders)} />
        <NumberInput
          label={t('perInterview')}
          w={240}
          min={1}
          max={20}
          value={perInterview}
          onChange={number(setPerInterview)}
        />
        <Select
          label={t('own')}
          description={t('ownMeans')}
          w={360}
          clearable
          value={own}
          data={props.variables.map((one) => ({ value: one.id, label: one.name }))}
          onChange={afresh(setOwn)}
        />
      </fieldset>
      {props.families.length > 0 ? (
        <MultiSelect
          label={t('exclusive')}
          description={t('exclusiveMeans')}
          searchable
          value={[...exclusive]}
          data={props.families.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setExclusive}
        />
      ) : null}
      {error ? <Alert color="red">{error}</Alert> : null}
      <Group>
        <Button type="submit" variant="default">
          {t('look')}
        </Button>
        {given && given.assignments.length > 0 ? <Button onClick={open}>{t('openRound')}</Button> : null}
      </Group>
      {given ? (
        <RoundPreview
          assignments={given.assignments}
          coders={props.coders}
          interviews={props.interviews}
          perInterview={perInterview}
        />
      ) : null}
    </form>
  )
}
