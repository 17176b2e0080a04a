'use client'

import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import type { Code } from '@/core/codebook/code'
import classes from './codebook-pane.module.css'
import { CODE_DRAG } from './transcript-view'

/** A code in the tree: click applies it, dragging carries it, the funnel limits the text to it. */
export const CodeRow = memo(function CodeRow(props: {
  code: Code
  depth: number
  path: string
  /** null for a code without sub-codes. */
  open: boolean | null
  count: number
  only: boolean
  focusable: boolean
  apply: (codeId: string) => void
  toggle: (codeId: string) => void
  toggleOnly: (codeId: string) => void
  focused: (codeId: string) => void
  icons: { readonly on: ReactNode; readonly off: ReactNode }
}) {
  const t = useTranslations('coding')
  const { code, open } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      role="treeitem"
      aria-level={props.depth + 1}
      aria-expanded={open ?? undefined}
      aria-label={`${code.name}, ${t('count', { count: props.count })}`}
      title={code.definition || undefined}
      tabIndex={props.focusable ? 0 : -1}
      className={classes.row}
      style={{ paddingInlineStart: 6 + props.depth * 14 }}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(CODE_DRAG, code.id)
        event.dataTransfer.effectAllowed = 'copy'
      }}
      onClick={() => props.apply(code.id)}
      onFocus={() => props.focused(code.id)}
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
      <span className={classes.count}>{props.count || ''}</span>
    </div>
  )
})
