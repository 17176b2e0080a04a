'use client'

import { useTranslations } from 'next-intl'
import { type CSSProperties, type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Finder } from '@/core/codebook/find'
import classes from './palette.module.css'
import { namesOn, type Offer, offers } from './palette-items'

const LINES = 9

/** The codes that answer what is typed, at the selection; not modal, and the scroll stays where it is. */
export function Palette(props: {
  finder: Finder
  recent: readonly string[]
  first: string
  recoding: boolean
  style: CSSProperties
  on: ReadonlySet<string>
  choose: (offer: Offer, keepOpen: boolean) => void
  close: () => void
}) {
  const t = useTranslations('coding')
  const [typed, setTyped] = useState(props.first)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const lines = useMemo(() => offers(props.finder, typed, props.recent, LINES), [props.finder, typed, props.recent])
  const current = Math.min(at, Math.max(0, lines.length - 1))

  // Before the next key press, which may come at once, and belongs here.
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true })
    const end = input.current?.value.length ?? 0
    input.current?.setSelectionRange(end, end)
  }, [])

  const choose = (offer: Offer | undefined, keepOpen: boolean): void => {
    if (!offer) return
    props.choose(offer, keepOpen)
    if (!keepOpen) return
    setTyped('')
    setAt(0)
    input.current?.focus({ preventScroll: true })
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: LINES, PageUp: -LINES }[event.key]
    const digit = /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey ? event.key : null
    if (event.key === 'Escape') props.close()
    else if (event.key === 'Enter') choose(lines[current], event.shiftKey)
    else if (step) setAt(Math.min(Math.max(0, current + step), lines.length - 1))
    else if (digit && lines[Number(digit) - 1] && !namesOn(props.finder, typed, digit))
      choose(lines[Number(digit) - 1], false)
    else {
      // What has a modifier is a command of the screen, but those that edit what is typed here.
      if (!event.altKey) event.stopPropagation()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={root}
      role="dialog"
      aria-label={props.recoding ? t('paletteRecode') : t('paletteLabel')}
      className={classes.palette}
      style={props.style}
      onBlur={(event) => {
        if (!root.current?.contains(event.relatedTarget)) props.close()
      }}
    >
      <input
        ref={input}
        className={classes.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={lines.length ? `${id}${current}` : undefined}
        aria-label={props.recoding ? t('paletteRecode') : t('paletteLabel')}
        placeholder={props.recoding ? t('paletteRecode') : t('palettePlaceholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}list`} aria-label={t('codebook')} className={classes.list}>
        {lines.map((offer, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
          // biome-ignore lint/a11y/useFocusableInteractive: options are reached by aria-activedescendant
          <div
            key={offer.kind === 'code' ? offer.found.code.id : 'new'}
            id={`${id}${i}`}
            role="option"
            aria-selected={i === current}
            className={classes.option}
            onPointerMove={() => setAt(i)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) => choose(offer, event.shiftKey)}
          >
            <span className={classes.number} aria-hidden>
              {i < 9 ? i + 1 : ''}
            </span>
            {offer.kind === 'code' ? (
              <CodeLine offer={offer} on={props.on} />
            ) : (
              t('addCode', { path: offer.path.join(' / ') })
            )}
          </div>
        ))}
      </div>
      <p className={classes.hint}>{t('paletteHint')}</p>
      <span role="status" className={classes.quiet}>
        {t('results', { count: lines.filter((line) => line.kind === 'code').length })}
      </span>
    </div>
  )
}

function CodeLine({ offer, on }: { offer: Offer & { kind: 'code' }; on: ReadonlySet<string> }) {
  const { code, path } = offer.found
  return (
    <>
      <span className={classes.swatch} style={{ background: `var(--code-${code.colour})` }} />
      <span className={classes.name}>{code.name}</span>
      <span className={classes.path}>{path.slice(0, -1).join(' / ')}</span>
      {on.has(code.id) ? <span aria-hidden>✓</span> : null}
    </>
  )
}
