'use client'

import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import type { Code } from '@/core/codebook/code'
import classes from './codebook-pane.module.css'
import { CODE_DRAG, MARK_DRAG, PASSAGE_DRAG } from './transcript-view'

/** A code in the tree: click applies it, dragging carries it, the funnel limits the text to it. */
export const CodeRow = memo(function CodeRow(props: {
  code: Code
  depth: number
  path: string
  /** null for a code without sub-codes. */
  open: boolean | null
  count: number
  only: boolean
  /** The digit that applies it, 0 for none. */
  pin: number
  focused: boolean
  focusable: boolean
  apply: (codeId: string) => void
  toggle: (codeId: string) => void
  toggleOnly: (codeId: string) => void
  reached: (codeId: string) => void
  /** A coding, or the selected passage, dropped on the code. */
  dropped: (codeId: string, coding: string | null) => void
  icons: { readonly on: ReactNode; readonly off: ReactNode; readonly more: ReactNode }
  menu: (codeId: string, at: DOMRect) => void
}) {
  const t = useTranslations('coding')
  const { code, open } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      role="treeitem"
      aria-level={props.depth + 1}
      aria-expanded={open ?? undefined}
      aria-label={`${code.name}, ${t('count', { count: props.count })}${props.pin ? `, ${t('pinnedTo', { digit: props.pin })}` : ''}`}
      title={code.definition || undefined}
      tabIndex={props.focusable ? 0 : -1}
      className={props.focused ? `${classes.row} ${classes.focused}` : classes.row}
      style={{ paddingInlineStart: 6 + props.depth * 14 }}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(CODE_DRAG, code.id)
        event.dataTransfer.effectAllowed = 'copy'
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.some((type) => type === MARK_DRAG || type === PASSAGE_DRAG)) event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        const { types } = event.dataTransfer
        const coding = types.includes(MARK_DRAG) ? event.dataTransfer.getData(MARK_DRAG) : null
        if (coding || types.includes(PASSAGE_DRAG)) props.dropped(code.id, coding)
      }}
      onClick={() => props.apply(code.id)}
      onContextMenu={(event) => {
        event.preventDefault()
        props.menu(code.id, new DOMRect(event.clientX, event.clientY, 0, 0))
      }}
      onFocus={() => props.reached(code.id)}
    >
      {open === null ? (
        <span className={classes.twig} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={classes.twig}
          aria-label={t(open ? 'collapse' : 'expand', { code: code.name })}
          onClick={(event) => {
            event.stopPropagation()
            props.toggle(code.id)
          }}
        >
          {open ? '▾' : '▸'}
        </button>
      )}
      <span className={classes.swatch} style={{ background: `var(--code-${code.colour})` }} />
      <span className={classes.name}>
        {code.name}
        {props.path ? <span className={classes.path}>{props.path}</span> : null}
      </span>
      {props.pin ? <kbd className={classes.pin}>{props.pin}</kbd> : null}
      <span className={classes.tools}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.more}
          aria-haspopup="menu"
          aria-label={t('moreOf', { code: code.name })}
          title={t('moreOf', { code: code.name })}
          onClick={(event) => {
            event.stopPropagation()
            props.menu(code.id, event.currentTarget.getBoundingClientRect())
          }}
        >
          {props.icons.more}
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={classes.only}
          aria-pressed={props.only}
          aria-label={t('showOnly', { code: code.name })}
          title={t('showOnly', { code: code.name })}
          onClick={(event) => {
            event.stopPropagation()
            props.toggleOnly(code.id)
          }}
        >
          {props.only ? props.icons.on : props.icons.off}
        </button>
      </span>
      <span className={classes.count}>{props.count || ''}</span>
    </div>
  )
})
