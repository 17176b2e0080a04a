'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

const spare = 12

/** Which rows of a long list are near the visible part of its scrolling box; all rows are `height` pixels high, under a heading of that height. */
export function useWindow(rows: number, height: number) {
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ first: 0, count: 40 })

  const measure = useCallback(() => {
    const element = box.current
    if (!element) return
    const step = 8
    const first = Math.floor(element.scrollTop / height / step) * step
    const count = Math.ceil(element.clientHeight / height / step) * step + step
    setSeen((now) => (now.first === first && now.count === count ? now : { first, count }))
  }, [height])

  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [measure])

  /** Scrolls as little as needed to have a row below the heading and above the lower edge. */
  const reveal = useCallback(
    (row: number) => {
      const element = box.current
      if (!element || row < 0) return
      const top = row * height
      const room = element.clientHeight - 2 * height
      if (top < element.scrollTop) element.scrollTop = top
      else if (top > element.scrollTop + room) element.scrollTop = top - room
      measure()
    },
    [height, measure],
  )
  return {
    box,
    measure,
    reveal,
    from: Math.max(0, Math.min(seen.first, rows) - spare),
    to: Math.min(rows, seen.first + seen.count + spare),
    page: Math.max(1, seen.count - 8),
  }
}
