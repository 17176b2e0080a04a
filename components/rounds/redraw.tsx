'use client'

import { Button, Group, Select } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { Passage } from '@/core/rounds/differences'
import type { Snapshot } from '@/core/rounds/snapshot'
import classes from './rounds.module.css'

/** New boundaries, moved word by word, and any code for the consensus. */
export function Redraw(props: {
  passage: Passage
  names: Snapshot['names']
  draw: (drawn: { code: string; start: number; end: number }) => void
}) {
  const { passage, names } = props
  const { text, from } = passage
  const t = useTranslations('decisions')
  const [code, setCode] = useState(passage.code)
  const [start, setStart] = useState(passage.start)
  const [end, setEnd] = useState(passage.end)
  const words = useMemo(
    () =>
      [...text.matchAll(/\S+/g)].map((word) => ({ start: from + word.index, end: from + word.index + word[0].length })),
    [text, from],
  )
  const starts = words.map((word) => word.start)
  const ends = words.map((word) => word.end)
  const moves = [
    { label: t('startEarlier'), to: starts.findLast((at) => at < start), set: setStart },
    { label: t('startLater'), to: starts.find((at) => at > start && at < end), set: setStart },
    { label: t('endEarlier'), to: ends.findLast((at) => at < end && at > start), set: setEnd },
    { label: t('endLater'), to: ends.find((at) => at > end), set: setEnd },
  ]
  return (
    <fieldset className={classes.redraw}>
      <legend>{t('redraw')}</legend>
      <p className={classes.text}>
        {text.slice(0, start - from)}
        <mark>{text.slice(start - from, end - from)}</mark>
        {text.slice(end - from)}
      </p>
      <Group align="end">
        {moves.map(({ label, to, set }) => (
          <Button key={label} variant="default" disabled={to === undefined} onClick={() => set((now) => to ?? now)}>
            {label}
          </Button>
        ))}
        <Select
          label={t('code')}
          w={320}
          searchable
          allowDeselect={false}
          value={code}
          data={Object.entries(names.codes).map(([value, label]) => ({ value, label }))}
          onChange={(value) => setCode(value ?? code)}
        />
        <Button onClick={() => props.draw({ code, start, end })}>{t('takeThis')}</Button>
      </Group>
    </fieldset>
  )
}
