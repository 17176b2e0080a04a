'use client'

import { Button, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Decision, DecisionNote, DecisionReason } from '@/core/rounds/decision'
import type { Passage } from '@/core/rounds/differences'
import type { Snapshot } from '@/core/rounds/snapshot'
import { problem } from '../shell/undoable'
import { PassageSides } from './passage-sides'
import { PassageThread } from './passage-thread'
import { Redraw } from './redraw'
import classes from './rounds.module.css'

type Answer<T> = Promise<{ ok: T } | { error: string }>
type Verdict =
  | { kind: 'take'; codings: string[] }
  | { kind: 'neither' }
  | { kind: 'postponed' }
  | { kind: 'draw'; code: string; start: number; end: number }
const shows = ['differing', 'undecided', 'partly', 'only', 'instead', 'agreed', 'all'] as const
type Show = (typeof shows)[number]

/** The passages of a round one by one, each side in its text; who leads decides them by key. */
export function PassageQueue(props: {
  passages: readonly Passage[]
  decisions: readonly Decision[]
  reasons: readonly DecisionReason[]
  names: Snapshot['names']
  leads: boolean
  mayWrite: boolean
  notes: readonly DecisionNote[]
  show: Show
  code: string | null
  change: (show: Show, code: string | null) => void
  refresh: () => void
  actions: {
    decide: (given: {
      key: string
      seen: number
      verdict: Verdict
      reasonId: string | null
      note: string
    }) => Answer<Decision>
    undo: (given: { key: string; seen: number }) => Answer<unknown>
    takeOver: (enough: number) => Answer<number>
    addReason: (name: string) => Answer<DecisionReason>
    say: (key: string, text: string) => Answer<DecisionNote>
  }
}) {
  const { passages, names, actions } = props
  const host = useRef<HTMLDivElement>(null)
  const t = useTranslations('decisions')
  const [at, setAt] = useState(0)
  const [stored, setStored] = useState(new Map(props.decisions.map((one) => [one.key, one])))
  const [reasons, setReasons] = useState(props.reasons)
  const [reasonId, setReasonId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [enough, setEnough] = useState(90)
  const [redrawing, setRedrawing] = useState(false)
  const passage = passages[Math.min(at, passages.length - 1)]
  const decision = passage ? stored.get(passage.key) : undefined
  const coders = passage ? [...new Set([...passage.codings.map((one) => one.coder), ...passage.without])].sort() : []
  const go = (by: number) => setAt((now) => Math.max(0, Math.min(passages.length - 1, now + by)))

  async function decide(verdict: Verdict) {
    if (!passage || !props.leads) return
    const given = { key: passage.key, seen: decision?.version ?? 0, verdict, reasonId, note }
    const answer = await actions.decide(given)
    if ('error' in answer) problem(answer.error)
    else {
      setStored((all) => new Map(all).set(passage.key, answer.ok))
      setNote('')
    }
  }
  async function undo() {
    if (!passage || !decision || !props.leads) return
    const answer = await actions.undo({ key: passage.key, seen: decision.version })
    if ('error' in answer) problem(answer.error)
    else setStored((all) => new Map([...all].filter(([key]) => key !== passage.key)))
  }
  async function takeOver() {
    const answer = await actions.takeOver(enough / 100)
    if ('error' in answer) problem(answer.error)
    else props.refresh()
  }
  async function addReason(name: string) {
    const answer = await actions.addReason(name)
    if ('error' in answer) return problem(answer.error)
    setReasons((all) => [...all, answer.ok])
    setReasonId(answer.ok.id)
    setNote('')
  }
  // What a coder has there: with this code, or with the code they gave instead.
  const of = (coder: string) =>
    [...(passage?.codings ?? []), ...(passage?.instead ?? [])].filter((one) => one.coder === coder).map((one) => one.id)
  const take = (ids: string[]) => (ids.length > 0 ? decide({ kind: 'take', codings: ids }) : undefined)

  const onKey = (event: KeyboardEvent) => {
    const within = event.target instanceof Element && event.target.closest('input, textarea, [role="combobox"]')
    // Single letters act only while the queue has the focus.
    if (!(event.target instanceof Node) || !host.current?.contains(event.target)) return
    if (within || event.ctrlKey || event.metaKey || event.altKey) return
    const number = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    const coder = number === undefined ? undefined : coders[Number(number) - 1]
    if (coder !== undefined) take(of(coder))
    else if (event.code === 'KeyB') take((passage?.codings ?? []).map((one) => one.id))
    else if (event.code === 'KeyN') decide({ kind: 'neither' })
    else if (event.code === 'KeyP') decide({ kind: 'postponed' })
    else if (event.code === 'KeyR') setRedrawing((now) => !now)
    else if (event.code === 'KeyU') undo()
    else if (event.code === 'KeyJ') go(1)
    else if (event.code === 'KeyK') go(-1)
  }
  useEffect(() => {
    // A button that went with its passage leaves the focus nowhere.
    if (document.activeElement === document.body) host.current?.focus()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  return (
    <div ref={host} tabIndex={-1} className={classes.page} style={{ outline: 'none' }}>
      <Group align="end" mb="sm">
        <Select
          label={t('show')}
          w={240}
          allowDeselect={false}
          value={props.show}
          data={shows.map((value) => ({ value, label: t(`shows.${value}`) }))}
          onChange={(value) => props.change(shows.find((one) => one === value) ?? props.show, props.code)}
        />
        {props.code ? (
          <Button variant="default" onClick={() => props.change(props.show, null)}>
            {t('allCodes', { code: names.codes[props.code] ?? '' })}
          </Button>
        ) : null}
        {props.leads ? (
          <>
            <NumberInput
              label={t('enough')}
              w={190}
              min={1}
              max={100}
              value={enough}
              onChange={(value) => setEnough(Math.min(100, Math.max(1, Number(value) || 100)))}
            />
            <Button variant="default" onClick={takeOver}>
              {t('takeOver')}
            </Button>
          </>
        ) : null}
      </Group>
      <div className={classes.line}>
        <p role="status">
          {passage
            ? t('place', {
                n: Math.min(at, passages.length - 1) + 1,
                of: passages.length,
                decided: passages.filter((one) => stored.has(one.key)).length,
              })
            : t('none')}
        </p>
        <Button variant="default" disabled={at <= 0} onClick={() => go(-1)}>
          {t('previous')}
        </Button>
        <Button variant="default" disabled={at >= passages.length - 1} onClick={() => go(1)}>
          {t('next')}
        </Button>
      </div>
      {passage ? (
        <>
          <p>
            <strong>{names.codes[passage.code]}</strong> · {names.interviews[passage.interview]} ·{' '}
            {t(`standing.${passage.standing}`)}
          </p>
          <PassageSides passage={passage} coders={coders} names={names} />
          <p aria-live="polite">{said()}</p>
        </>
      ) : null}
      {passage && props.leads ? (
        <>
          <Group mb="sm">
            {coders.map((coder, i) =>
              of(coder).length > 0 ? (
                <Button key={coder} onClick={() => take(of(coder))}>
                  {t('takeOf', { name: names.coders[coder] ?? '', key: i + 1 })}
                </Button>
              ) : null,
            )}
            <Button variant="default" onClick={() => take(passage.codings.map((one) => one.id))}>
              {t('both')}
            </Button>
            <Button variant="default" onClick={() => decide({ kind: 'neither' })}>
              {t('neither')}
            </Button>
            <Button variant="default" onClick={() => decide({ kind: 'postponed' })}>
              {t('postpone')}
            </Button>
            <Button variant="default" aria-expanded={redrawing} onClick={() => setRedrawing(!redrawing)}>
              {t('redrawKey')}
            </Button>
            {decision ? (
              <Button variant="subtle" onClick={undo}>
                {t('undo')}
              </Button>
            ) : null}
          </Group>
          <Group align="end">
            <Select
              label={t('reason')}
              w={240}
              clearable
              value={reasonId}
              data={reasons.map((one) => ({ value: one.id, label: one.name }))}
              onChange={setReasonId}
            />
            <TextInput label={t('note')} w={360} value={note} onChange={(e) => setNote(e.currentTarget.value)} />
            <Button variant="default" disabled={note.trim() === ''} onClick={() => addReason(note)}>
              {t('addReason')}
            </Button>
          </Group>
          {redrawing ? (
            <Redraw
              key={passage.key}
              passage={passage}
              names={names}
              draw={(drawn) => decide({ kind: 'draw', ...drawn })}
            />
          ) : null}
        </>
      ) : null}
      {passage ? (
        <PassageThread
          key={passage.key}
          seed={props.notes.filter((one) => one.key === passage.key)}
          mayWrite={props.mayWrite}
          add={async (text) => {
            const answer = await actions.say(passage.key, text)
            props.refresh()
            return answer
          }}
        />
      ) : null}
    </div>
  )

  function said(): string {
    if (!passage || !decision) return t('open')
    const why = [reasons.find((one) => one.id === decision.reasonId)?.name ?? '', decision.note].filter(Boolean)
    return [t(`verdict.${decision.verdict}`), ...why].join(' – ')
  }
}
