'use client'

import { type DragEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import type { Place } from '@/core/codebook/tree'
import { dropPlace, type Row, type Where } from './tree-rows'

/** What is held where: over a line, or over the ground below the last line (null). */
export type Held = {
  readonly id: string
  readonly over: string | null
  readonly where: Where
  readonly to: Place | null
}

const edge = 40
const openAfter = 600

/** Dragging a line of the tree by the mouse: marks where it would stand, scrolls at the edges, opens a closed code it rests on. */
export function useDrag(
  box: RefObject<HTMLElement | null>,
  codes: readonly Code[],
  rows: readonly Row<Code>[],
  may: (id: string) => boolean,
  act: { readonly move: (id: string, to: Place) => void; readonly open: (id: string) => void },
) {
  const [held, setHeld] = useState<Held | null>(null)
  const pointer = useRef(0)
  const dragging = held !== null

  useEffect(() => {
    if (!dragging) return
    let frame = 0
    const scroll = () => {
      const element = box.current
      if (element && pointer.current > 0) {
        const { top, bottom } = element.getBoundingClientRect()
        const up = Math.max(0, edge - (pointer.current - top))
        const down = Math.max(0, edge - (bottom - pointer.current))
        element.scrollTop += (down - up) / 3
      }
      frame = requestAnimationFrame(scroll)
    }
    frame = requestAnimationFrame(scroll)
    return () => cancelAnimationFrame(frame)
  }, [dragging, box])

  const resting = held && held.where === 'into' ? held.over : null
  const { open } = act
  useEffect(() => {
    if (resting === null) return
    const wait = setTimeout(() => open(resting), openAfter)
    return () => clearTimeout(wait)
  }, [resting, open])

  const lineAt = (event: DragEvent): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-code]') : null

  const onDragStart = (event: DragEvent) => {
    const id = lineAt(event)?.dataset.code
    if (!id || !may(id)) return event.preventDefault()
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', codes.find((code) => code.id === id)?.name ?? '')
    pointer.current = 0
    setHeld({ id, over: id, where: 'into', to: null })
  }
  const onDragOver = (event: DragEvent) => {
    if (!held) return
    pointer.current = event.clientY
    const line = lineAt(event)
    const over = line?.dataset.code ?? null
    const where = line ? part(line, event.clientY) : 'after'
    const target = rows.find((row) => row.code.id === over) ?? null
    const to = dropPlace(codes, held.id, target, where)
    if (to) {
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
    }
    if (over !== held.over || where !== held.where) setHeld({ id: held.id, over, where, to })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    if (held?.to) act.move(held.id, held.to)
    setHeld(null)
  }
  const onDragEnd = useCallback(() => setHeld(null), [])
  return { held, handlers: { onDragStart, onDragOver, onDrop, onDragEnd } }
}

function part(line: HTMLElement, y: number): Where {
  const { top, height } = line.getBoundingClientRect()
  const share = (y - top) / height
  return share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'into'
}
