import { useEffect, useRef, useState } from 'react'
import type { Asked } from '@/core/agreement/asked'
import { usualDraws } from '@/core/agreement/bootstrap'
import type { Interval } from '@/core/agreement/distribution'
import type { Material } from '@/core/agreement/material'
import { drawIntervals } from '../agreement/draw-intervals'

type Drawn = { readonly of: readonly unknown[]; readonly intervals: readonly (Interval | null)[] }

/**
 * Intervals for rows of figures, drawn by a worker whenever these change, and for the mean of those about one code each (`ofMean`); `percent` is null
 * when none are being drawn.
 */
export function useIntervals(material: Material, rows: readonly { readonly asked: Asked }[]) {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [percent, setPercent] = useState<number | null>(null)
  const stop = useRef(() => {})
  useEffect(() => {
    if (rows.length === 0) return
    const job = {
      material,
      asked: rows.map(({ asked }) => asked),
      draws: usualDraws,
      level: 0.95,
      mean: ofOneCode(rows),
    }
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
  const intervals = drawn?.of === rows ? drawn.intervals : []
  return {
    ...{ intervals: intervals.slice(0, rows.length), ofMean: intervals[rows.length] ?? null },
    ...{ percent, cancel: () => stop.current() },
  }
}

/** Rows about one code each come first. */
function ofOneCode(rows: readonly { readonly asked: Asked }[]): number {
  return rows.filter(({ asked }) => asked.question.about === 'code').length
}
