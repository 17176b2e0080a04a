'use client'

import { Box, Button, Group, Select, Switch, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { type ConsentLevel, consentLevels } from '@/core/masking/consent'
import type { Mark, NameKind } from '@/core/masking/mark'
import classes from './masking.module.css'

type Place = { start: number; end: number }
type Shown = {
  readonly interview: { readonly id: string; readonly name: string }
  readonly text: string
  readonly marks: readonly Mark[]
  readonly hand: readonly {
    readonly id: string
    readonly start: number
    readonly end: number
    readonly name: boolean
  }[]
  readonly consent: readonly (Readonly<Place> & { readonly id: string; readonly level: ConsentLevel })[]
}

/** A text as it is shown to those who may not see names, or with its names; words are marked by hand here. */
export function TextPreview(props: {
  preview: Shown
  names: readonly { id: string; kind: NameKind; spellings: string[]; pseudonym: string }[]
  interviews: readonly { id: string; name: string }[]
  choose: (interview: string) => void
  mark: (nameId: string | null, places: Place[]) => Promise<boolean>
  unmark: (id: string) => void
  consent: (place: Place, level: ConsentLevel) => Promise<boolean>
  unset: (id: string) => void
}) {
  const { preview } = props
  const { text } = preview
  const t = useTranslations('masking')
  const [raw, setRaw] = useState(false)
  const [selected, setSelected] = useState<Place | null>(null)
  const [words, setWords] = useState('')
  const pieces = useMemo(() => piecesOf(preview), [preview])
  // Words that were typed stand for all their places; words that were selected for their own.
  const own = selected && text.slice(selected.start, selected.end) === words ? selected : null
  const places = own ? [own] : placesOf(text, words)
  const first = places[0]
  const select = (host: HTMLElement) => {
    const selection = window.getSelection()
    if (!selection || selection.isCollapsed || !host.contains(selection.anchorNode)) return
    const a = offsetOf(selection.anchorNode, selection.anchorOffset)
    const b = offsetOf(selection.focusNode, selection.focusOffset)
    if (a === null || b === null || a === b) return
    const place = { start: Math.min(a, b), end: Math.max(a, b) }
    setSelected(place)
    setWords(text.slice(place.start, place.end))
  }
  return (
    <>
      <Group align="end" mb="sm">
        <Select
          label={t('interview')}
          w={260}
          searchable
          allowDeselect={false}
          value={preview.interview.id}
          data={props.interviews.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => (value ? props.choose(value) : undefined)}
        />
        <Switch label={t('showNames')} checked={raw} onChange={(event) => setRaw(event.currentTarget.checked)} mb={8} />
      </Group>
      <Group align="end" mb="sm" gap="xs">
        <TextInput
          label={t('wordsHere')}
          description={words === '' ? t('wordsMeans') : t('wordsFound', { n: places.length })}
          w={300}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Select
          label={t('markAs')}
          w={260}
          searchable
          disabled={places.length === 0}
          value={null}
          data={[
            { value: 'none', label: t('noName') },
            ...props.names.map((name) => ({ value: name.id, label: `${name.spellings[0]} → ${name.pseudonym}` })),
          ]}
          onChange={(value) => (value ? props.mark(value === 'none' ? null : value, places) : undefined)}
        />
        <Select
          label={t('consentHere')}
          w={200}
          disabled={!first || places.length !== 1}
          value={null}
          data={consentLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          onChange={(value) => {
            const level = consentLevels.find((one) => one === value)
            if (level && first) props.consent(first, level)
          }}
        />
      </Group>
      {preview.hand.length + preview.consent.length > 0 ? (
        <Group gap="xs" mb="sm">
          {preview.hand.map(({ id, start, end, name }) => (
            <Button key={id} variant="default" size="compact-sm" onClick={() => props.unmark(id)}>
              {`${text.slice(start, end)} · ${name ? t('byHand') : t('noName')} ×`}
            </Button>
          ))}
          {preview.consent.map(({ id, start, end, level }) => (
            <Button key={id} variant="default" size="compact-sm" onClick={() => props.unset(id)}>
              {`${shortened(text.slice(start, end))} · ${t(`level.${level}`)} ×`}
            </Button>
          ))}
        </Group>
      ) : null}
      <Box
        component="section"
        tabIndex={0}
        aria-label={preview.interview.name}
        className={classes.text}
        onPointerUp={(event) => select(event.currentTarget)}
        onKeyUp={(event) => select(event.currentTarget)}
      >
        {pieces.map((piece) =>
          piece.mark ? (
            <mark
              key={piece.start}
              data-start={piece.start}
              data-length={piece.text.length}
              data-kind={piece.mark.kind}
              title={raw ? piece.mark.pseudonym : piece.text}
            >
              {raw ? piece.text : piece.mark.pseudonym}
            </mark>
          ) : (
            <span key={piece.start} data-start={piece.start} data-level={piece.level ?? undefined}>
              {piece.text}
            </span>
          ),
        )}
      </Box>
    </>
  )
}

type Piece = {
  readonly start: number
  readonly text: string
  readonly mark: Mark | null
  readonly level: ConsentLevel | null
}

function piecesOf({ text, marks, consent }: Shown): readonly Piece[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) cuts.add(start).add(end)
  const inMark = (at: number) => marks.some((one) => one.start < at && at < one.end)
  for (const { start, end } of consent) for (const at of [start, end]) if (!inMark(at)) cuts.add(at)
  const all = [...cuts].sort((a, b) => a - b)
  const starts = new Map(marks.map((mark) => [mark.start, mark]))
  return all.slice(0, -1).map((start, i) => ({
    ...{ start, text: text.slice(start, all[i + 1]), mark: starts.get(start) ?? null },
    level: consent.find((one) => one.start <= start && start < one.end)?.level ?? null,
  }))
}

/** The offset in the stored text of a place in the page; in a pseudonym, the end of the name that is nearer. */
function offsetOf(node: Node | null, offset: number): number | null {
  const host = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-start]')
  if (!host) return null
  const start = Number(host.dataset.start)
  if (host.dataset.length === undefined) return start + offset
  return offset === 0 ? start : start + Number(host.dataset.length)
}

function placesOf(text: string, words: string): Place[] {
  const found: Place[] = []
  if (words.trim().length < 2) return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length })
  return found
}

function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words
}
