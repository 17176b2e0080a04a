'use client'

import { useTranslations } from 'next-intl'
import { type PointerEvent, type RefObject, useLayoutEffect, useState } from 'react'
import { nearestEdge } from '@/core/text/snap'
import classes from './handles.module.css'
import type { Mark } from './marks'
import type { TranscriptView } from './transcript-view'

type Place = { readonly top: number; readonly left: number }

/** The two ends of the chosen coding, to be dragged; they snap to words unless Alt is held. */
export function Handles(props: {
  view: TranscriptView
  sheet: RefObject<HTMLElement | null>
  tick: number
  mark: Mark
  words: Uint32Array
  resize: (start: number, end: number) => void
}) {
  const { view, sheet, mark, words } = props
  const t = useTranslations('coding')
  const [dragged, setDragged] = useState<{ start: number; end: number } | null>(null)
  const [places, setPlaces] = useState<{ start: Place; end: Place } | null>(null)
  const start = dragged?.start ?? mark.start
  const end = dragged?.end ?? mark.end

  // biome-ignore lint/correctness/useExhaustiveDependencies: tick stands for where the text is
  useLayoutEffect(() => {
    const paper = sheet.current?.getBoundingClientRect()
    if (!paper) return
    const first = view.box(start)
    const last = view.box(end, -1)
    setPlaces({
      start: { top: first.top - paper.top, left: first.left - paper.left },
      end: { top: last.bottom - paper.top, left: last.left - paper.left },
    })
    if (dragged) view.choose({ start, end })
  }, [view, sheet, start, end, dragged, props.tick])

  const move = (edge: 'start' | 'end') => (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const at = view.offsetAt(event.clientX, event.clientY + (edge === 'start' ? 10 : -10))
    if (at === null) return
    const offset = event.altKey ? at : nearestEdge(words, at, edge)
    if (edge === 'start' && offset < end) setDragged({ start: offset, end })
    if (edge === 'end' && offset > start) setDragged({ start, end: offset })
  }
  const drop = () => {
    if (dragged && (dragged.start !== mark.start || dragged.end !== mark.end)) props.resize(dragged.start, dragged.end)
    setDragged(null)
  }
  if (!places) return null
  return (['start', 'end'] as const).map((edge) => (
    <button
      key={edge}
      type="button"
      tabIndex={-1}
      className={`${classes.handle} ${classes[edge] ?? ''}`}
      style={places[edge]}
      aria-label={t(edge === 'start' ? 'resizeStart' : 'resizeEnd')}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={move(edge)}
      onPointerUp={drop}
      onPointerCancel={() => setDragged(null)}
    />
  ))
}
