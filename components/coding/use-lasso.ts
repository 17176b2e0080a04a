import { type CSSProperties, type PointerEvent, type RefObject, useRef, useState } from 'react'
import { LABEL, LANE, type Stripe } from './stripes'

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

const LEAST = 4

/** A box drawn in the margin with the mouse: the codings whose stripes or names it touches are selected together, with Shift added to those that are. */
export function useLasso(
  sheet: RefObject<HTMLElement | null>,
  stripes: readonly Stripe[],
  select: (ids: readonly string[], more: boolean) => void,
) {
  const from = useRef<{ x: number; y: number; left: number } | null>(null)
  const [box, setBox] = useState<Box | null>(null)

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      // On a touch screen the same movement scrolls.
      if (event.target !== event.currentTarget || event.button !== 0 || event.pointerType === 'touch') return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      const { left, top } = event.currentTarget.getBoundingClientRect()
      from.current = { x: event.clientX - left, y: event.clientY - top, left }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = from.current
      const top = sheet.current?.getBoundingClientRect().top
      if (!start || top === undefined) return
      const margin = event.currentTarget.getBoundingClientRect()
      const x = event.clientX - margin.left
      const y = event.clientY - margin.top
      setBox({
        left: Math.min(x, start.x),
        top: Math.min(y, start.y),
        width: Math.abs(x - start.x),
        height: Math.abs(y - start.y),
      })
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      from.current = null
      setBox(null)
      if (!box || (box.width < LEAST && box.height < LEAST)) return
      const meets = (top: number, height: number): boolean => top < box.top + box.height && top + height > box.top
      const beyondStripes = Math.max(0, ...stripes.map((stripe) => stripe.lane + 1)) * LANE
      const found = stripes.filter(({ lane, top, height, label }) => {
        const left = lane * LANE
        const onStripe = left < box.left + box.width && left + LANE > box.left && meets(top, height)
        return onStripe || (label !== null && box.left + box.width > beyondStripes && meets(label, LABEL))
      })
      select(
        found.map((stripe) => stripe.mark.id),
        event.shiftKey,
      )
    },
    onPointerCancel: () => {
      from.current = null
      setBox(null)
    },
  }
  const style: CSSProperties | null = box
  return { box: style, handlers }
}
