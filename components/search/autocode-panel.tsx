'use client'

import { Alert, Button, Checkbox, Group, Select } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { type HitUnit, hitUnits, type SearchLine, type SearchPage, type SearchRange } from '@/core/search/page'
import classes from './search.module.css'

type Answer<T> = { readonly ok: T } | { readonly error: string }

/** What a code would be put on, each of it to be ticked off; done as one step, which can be taken back at once. */
export function AutocodePanel(props: {
  page: SearchPage
  unit: HitUnit
  setUnit: (unit: HitUnit) => void
  codes: readonly { readonly id: string; readonly path: string }[]
  place: (line: SearchLine) => string
  leave: () => void
  apply: (step: string, code: string, ranges: readonly SearchRange[]) => Promise<Answer<number>>
  undo: (step: string) => Promise<Answer<unknown>>
}) {
  const { page } = props
  const t = useTranslations('search')
  const passages = passagesOf(page.lines)
  const names = new Map(page.interviews.map(({ id, name }) => [id, name]))
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [code, setCode] = useState<string | null>(null)
  const [done, setDone] = useState<{ step: string; made: number } | null>(null)
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null)
  const [busy, start] = useTransition()
  const wanted = passages.filter(({ key }) => !off.has(key))

  const apply = () =>
    start(async () => {
      if (code === null) return
      const step = crypto.randomUUID()
      const ranges = wanted.map(({ line }) => ({ transcriptId: line.transcriptId, ...line.unit }))
      const answer = await props.apply(step, code, ranges)
      if ('error' in answer) return setSaid({ text: answer.error, wrong: true })
      setDone({ step, made: answer.ok })
      setSaid({ text: t('done', { n: answer.ok }), wrong: false })
    })
  const undo = (step: string) =>
    start(async () => {
      const answer = await props.undo(step)
      if ('error' in answer) return setSaid({ text: answer.error, wrong: true })
      setDone(null)
      setSaid({ text: t('undone'), wrong: false })
    })

  return (
    <section aria-label={t('autocode')}>
      <Group gap="sm" align="flex-end">
        <Select
          size="xs"
          w={200}
          label={t('unit')}
          allowDeselect={false}
          value={props.unit}
          data={hitUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
          onChange={(value) => {
            const unit = hitUnits.find((one) => one === value)
            if (unit) props.setUnit(unit)
          }}
        />
        <Select
          size="xs"
          w={320}
          label={t('code')}
          searchable
          limit={200}
          value={code}
          data={props.codes.map(({ id, path }) => ({ value: id, label: path }))}
          onChange={setCode}
        />
        <Button size="xs" loading={busy} disabled={code === null || wanted.length === 0} onClick={apply}>
          {t('apply', { n: wanted.length })}
        </Button>
        <Button size="xs" variant="default" onClick={props.leave}>
          {t('leave')}
        </Button>
      </Group>
      <div role="status">
        {said ? (
          <Alert mt="sm" color={said.wrong ? 'red' : 'blue'}>
            {said.text}{' '}
            {done && done.made > 0 ? (
              <Button size="compact-xs" variant="default" onClick={() => undo(done.step)}>
                {t('undo')}
              </Button>
            ) : null}
          </Alert>
        ) : null}
        {page.total > page.lines.length ? <p>{t('tooMany', { n: page.lines.length })}</p> : null}
      </div>
      <Checkbox
        size="xs"
        mt="sm"
        label={t('tickAll')}
        checked={off.size === 0}
        indeterminate={off.size > 0 && off.size < passages.length}
        onChange={(event) => setOff(event.currentTarget.checked ? new Set() : new Set(passages.map(({ key }) => key)))}
      />
      <ul className={classes.lines}>
        {passages.map(({ key, line, text }) => (
          <li key={key} className={classes.tick}>
            <Checkbox
              size="xs"
              mt={4}
              aria-label={t('tick', { hit: `${names.get(line.interviewId) ?? ''}: ${line.hit}` })}
              checked={!off.has(key)}
              onChange={(event) => {
                const next = new Set(off)
                if (event.currentTarget.checked) next.delete(key)
                else next.add(key)
                setOff(next)
              }}
            />
            <span className={classes.unit}>
              {text.before}
              <mark>{line.hit}</mark>
              {text.after} <a href={props.place(line)}>{names.get(line.interviewId)}</a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A passage for each place; two hits in one sentence are one passage. Of long ones as much is shown as stands around the hit. */
function passagesOf(lines: readonly SearchLine[]) {
  const found = new Map<string, { key: string; line: SearchLine; text: { before: string; after: string } }>()
  for (const line of lines) {
    const { start, end } = line.unit
    const key = `${line.transcriptId}:${start}:${end}`
    if (found.has(key)) continue
    const before = line.before.slice(Math.max(0, line.before.length - (line.start - start)))
    const after = line.after.slice(0, end - line.end)
    found.set(key, {
      ...{ key, line },
      text: {
        before: before.length < line.start - start ? `… ${before}` : before,
        after: after.length < end - line.end ? `${after} …` : after,
      },
    })
  }
  return [...found.values()]
}
