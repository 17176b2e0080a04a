import { useEffect, useRef, useState } from 'react'
import type { Asked } from '@/core/agreement/asked'
import { usualDraws } from '@/core/agreement/bootstrap'
import type { Interval } from '@/core/agreement/distribution'
import type { Material } from '@/core/agreement/material'
import { drawIntervals } from '../agreement/draw-intervals'

type Drawn = { readonly of: readonly unknown[]; readonly intervals: readonly (Interval | null)[] }

/** Intervals for rows of figures, drawn by a worker whenever these change; `percent` is null when none are being drawn. */
export function useIntervals(material: Material, rows: readonly { readonly asked: Asked }[]) {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [percent, setPercent] = useState<number | null>(null)
  const stop = useRef(() => {})
  useEffect(() => {
    if (rows.length === 0) return
    const job = { material, asked: rows.map(({ asked }) => asked), draws: usualDraws, level: 0.95 }
    const drawing = drawIntervals(job, ({ done, of }) => setPercent(Math.floor((100 * done) / of)))
    stop.current = () => {
      drawing.cancel()
      setPercent(null)
    }
    drawing.done.then(
      (intervals) => {
        setDrawn({ of: rows, intervals })
        setPercent(null)
      },
      () => setPercent(null),
    )
    return drawing.cancel
  }, [material, rows])
  return { intervals: drawn?.of === rows ? drawn.intervals : [], percent, cancel: () => stop.current() }
}
