import { type RefObject, useEffect, useState } from 'react'

/** A number that grows when the text has moved or changed its size: what stands beside it is placed anew. At most once a frame. */
export function useTick(scroller: RefObject<HTMLElement | null>, sheet: RefObject<HTMLElement | null>): number {
  const [tick, setTick] = useState(0)
  useEffect(() => {
    let frame = 0
    const later = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        setTick((n) => n + 1)
      })
    }
    const observer = new ResizeObserver(later)
    const box = scroller.current
    if (sheet.current) observer.observe(sheet.current)
    if (box) observer.observe(box)
    box?.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      box?.removeEventListener('scroll', later)
    }
  }, [scroller, sheet])
  return tick
}
