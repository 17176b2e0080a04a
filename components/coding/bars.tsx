'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Code } from '@/core/codebook/code'
import classes from './bars.module.css'

/** What holds for all that is done until it is ended: a filter, a code in focus, the pen, several codings selected. */
export function Bars(props: {
  filtered: { readonly shown: number; readonly count: number } | null
  showAll: () => void
  focus: Code | undefined
  endFocus: () => void
  pen: Code | undefined
  layDown: () => void
  many: number
  recodeMany: () => void
  removeMany: () => void
  endMany: () => void
}) {
  const t = useTranslations('coding')
  const bars = [
    props.filtered ? (
      <div key="filtered" className={classes.bar}>
        <span className={classes.grow}>{t('filtered', props.filtered)}</span>
        <Button variant="default" onClick={props.showAll}>
          {t('showAll')}
        </Button>
      </div>
    ) : null,
    props.focus ? (
      <div key="focus" className={classes.bar}>
        <Swatch code={props.focus} />
        <span className={classes.grow}>{t('focused', { code: props.focus.name })}</span>
        <Button variant="default" onClick={props.endFocus}>
          {t('endFocus')}
        </Button>
      </div>
    ) : null,
    props.pen ? (
      <div key="pen" className={classes.bar}>
        <Swatch code={props.pen} />
        <span className={classes.grow}>{t('penTaken', { code: props.pen.name })}</span>
        <Button variant="default" onClick={props.layDown}>
          {t('layDown')}
        </Button>
      </div>
    ) : null,
    props.many ? (
      <div key="many" className={classes.bar}>
        <span className={classes.grow}>{t('manySelected', { count: props.many })}</span>
        <Button variant="default" onClick={props.recodeMany}>
          {t('recode')}
        </Button>
        <Button variant="default" color="red" onClick={props.removeMany}>
          {t('remove')}
        </Button>
        <Button variant="subtle" onClick={props.endMany}>
          {t('endMany')}
        </Button>
      </div>
    ) : null,
  ].filter((bar) => bar !== null)
  return bars.length ? <div className={classes.bars}>{bars}</div> : null
}

function Swatch({ code }: { code: Code }) {
  return <span className={classes.swatch} style={{ background: `var(--code-${code.colour})` }} />
}

/** What the keyboard does elsewhere, under the thumb: the sentence and more of it or less, the turn, the codes, the last code again. */
export function TouchBar(props: {
  sentence: () => void
  shrink: () => void
  turn: () => void
  codes: () => void
  repeat: (() => void) | null
  last: string
}) {
  const t = useTranslations('coding')
  // The selection in the text must stay when a button is touched.
  const stay = (event: React.PointerEvent) => event.preventDefault()
  return (
    <div className={classes.touch} role="toolbar" aria-label={t('touchBar')} onPointerDown={stay}>
      <button type="button" aria-label={t('keySentence')} onClick={props.sentence}>
        +
      </button>
      <button type="button" aria-label={t('keyShrink')} onClick={props.shrink}>
        −
      </button>
      <button type="button" aria-label={t('keyTurn')} onClick={props.turn}>
        ¶
      </button>
      <button type="button" onClick={props.codes}>
        {t('applyShort')}
      </button>
      {props.repeat ? (
        <button type="button" aria-label={`${t('keyRepeat')}: ${props.last}`} onClick={props.repeat}>
          ↻ {props.last}
        </button>
      ) : null}
    </div>
  )
}
