'use client'

import { IconArchive, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { Code } from '@/core/codebook/code'
import classes from './codebook.module.css'
import { NameInput } from './name-input'
import type { Row, Where } from './tree-rows'

declare module 'react' {
  interface CSSProperties {
    '--level'?: number
    '--tint'?: string
  }
}

/** What a line of the tree can ask for. */
export type RowActs = {
  readonly open: (id: string) => void
  readonly toggle: (id: string) => void
  readonly under: (id: string) => void
  readonly taken: (id: string, name: string) => boolean
  readonly named: (id: string, name: string | null, how: 'key' | 'blur') => void
}

/** One line of the tree of codes. */
export const CodeRow = memo(function CodeRow(props: {
  row: Row<Code>
  codings: number
  active: boolean
  selected: boolean
  naming: boolean
  movable: boolean
  addable: boolean
  held: boolean
  mark: Where | null
  acts: RowActs
}) {
  const t = useTranslations('codebook')
  const { code, level, open } = props.row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    <div
      id={`code-${code.id}`}
      role="treeitem"
      className={classes.row}
      style={{ '--level': level }}
      data-code={code.id}
      data-held={props.held || undefined}
      data-mark={props.mark ?? undefined}
      data-dim={!props.row.found || undefined}
      draggable={props.movable && !props.naming}
      tabIndex={props.active && !props.naming ? 0 : -1}
      aria-level={level}
      aria-posinset={props.row.place}
      aria-setsize={props.row.siblings}
      aria-expanded={open ?? undefined}
      aria-selected={props.selected}
      aria-label={t(code.archived ? 'rowArchived' : 'row', { name: code.name, codings: props.codings })}
      data-archived={code.archived || undefined}
      onClick={() => props.acts.open(code.id)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys do the same as aria-expanded says */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys open and close */}
      <span
        className={classes.twist}
        data-open={open ?? undefined}
        onClick={(event) => {
          if (open === null) return
          event.stopPropagation()
          props.acts.toggle(code.id)
        }}
      >
        {open === null ? null : <IconChevronRight size={14} aria-hidden />}
      </span>
      <span className={classes.swatch} style={{ background: `var(--code-${code.colour})` }} />
      {props.naming ? (
        <NameInput
          name={code.name}
          label={t('name')}
          taken={(name) => props.acts.taken(code.id, name)}
          done={(name, how) => props.acts.named(code.id, name, how)}
        />
      ) : (
        <>
          <span className={classes.text} title={code.name}>
            {code.name}
            {code.archived ? <IconArchive size={12} aria-hidden /> : null}
          </span>
          {props.addable ? (
            <button
              type="button"
              className={classes.more}
              tabIndex={-1}
              aria-label={t('addUnder', { name: code.name })}
              title={`${t('newUnder')} (+)`}
              onClick={(event) => {
                event.stopPropagation()
                props.acts.under(code.id)
              }}
            >
              <IconPlus size={14} aria-hidden />
            </button>
          ) : null}
          <span className={classes.count}>{props.codings || ''}</span>
        </>
      )}
    </div>
  )
})
