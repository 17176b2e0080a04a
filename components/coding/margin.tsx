'use client'

import { useTranslations } from 'next-intl'
import { memo, type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import { lanes } from '@/core/text/lanes'
import classes from './margin.module.css'
import type { Mark } from './marks'
import { initials, LANE, MOST_LANES, type Stripe, stripesOf } from './stripes'
import { CODE_DRAG, MARK_DRAG, type TranscriptView } from './transcript-view'
import { useLasso } from './use-lasso'

/** The stripes of the codings that can be seen, each in its lane, and their names beside them, none over another. */
export const Margin = memo(function Margin(props: {
  view: TranscriptView | null
  scroller: RefObject<HTMLElement | null>
  sheet: RefObject<HTMLElement | null>
  tick: number
  marks: readonly Mark[]
  codes: ReadonlyMap<string, Code>
  nameOf: (coderId: string) => string
  manyCoders: boolean
  chosen: string | null
  failed: ReadonlySet<string>
  quote: (mark: Mark) => string
  /** Ids of the codings selected together. */
  many: ReadonlySet<string>
  /** The codings that are not in focus step back. */
  faint: (mark: Mark) => boolean
  colourOf: (mark: Mark) => number
  choose: (id: string) => void
  selectMany: (ids: readonly string[], more: boolean) => void
  hover: (mark: Mark | null, event: { readonly clientX: number; readonly clientY: number }) => void
  replace: (id: string, codeId: string) => void
}) {
  const { view, scroller, sheet, marks } = props
  const t = useTranslations('coding')
  const [stripes, setStripes] = useState<readonly Stripe[]>([])
  const lane = useMemo(() => lanes(marks), [marks])
  const widest = useMemo(() => stripes.reduce((most, stripe) => Math.max(most, stripe.lane + 1), 0), [stripes])

  // biome-ignore lint/correctness/useExhaustiveDependencies: tick stands for where the text is
  useLayoutEffect(() => {
    if (view && scroller.current && sheet.current)
      setStripes(
        stripesOf(view, scroller.current, sheet.current, marks, (id) => Math.min(lane.get(id) ?? 0, MOST_LANES)),
      )
  }, [view, scroller, sheet, marks, lane, props.tick])

  const lasso = useLasso(sheet, stripes, props.selectMany)
  const left = Math.min(widest, MOST_LANES + 1) * LANE + 6
  return (
    <aside className={classes.margin} aria-label={t('margin')} {...lasso.handlers}>
      {lasso.box ? <div className={classes.lasso} style={lasso.box} /> : null}
      {stripes.map(({ mark, lane, top, height, label }) => {
        const code = props.codes.get(mark.codeId)
        const colour = `var(--code-${props.colourOf(mark)})`
        const state = [
          mark.id === props.chosen || props.many.has(mark.id) ? classes.chosen : '',
          props.failed.has(mark.id) ? classes.failed : '',
          props.faint(mark) ? classes.faint : '',
        ].join(' ')
        const name = t('stripe', {
          code: code?.name ?? '',
          coder: props.nameOf(mark.coderId),
          quote: props.quote(mark),
        })
        const drop = {
          onDragOver: (event: React.DragEvent) => {
            if (event.dataTransfer.types.includes(CODE_DRAG)) event.preventDefault()
          },
          onDrop: (event: React.DragEvent) => {
            event.preventDefault()
            props.replace(mark.id, event.dataTransfer.getData(CODE_DRAG))
          },
          onClick: (event: React.MouseEvent) => {
            if (event.shiftKey || event.ctrlKey || event.metaKey) props.selectMany([mark.id], true)
            else props.choose(mark.id)
          },
          draggable: true,
          onDragStart: (event: React.DragEvent) => {
            event.dataTransfer.setData(MARK_DRAG, mark.id)
            event.dataTransfer.setData(CODE_DRAG, mark.codeId)
          },
          onPointerEnter: (event: React.PointerEvent) => props.hover(mark, event),
          onPointerLeave: (event: React.PointerEvent) => props.hover(null, event),
        }
        return (
          <div key={mark.id}>
            <button
              type="button"
              tabIndex={-1}
              className={`${classes.stripe} ${state}`}
              style={{ top, height, left: lane * LANE, color: colour }}
              aria-label={name}
              {...drop}
            />
            {label === null ? null : (
              <button
                type="button"
                className={`${classes.label} ${state}`}
                style={{ top: label, left, maxWidth: `calc(100% - ${left + 4}px)`, borderColor: colour }}
                aria-pressed={mark.id === props.chosen}
                {...drop}
                onFocus={(event) => {
                  const { right, top } = event.currentTarget.getBoundingClientRect()
                  if (event.currentTarget.matches(':focus-visible')) props.hover(mark, { clientX: right, clientY: top })
                }}
                onBlur={() => props.hover(null, { clientX: 0, clientY: 0 })}
              >
                <span className={classes.name}>{code?.name}</span>
                {props.manyCoders ? (
                  <span className={classes.coder}>{initials(props.nameOf(mark.coderId))}</span>
                ) : null}
              </button>
            )}
          </div>
        )
      })}
    </aside>
  )
})
