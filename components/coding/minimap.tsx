'use client'

import { useTranslations } from 'next-intl'
import { memo, type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Range } from '@/core/text/sentences'
import { linesIn, scrollTo } from './geometry'
import type { Mark } from './marks'
import classes from './minimap.module.css'
import type { TranscriptView } from './transcript-view'

const COLUMNS = 3
const NO_HITS: readonly Range[] = []

/** The whole interview as a narrow strip: its codings, what was searched for, and the part in sight; a click goes there. */
export const Minimap = memo(function Minimap(props: {
  view: TranscriptView | null
  scroller: RefObject<HTMLElement | null>
  tick: number
  length: number
  marks: readonly Mark[]
  hits?: readonly Range[] | undefined
  colourOf: (mark: Mark) => number
}) {
  const { view, scroller, length, marks, hits = NO_HITS, colourOf } = props
  const t = useTranslations('coding')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState(0)
  const [seen, setSeen] = useState({ from: 0, to: 0 })

  // The part in sight follows the scroll; the strip itself is drawn only when what is on it changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: tick stands for where the text is
  useLayoutEffect(() => {
    if (!view || !scroller.current) return
    const { first, last } = linesIn(view, scroller.current, 0)
    setSeen({ from: view.lines[first]?.start ?? 0, to: view.lines[last]?.end ?? 0 })
  }, [view, scroller, props.tick])

  useEffect(() => {
    const box = canvas.current
    if (!box) return
    const again = () => setSize((n) => n + 1)
    const sizes = new ResizeObserver(again)
    sizes.observe(box)
    const scheme = new MutationObserver(again)
    scheme.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] })
    return () => {
      sizes.disconnect()
      scheme.disconnect()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: size stands for that of the strip and for the scheme
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (canvas.current) draw(canvas.current, length, marks, hits, colourOf)
    })
    return () => cancelAnimationFrame(frame)
  }, [length, marks, hits, colourOf, size])

  const go = (event: PointerEvent<HTMLElement>): void => {
    if (event.buttons === 0 || !view || !scroller.current) return
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const share = Math.min(1, Math.max(0, (event.clientY - top) / height))
    scrollTo(view, scroller.current, Math.round(share * length), 0.4)
  }
  const share = (offset: number): number => (length ? (offset / length) * 100 : 0)
  return (
    <div
      className={classes.minimap}
      title={t('minimap')}
      data-minimap
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} aria-hidden />
      <div
        className={classes.window}
        style={{ top: `${share(seen.from)}%`, height: `${share(seen.to - seen.from)}%` }}
      />
    </div>
  )
})

function draw(
  canvas: HTMLCanvasElement,
  length: number,
  marks: readonly Mark[],
  hits: readonly Range[],
  colourOf: (mark: Mark) => number,
): void {
  const pen = canvas.getContext('2d')
  const { width, height } = canvas.getBoundingClientRect()
  if (!pen || !width || !height || !length) return
  const ratio = window.devicePixelRatio
  canvas.width = width * ratio
  canvas.height = height * ratio
  pen.scale(ratio, ratio)
  const style = getComputedStyle(canvas)
  const colours = Array.from({ length: 12 }, (_, i) => style.getPropertyValue(`--code-${i}`))
  const bar = (range: Range, left: number, wide: number): void => {
    const top = (range.start / length) * height
    pen.fillRect(left, top, wide, Math.max(1.5, ((range.end - range.start) / length) * height))
  }
  const wide = (width - 2) / COLUMNS
  marks.forEach((mark, i) => {
    pen.fillStyle = colours[colourOf(mark)] ?? ''
    bar(mark, 1 + (i % COLUMNS) * wide, wide - 0.5)
  })
  pen.fillStyle = style.getPropertyValue('--mantine-color-orange-6')
  for (const hit of hits) bar(hit, 0, width)
}
