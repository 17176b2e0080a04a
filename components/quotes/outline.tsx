import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { arranged, type Desk, type DeskItem, sectionOf, stepTarget } from '@/core/quotes/desk'
import type { DeskActions } from './actions'
import { HeadingRow } from './heading-row'
import { ItemHandle } from './item-handle'
import { QuoteCard } from './quote-card'
import classes from './quotes.module.css'

/** The outline of a desk. An item is moved by its handle. Dragged, a heading takes along what is under it; by Alt and the arrows it goes alone, with Shift as well along. */
export function Outline(props: {
  desk: Desk
  references: Readonly<Record<string, string>>
  consents: Readonly<Record<string, string>> | null
  place: (interview: string, coding: string) => string
  actions: DeskActions
}) {
  const { desk, actions } = props
  const t = useTranslations('quotes')
  const [held, setHeld] = useState({ seed: desk.items, items: desk.items })
  const items = held.seed === desk.items ? held.items : desk.items
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const focus = useRef<string | null>(null)

  // A row that changes its place in the page loses the focus on the way.
  useEffect(() => {
    if (focus.current === null || items.length === 0) return
    list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(focus.current)}"]`)?.focus()
    focus.current = null
  }, [items])

  const move = (id: string, before: string | null, along: boolean) => {
    const range = rangeOf(id, along)
    const ids = range ? items.slice(range.from, range.to).map((item) => item.id) : []
    const next = arranged(items, ids, before)
    if (next === items || ids.length === 0) return
    focus.current = id
    setHeld({ seed: desk.items, items: next })
    setSaid(t('moved', { place: next.findIndex((item) => item.id === id) + 1, n: next.length }))
    void actions.move(ids, before)
  }
  const rangeOf = (id: string, along: boolean) => {
    const section = sectionOf(items, id)
    return section && !along ? { from: section.from, to: section.from + 1 } : section
  }
  const step = (id: string, by: 1 | -1, along: boolean) => {
    const range = rangeOf(id, along)
    const before = range ? stepTarget(items, range, by) : undefined
    if (before !== undefined) move(id, before, along)
  }
  const nameOf = (item: DeskItem): string => (item.kind === 'heading' ? item.text : item.number)

  return (
    <>
      <ol ref={list} className={classes.outline} aria-label={t('outline')}>
        {items.map((item) => (
          <li
            key={item.id}
            className={classes.item}
            data-over={over === item.id || undefined}
            data-kind={item.kind}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(item.id)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) move(dragged, item.id, true)
              setOver(null)
              setDragged(null)
            }}
          >
            {desk.editable ? (
              <ItemHandle
                id={item.id}
                name={nameOf(item)}
                drag={setDragged}
                dragEnd={() => {
                  setDragged(null)
                  setOver(null)
                }}
                step={(by, along) => step(item.id, by, along)}
              />
            ) : null}
            {item.kind === 'heading' ? (
              <HeadingRow heading={item} editable={desk.editable} actions={actions} />
            ) : item.kind === 'quote' ? (
              <QuoteCard
                quote={item}
                desk={desk}
                reference={props.references[item.id] ?? ''}
                consent={props.consents ? (props.consents[item.id] ?? '') : null}
                href={props.place(item.excerpt.interview.id, item.excerpt.id)}
                actions={actions}
              />
            ) : (
              <p className={classes.gap}>
                {item.number} · {t('gap')}
              </p>
            )}
          </li>
        ))}
        {desk.editable ? (
          <li
            aria-hidden
            className={classes.end}
            data-over={over === '' || undefined}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver('')
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) move(dragged, null, true)
              setDragged(null)
              setOver(null)
            }}
          />
        ) : null}
      </ol>
      <p className={classes.spoken} role="status">
        {said}
      </p>
    </>
  )
}
