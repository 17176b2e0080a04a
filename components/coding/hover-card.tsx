'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import classes from './hover-card.module.css'
import type { Mark } from './marks'

/** Where the pointer rests, and over which coding. */
export type Hovered = { readonly mark: Mark; readonly left: number; readonly top: number }

const REST = 400
const WIDTH = 320

/** What a coding is, shown when the pointer rests on it: the code's path and definition, whose it is, the comment. Esc or moving away ends it. */
export function HoverCard(props: {
  hovered: Hovered | null
  codes: ReadonlyMap<string, Code>
  paths: ReadonlyMap<string, readonly string[]>
  nameOf: (coderId: string) => string
}) {
  const t = useTranslations('coding')
  const [shown, setShown] = useState<Hovered | null>(null)
  useEffect(() => {
    setShown(null)
    if (!props.hovered) return
    const timer = setTimeout(() => setShown(props.hovered), REST)
    const end = (event: KeyboardEvent) => event.key === 'Escape' && setShown(null)
    window.addEventListener('keydown', end)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', end)
    }
  }, [props.hovered])
  if (!shown) return null
  const { mark, left, top } = shown
  const path = props.paths.get(mark.codeId) ?? []
  const low = top > window.innerHeight - 200
  const place = low ? { bottom: window.innerHeight - top + 12 } : { top: top + 18 }
  return (
    <div
      className={classes.card}
      role="tooltip"
      style={{ left: Math.max(8, Math.min(left, window.innerWidth - WIDTH - 12)), ...place }}
    >
      <p className={classes.name}>
        {path.length > 1 ? <span className={classes.above}>{path.slice(0, -1).join(' / ')} / </span> : null}
        {path.at(-1)}
      </p>
      <p className={classes.coder}>
        {t('by', { coder: props.nameOf(mark.coderId) })}
        {mark.weight === null ? '' : ` · ${t('weightOf', { weight: mark.weight })}`}
      </p>
      <p>{props.codes.get(mark.codeId)?.definition}</p>
      {mark.comment ? <p className={classes.comment}>{mark.comment}</p> : null}
    </div>
  )
}
