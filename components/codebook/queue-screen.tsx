'use client'

import { Button, Progress, Select } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import type { CodeQueue } from '@/core/codebook/queue'
import type { Excerpt } from '@/core/excerpts/excerpt'
import { CodeColours } from '../shell/code-colours'
import { problem } from '../shell/undoable'
import type { Answer } from './answer'
import classes from './codebook.module.css'
import { WordDifference } from './word-difference'

type How = 'keep' | 'recode' | 'remove'
type Done = { readonly id: string; readonly how: How }
const wording = ['definition', 'include', 'exclude'] as const

/** Passages one by one: each keeps its code, gets another, or loses it, by keys. */
export function QueueScreen(props: {
  queue: CodeQueue
  code: Code
  targets: readonly { readonly id: string; readonly name: string; readonly path: string }[]
  others: readonly { readonly value: string; readonly label: string }[]
  passages: readonly Excerpt[]
  leads: boolean
  place: (interview: string, coding: string) => string
  /** Reads the next passages of a queue longer than was read at once. */
  more: () => void
  done: () => void
  actions: {
    keep: (coding: string) => Promise<Answer>
    recode: (coding: string, code: string) => Promise<Answer>
    remove: (coding: string) => Promise<Answer>
    back: (coding: string, how: How) => Promise<Answer>
    close: () => Promise<Answer>
  }
}) {
  const { queue, code, targets, actions } = props
  const t = useTranslations('codebook')
  const [passages] = useState(props.passages)
  // What was there when the page was opened: a reading in between knows of what was done since, too.
  const [began] = useState({ done: queue.done, left: queue.left })
  const [past, setPast] = useState<readonly Done[]>([])
  const [at, setAt] = useState(0)
  const [busy, setBusy] = useState(false)
  const host = useRef<HTMLElement>(null)
  const gone = new Set(past.map((one) => one.id))
  const open = passages.filter((one) => !gone.has(one.id))
  const passage = open[Math.min(at, open.length - 1)]
  const total = began.left + began.done
  const finished = began.done + past.length
  useEffect(() => host.current?.focus({ preventScroll: true }), [])

  async function act(how: How, run: (id: string) => Promise<Answer>) {
    if (!passage || busy) return
    setBusy(true)
    const answer = await run(passage.id)
    setBusy(false)
    if ('error' in answer) return problem(answer.error)
    setPast((all) => [...all, { id: passage.id, how }])
  }
  async function back() {
    const last = past.at(-1)
    if (!last || busy) return
    setBusy(true)
    const answer = await actions.back(last.id, last.how)
    setBusy(false)
    if ('error' in answer) return problem(answer.error)
    const left = past.slice(0, -1)
    setPast(left)
    const out = new Set(left.map((one) => one.id))
    setAt(
      Math.max(
        0,
        passages.filter((one) => !out.has(one.id)).findIndex((one) => one.id === last.id),
      ),
    )
  }
  const recode = (to: string | null) => (to === null ? undefined : act('recode', (id) => actions.recode(id, to)))
  const keep = () => act('keep', actions.keep)
  const remove = () => act('remove', actions.remove)
  const go = (by: number) => setAt((now) => Math.max(0, Math.min(open.length - 1, Math.min(now, open.length - 1) + by)))

  function onKeyDown(event: KeyboardEvent) {
    const { code: key, target } = event.nativeEvent
    if (target instanceof Element && target.closest('input, [role="listbox"]')) return
    if (event.altKey || (event.ctrlKey || event.metaKey) !== (key === 'KeyZ')) return
    const number = /^(?:Digit|Numpad)([1-9])$/.exec(key)?.[1]
    const to = number === undefined ? undefined : targets[Number(number) - 1]
    if (to) void recode(to.id)
    else if (key === 'KeyK') void keep()
    else if (key === 'Delete') void remove()
    else if (key === 'KeyZ') void back()
    else if (key === 'ArrowDown' || key === 'ArrowRight') go(1)
    else if (key === 'ArrowUp' || key === 'ArrowLeft') go(-1)
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: single letters act only while the queue has the focus
    <section ref={host} className={classes.queue} aria-label={t('queue.title')} tabIndex={0} onKeyDown={onKeyDown}>
      <CodeColours />
      <div>
        <p role="status" className={classes.dim}>
          {t('queue.progress', { done: finished, of: total })}
        </p>
        <Progress size="xs" value={total === 0 ? 100 : (100 * finished) / total} aria-label={t('queue.title')} />
        {passage ? (
          <>
            <p>
              <Link href={props.place(passage.interview.id, passage.id)}>{passage.interview.name}</Link>
              <span className={classes.dim}>
                {' · '}
                {passage.speakers.map((one) => one.name).join(', ')}
                {' · '}
                {t('queue.codedBy', { name: passage.coder })}
              </span>
            </p>
            <p className={classes.passage} style={{ '--tint': `var(--code-${code.colour})` }}>
              {passage.before}
              <mark>{passage.quote}</mark>
              {passage.after}
            </p>
            <div className={classes.answers}>
              {targets.map((one, i) => (
                <Button key={one.id} size="xs" disabled={busy} title={one.path} onClick={() => void recode(one.id)}>
                  {one.name}
                  {i < 9 ? ` (${i + 1})` : ''}
                </Button>
              ))}
              <Button
                size="xs"
                variant={targets.length > 0 ? 'default' : 'filled'}
                disabled={busy}
                onClick={() => void keep()}
              >
                {t('queue.keep', { name: code.name })}
              </Button>
              <Button size="xs" variant="default" disabled={busy} onClick={() => void remove()}>
                {t('queue.remove')}
              </Button>
              <Select
                size="xs"
                w={220}
                searchable
                limit={200}
                aria-label={t('queue.other')}
                placeholder={t('queue.other')}
                value={null}
                data={props.others.filter((one) => one.value !== code.id)}
                nothingFoundMessage={t('noSuchCode')}
                onChange={(value) => void recode(value)}
              />
            </div>
            <div className={classes.answers}>
              <Button size="xs" variant="subtle" onClick={() => go(-1)}>
                {t('queue.previous')}
              </Button>
              <Button size="xs" variant="subtle" onClick={() => go(1)}>
                {t('queue.next')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>{t(began.left > passages.length ? 'queue.pause' : 'queue.nothing')}</p>
            {began.left > passages.length ? (
              <Button size="xs" onClick={props.more}>
                {t('queue.more')}
              </Button>
            ) : null}
          </>
        )}
        <div className={classes.answers}>
          <Button size="xs" variant="subtle" disabled={past.length === 0 || busy} onClick={() => void back()}>
            {t('queue.back')}
          </Button>
          {props.leads && queue.open ? (
            <Button
              size="xs"
              variant="default"
              onClick={async () => {
                const answer = await actions.close()
                if ('error' in answer) problem(answer.error)
                else props.done()
              }}
            >
              {t(began.left > past.length ? 'queue.closeAnyway' : 'queue.close')}
            </Button>
          ) : null}
        </div>
      </div>
      <aside>
        <h2 style={{ fontSize: 14, margin: 0 }}>{code.name}</h2>
        {wording.map((key) => {
          const before = queue.wording?.[key] ?? code[key]
          if (before === '' && code[key] === '') return null
          return (
            <div key={key}>
              <h3 style={{ fontSize: 13, margin: '12px 0 2px' }}>{t(key)}</h3>
              <WordDifference before={before} after={code[key]} />
            </div>
          )
        })}
      </aside>
    </section>
  )
}
