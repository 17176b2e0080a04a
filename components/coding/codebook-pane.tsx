'use client'

import { IconDots, IconFilter, IconFilterFilled, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { type Finder, find } from '@/core/codebook/find'
import { inTreeOrder } from '@/core/codebook/path'
import { CodeMenu } from './code-menu'
import { CodeRow } from './code-row'
import classes from './codebook-pane.module.css'

/** More rows than a high window shows; the rest of a large codebook is drawn when the text is there. */
const FIRST_ROWS = 60

/** The codebook beside the text: a tree to click from, to drag from, and to filter the text by. */
export const CodebookPane = memo(function CodebookPane(props: {
  finder: Finder
  counts: ReadonlyMap<string, number>
  /** Ids of the codes to which the text is limited; empty = all shown. */
  only: ReadonlySet<string>
  filterRef: RefObject<HTMLInputElement | null>
  apply: (codeId: string) => void
  toggleOnly: (codeId: string) => void
  pins: readonly (string | null)[]
  pin: (codeId: string, digit: number) => void
  /** The code in focus. */
  focus: string | null
  toggleFocus: (codeId: string) => void
  takePen: (codeId: string) => void
  dropped: (codeId: string, coding: string | null) => void
  back: () => void
}) {
  const t = useTranslations('coding')
  const [query, setQuery] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const [whole, setWhole] = useState(false)
  const [menu, setMenu] = useState<{ id: string; at: DOMRect } | null>(null)
  const openMenu = useCallback((id: string, at: DOMRect) => setMenu({ id, at }), [])
  const toggle = useCallback((id: string) => setClosed((before) => toggled(before, id)), [])
  useEffect(() => startTransition(() => setWhole(true)), [])

  const rows = useMemo(() => {
    if (query.trim())
      return find(props.finder, query).map(({ code, path }) => ({
        code,
        depth: 0,
        path: path.slice(0, -1).join(' / '),
        open: null,
      }))
    return treeRows(props.finder, closed)
  }, [props.finder, query, closed])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')]
    const row = rows[items.findIndex((item) => item.matches(':focus'))]
    if (!row) return
    const at = rows.indexOf(row)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (next !== undefined) items[next]?.focus()
    else if (event.key === 'ArrowRight' && row.open === false) toggle(row.code.id)
    else if (event.key === 'ArrowLeft' && row.open === true) toggle(row.code.id)
    else if (/^(?:Digit|Numpad)[1-9]$/.test(event.code)) props.pin(row.code.id, Number(event.code.at(-1)))
    else if (event.code === 'KeyO') props.toggleFocus(row.code.id)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      openMenu(row.code.id, items[at]?.getBoundingClientRect() ?? new DOMRect())
    else if (event.key === 'Enter') props.apply(row.code.id)
    else if (event.key === ' ') props.toggleOnly(row.code.id)
    else return
    event.preventDefault()
  }

  const focusable = rows.some((row) => row.code.id === current) ? current : rows[0]?.code.id
  return (
    <section className={classes.pane} aria-label={t('codebook')}>
      <div className={classes.filter}>
        <input
          ref={props.filterRef}
          type="search"
          aria-label={t('filterCodes')}
          placeholder={`${t('filterCodes')}   Ctrl+/`}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && rows[0]) props.apply(rows[0].code.id)
            else if (event.key === 'Escape' && query) setQuery('')
            else if (event.key === 'Escape') props.back()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        {query ? (
          <button type="button" aria-label={t('clear')} onClick={() => setQuery('')}>
            <IconX size={14} />
          </button>
        ) : null}
      </div>
      {rows.length ? (
        <div role="tree" tabIndex={-1} aria-label={t('codebook')} className={classes.tree} onKeyDown={onKeyDown}>
          {(whole ? rows : rows.slice(0, FIRST_ROWS)).map((row) => (
            <CodeRow
              key={row.code.id}
              {...row}
              count={props.counts.get(row.code.id) ?? 0}
              only={props.only.has(row.code.id)}
              pin={props.pins.indexOf(row.code.id) + 1}
              focused={row.code.id === props.focus}
              dropped={props.dropped}
              menu={openMenu}
              focusable={row.code.id === focusable}
              apply={props.apply}
              toggle={toggle}
              toggleOnly={props.toggleOnly}
              reached={setCurrent}
              icons={icons}
            />
          ))}
        </div>
      ) : (
        <p className={classes.empty}>{query ? t('nothingFound', { query }) : t('emptyCodebook')}</p>
      )}
      {rows.length ? <p className={classes.hint}>{t('codebookHint')}</p> : null}
      {menu ? (
        <CodeMenu
          at={menu.at}
          close={() => setMenu(null)}
          pin={props.pins.indexOf(menu.id) + 1}
          focused={props.focus === menu.id}
          only={props.only.has(menu.id)}
          setPin={(digit) => props.pin(menu.id, digit)}
          toggleFocus={() => props.toggleFocus(menu.id)}
          toggleOnly={() => props.toggleOnly(menu.id)}
          takePen={() => props.takePen(menu.id)}
        />
      ) : null}
    </section>
  )
})

const icons = { off: <IconFilter size={14} />, on: <IconFilterFilled size={14} />, more: <IconDots size={14} /> }

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

function treeRows(finder: Finder, closed: ReadonlySet<string>) {
  const codes = finder.entries.map((entry) => entry.code)
  const parents = new Set(codes.map((code) => code.parentId))
  const hidden = new Set<string>()
  const rows = []
  for (const { code, depth } of inTreeOrder(codes)) {
    const away = code.parentId !== null && (hidden.has(code.parentId) || closed.has(code.parentId))
    if (away) hidden.add(code.id)
    else rows.push({ code, depth, path: '', open: parents.has(code.id) ? !closed.has(code.id) : null })
  }
  return rows
}
