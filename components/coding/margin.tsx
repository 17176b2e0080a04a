'use client'

import { useTranslations } from 'next-intl'
import { memo, type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import { lanes, stacked } from '@/core/text/lanes'
import { linesIn } from './geometry'
import classes from './margin.module.css'
import { inOrder, type Mark } from './marks'
import { CODE_DRAG, type TranscriptView } from './transcript-view'

type Stripe = {
  readonly mark: Mark
  readonly lane: number
  readonly top: number
  readonly height: number
  readonly label: number | null
}

const LANE = 7
const MOST_LANES = 12
const LABEL = 17
const BEYOND = 400

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
  choose: (id: string) => void
  hover: (id: string | null) => void
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

  const left = Math.min(widest, MOST_LANES + 1) * LANE + 6
  return (
    <aside className={classes.margin} aria-label={t('margin')}>
      {stripes.map(({ mark, lane, top, height, label }) => {
        const code = props.codes.get(mark.codeId)
        const colour = `var(--code-${code?.colour ?? 0})`
        const state = mark.id === props.chosen ? classes.chosen : props.failed.has(mark.id) ? classes.failed : ''
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
          onClick: () => props.choose(mark.id),
          onPointerEnter: () => props.hover(mark.id),
          onPointerLeave: () => props.hover(null),
        }
        return (
          <div key={mark.id}>
            <button
              type="button"
              tabIndex={-1}
              className={`${classes.stripe} ${state}`}
              style={{ top, height, left: lane * LANE, color: colour }}
              title={name}
              aria-label={name}
              {...drop}
            />
            {label === null ? null : (
              <button
                type="button"
                className={`${classes.label} ${state}`}
                style={{ top: label, left, borderColor: colour }}
                title={name}
                aria-pressed={mark.id === props.chosen}
                {...drop}
                onFocus={() => props.hover(mark.id)}
                onBlur={() => props.hover(null)}
              >
                {code?.name}
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

function initials(name: string): string {
  return Array.from(name.matchAll(/(?:^|\s)(\S)/gu), (match) => match[1]).join('')
}

function stripesOf(
  view: TranscriptView,
  scroller: HTMLElement,
  sheet: HTMLElement,
  marks: readonly Mark[],
  laneOf: (id: string) => number,
): readonly Stripe[] {
  const { first, last } = linesIn(view, scroller, BEYOND)
  const from = view.lines[first]
  const to = view.lines[last]
  if (!from || !to) return []
  const zero = sheet.getBoundingClientRect().top
  const seen = inOrder(marks.filter((mark) => mark.start < to.end && mark.end > from.start))
  const placed = seen.map((mark) => {
    const begins = mark.start >= from.start
    const top = view.box(begins ? mark.start : from.start).top - zero + 3
    const bottom = view.box(Math.min(mark.end, to.end), -1).bottom - zero - 3
    return { mark, lane: laneOf(mark.id), top, height: Math.max(8, bottom - top), begins }
  })
  const tops = stacked(
    placed.filter((stripe) => stripe.begins).map((stripe) => stripe.top),
    LABEL,
  )
  let next = 0
  return placed.map(({ begins, ...stripe }) => ({ ...stripe, label: begins ? (tops[next++] ?? null) : null }))
}
