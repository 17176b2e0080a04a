'use client'

import { Button, NumberInput, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Change, Mark } from './marks'
import type { Item } from './outbox'
import classes from './side-pane.module.css'

const PAUSE = 900

/** One coding of the place; opened, it can be commented on, weighed, recoded and removed. */
export function CodingCard(props: {
  mark: Mark
  colour: number
  path: readonly string[]
  coder: string
  quote: string
  mayChange: boolean
  open: boolean
  trouble: Item | null
  comment: RefObject<HTMLTextAreaElement | null>
  choose: (id: string) => void
  hover: (mark: Mark | null) => void
  change: (id: string, to: Change) => void
  recode: () => void
  split: () => void
  merge: (() => void) | null
  remove: (id: string) => void
  retry: (id: string) => void
  discard: (id: string) => void
}) {
  const t = useTranslations('coding')
  const { mark, trouble } = props
  return (
    <li
      className={props.open ? `${classes.card} ${classes.open}` : classes.card}
      style={{ borderInlineStartColor: `var(--code-${props.colour})` }}
      onPointerEnter={() => props.hover(mark)}
      onPointerLeave={() => props.hover(null)}
    >
      <button type="button" className={classes.choose} aria-expanded={props.open} onClick={() => props.choose(mark.id)}>
        <span className={classes.path}>
          {props.path.length > 1 ? (
            <span className={classes.above}>{props.path.slice(0, -1).join(' / ')} / </span>
          ) : null}
          {props.path.at(-1)}
        </span>
        <span className={classes.coder}>
          {props.coder}
          {mark.weight === null ? null : ` · ${mark.weight}`}
        </span>
        <span className={classes.quote}>{props.quote}</span>
        {mark.comment && !props.open ? <span className={classes.comment}>{mark.comment}</span> : null}
      </button>
      {trouble ? (
        <div className={classes.trouble} role="alert">
          <p>{t('notStored', { message: trouble.message })}</p>
          <Button variant="default" onClick={() => props.retry(mark.id)}>
            {t('retry')}
          </Button>
          <Button variant="subtle" onClick={() => props.discard(mark.id)}>
            {t('discard')}
          </Button>
        </div>
      ) : null}
      {props.open && !props.mayChange ? <p className={classes.hint}>{t('notYours', { coder: props.coder })}</p> : null}
      {props.open && props.mayChange ? (
        <div className={classes.tools}>
          <Comment key={mark.id} mark={mark} field={props.comment} change={props.change} />
          <NumberInput
            label={t('weight')}
            size="xs"
            min={0}
            max={100}
            value={mark.weight ?? ''}
            onChange={(value) => {
              const weight = typeof value === 'number' ? value : null
              if (weight !== mark.weight) props.change(mark.id, { weight })
            }}
          />
          <div className={classes.buttons}>
            <Button variant="default" onClick={props.recode}>
              {t('recode')}
            </Button>
            <Button variant="default" onClick={props.split}>
              {t('split')}
            </Button>
            {props.merge ? (
              <Button variant="default" onClick={props.merge}>
                {t('merge')}
              </Button>
            ) : null}
            <Button variant="default" color="red" onClick={() => props.remove(mark.id)}>
              {t('remove')}
            </Button>
          </div>
          <p className={classes.hint}>{t('resizeHint')}</p>
        </div>
      ) : null}
    </li>
  )
}

function Comment(props: {
  mark: Mark
  field: RefObject<HTMLTextAreaElement | null>
  change: (id: string, to: Change) => void
}) {
  const t = useTranslations('coding')
  const { id, comment } = props.mark
  const [typed, setTyped] = useState(comment)
  const latest = useRef({ typed, comment, change: props.change })
  latest.current = { typed, comment, change: props.change }

  // What was undone or came back from the server is shown, unless the person is ahead of it.
  useEffect(() => setTyped(comment), [comment])

  useEffect(() => {
    if (typed === latest.current.comment) return
    const timer = setTimeout(() => props.change(id, { comment: typed }), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, id, props.change])

  useEffect(
    () => () => {
      const { typed, comment, change } = latest.current
      if (typed !== comment) change(id, { comment: typed })
    },
    [id],
  )

  return (
    <Textarea
      ref={props.field}
      label={t('comment')}
      placeholder={t('commentPlaceholder')}
      size="xs"
      autosize
      minRows={2}
      maxRows={10}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== comment && props.change(id, { comment: typed })}
    />
  )
}
