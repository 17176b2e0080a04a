'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import type { Counts } from '@/core/codebook/counts'
import { otherLayout } from '@/core/codebook/layout'
import { type Place, type Step, stepped, taken } from '@/core/codebook/tree'
import { CodeRow, type RowActs } from './code-row'
import classes from './codebook.module.css'
import { command } from './tree-keys'
import { beginning, treeRows } from './tree-rows'
import { useDrag } from './use-drag'

/** The line whose name is being written: of a code that is there, or of one to be added. */
export type Naming = { readonly id: string } | { readonly draft: Code }

/** What the tree can ask for. */
export type TreeActs = {
  readonly open: (id: string) => void
  readonly beside: (id: string) => void
  readonly under: (id: string) => void
  readonly rename: (id: string) => void
  readonly named: (name: string | null) => void
  readonly move: (id: string, to: Place) => void
  readonly remove: (id: string) => void
}

const pause = 700

/** The tree of codes: one tab stop, all by keys, lines that can be dragged. */
export function CodeTree(props: {
  codes: readonly Code[]
  counts: Readonly<Record<string, Counts>>
  found: ReadonlySet<string> | null
  closed: ReadonlySet<string>
  setClosed: (closed: ReadonlySet<string>) => void
  selected: string | null
  focus: { readonly id: string } | null
  naming: Naming | null
  mayAdd: boolean
  mayChange: (id: string) => boolean
  acts: TreeActs
}) {
  const t = useTranslations('codebook')
  const { codes, closed, naming, acts } = props
  const draft = naming && 'draft' in naming ? naming.draft : null
  const all = useMemo(() => (draft ? withDraft(codes, draft) : codes), [codes, draft])
  const rows = useMemo(() => treeRows(all, closed, draft ? null : props.found), [all, closed, props.found, draft])
  const [active, setActive] = useState(props.selected)
  const box = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  const typed = useRef({ letters: '', at: 0 })
  const at = Math.max(
    0,
    rows.findIndex((row) => row.code.id === active),
  )
  const current = rows[at]

  const focus = (id: string) => {
    wanted.current = id
    setActive(id)
  }
  useEffect(() => {
    if (props.focus) {
      wanted.current = props.focus.id
      setActive(props.focus.id)
    }
  }, [props.focus])
  useEffect(() => {
    const line = wanted.current === null ? null : document.getElementById(`code-${wanted.current}`)
    if (!line) return
    wanted.current = null
    line.focus({ preventScroll: true })
    line.scrollIntoView({ block: 'nearest' })
  })

  const setOpen = (ids: readonly string[], open: boolean) => {
    const next = new Set(closed)
    for (const id of ids) {
      if (open) next.delete(id)
      else next.add(id)
    }
    props.setClosed(next)
  }
  const { held, handlers } = useDrag(box, codes, rows, (id) => props.mayChange(id), {
    move: (id, to) => {
      focus(id)
      acts.move(id, to)
    },
    open: (id) => setOpen([id], true),
  })

  const now = { acts, codes, closed, setOpen, focus, rows }
  const latest = useRef(now)
  latest.current = now
  const rowActs = useMemo(
    (): RowActs => ({
      open: (id) => {
        latest.current.focus(id)
        latest.current.acts.open(id)
      },
      toggle: (id) => latest.current.setOpen([id], latest.current.closed.has(id)),
      under: (id) => latest.current.acts.under(id),
      taken: (id, name) => {
        const code = latest.current.rows.find((row) => row.code.id === id)?.code
        return code ? taken(latest.current.codes, code.parentId, name, id) : false
      },
      named: (id, name, how) => {
        if (how === 'key') latest.current.focus(id)
        latest.current.acts.named(name)
      },
    }),
    [],
  )

  function go(to: 'next' | 'previous' | 'first' | 'last' | 'right' | 'left') {
    const line = (index: number) => {
      const row = rows[index]
      if (row) focus(row.code.id)
    }
    if (to === 'next') line(at + 1)
    if (to === 'previous') line(at - 1)
    if (to === 'first') line(0)
    if (to === 'last') line(rows.length - 1)
    if (!current) return
    if (to === 'right' && current.open === true) line(at + 1)
    if (to === 'right' && current.open === false) setOpen([current.code.id], true)
    if (to === 'left' && current.open === true && !props.found) setOpen([current.code.id], false)
    else if (to === 'left' && current.code.parentId !== null) focus(current.code.parentId)
  }
  function step(id: string, by: Step) {
    const to = stepped(codes, id, by)
    if (!to) return
    if (to.parentId !== null) setOpen([to.parentId], true)
    focus(id)
    acts.move(id, to)
  }
  function search(letter: string) {
    const time = Date.now()
    const going = time - typed.current.at < pause ? typed.current.letters : ''
    const letters = going === letter ? letter : going + letter
    typed.current = { letters, at: time }
    const from = rows[letters.length === 1 ? (at + 1) % rows.length : at]?.code.id ?? ''
    const next = beginning(rows, from, [letters, otherLayout(letters)])
    if (next) focus(next)
  }
  function remove(id: string) {
    const level = current?.level ?? 1
    const after = rows.slice(at + 1).find((row) => row.level <= level) ?? rows[at - 1]
    if (after) focus(after.code.id)
    acts.remove(id)
  }
  function onKeyDown(event: KeyboardEvent) {
    const asked = command(event.nativeEvent)
    if (!asked || !current || naming) return
    const { id } = current.code
    const mine = props.mayChange(id)
    event.preventDefault()
    if (asked.do === 'go') go(asked.to)
    if (asked.do === 'type') search(asked.letter)
    if (asked.do === 'open') acts.open(id)
    if (asked.do === 'openAll') {
      setOpen(
        codes.filter((code) => code.parentId === current.code.parentId).map((code) => code.id),
        true,
      )
    }
    if (asked.do === 'beside' && props.mayAdd) acts.beside(id)
    if (asked.do === 'under' && props.mayAdd) acts.under(id)
    if (asked.do === 'rename' && mine) acts.rename(id)
    if (asked.do === 'move' && mine && !props.found) step(id, asked.step)
    if (asked.do === 'remove' && mine) remove(id)
  }

  return (
    <div
      ref={box}
      role="tree"
      className={classes.tree}
      aria-label={t('title')}
      data-over={held?.over === null && held.to ? '' : undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // A screen reader may go to a line without a key of ours.
        const line = event.target.closest<HTMLElement>('[data-code]')?.dataset.code
        if (line) setActive(line)
      }}
      {...handlers}
    >
      {rows.map((row) => {
        const { id } = row.code
        return (
          <CodeRow
            key={id}
            row={row}
            codings={props.counts[id]?.all.codings ?? 0}
            active={id === current?.code.id}
            selected={id === props.selected}
            naming={naming !== null && ('id' in naming ? naming.id === id : naming.draft.id === id)}
            movable={props.mayChange(id) && !props.found}
            addable={props.mayAdd}
            held={held?.id === id}
            mark={held?.over === id && held.to ? held.where : null}
            acts={rowActs}
          />
        )
      })}
    </div>
  )
}

function withDraft(codes: readonly Code[], draft: Code): readonly Code[] {
  return [
    ...codes.map((code) =>
      code.parentId === draft.parentId && code.position >= draft.position
        ? { ...code, position: code.position + 1 }
        : code,
    ),
    draft,
  ]
}
