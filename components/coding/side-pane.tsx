'use client'

import { useTranslations } from 'next-intl'
import { memo, type ReactNode, type RefObject } from 'react'
import type { Code } from '@/core/codebook/code'
import { CodingCard } from './coding-card'
import type { Change, Mark } from './marks'
import type { Item } from './outbox'
import classes from './side-pane.module.css'

/** The codings of the place where the caret or the selection is; one of them, when chosen, opens to be changed. */
export const SidePane = memo(function SidePane(props: {
  heading: string
  marks: readonly Mark[]
  codes: ReadonlyMap<string, Code>
  paths: ReadonlyMap<string, readonly string[]>
  nameOf: (coderId: string) => string
  quote: (mark: Mark) => string
  mayChange: (mark: Mark) => boolean
  chosen: string | null
  troubles: ReadonlyMap<string, Item>
  comment: RefObject<HTMLTextAreaElement | null>
  canApply: boolean
  choose: (id: string) => void
  hover: (mark: Mark | null) => void
  change: (id: string, to: Change) => void
  recode: () => void
  split: () => void
  merge: () => void
  /** The codings that have another to be merged with. */
  joined: (mark: Mark) => boolean
  inVivo: () => void
  inVivoKey: string
  /** What else there is about the place. */
  extras: ReactNode
  remove: (id: string) => void
  retry: (id: string) => void
  discard: (id: string) => void
  openPalette: () => void
}) {
  const t = useTranslations('coding')
  return (
    <section className={classes.pane} aria-label={t('here')}>
      <h2 className={classes.heading}>
        {props.heading} · {t('codingsHere', { count: props.marks.length })}
      </h2>
      {props.canApply ? (
        <button type="button" className={classes.apply} onClick={props.openPalette}>
          {t('apply')}
          <kbd>Enter</kbd>
        </button>
      ) : null}
      {props.canApply ? (
        <button type="button" className={classes.apply} onClick={props.inVivo}>
          {t('inVivo')}
          <kbd>{props.inVivoKey}</kbd>
        </button>
      ) : null}
      {props.marks.length ? (
        <ul className={classes.list}>
          {props.marks.map((mark) => (
            <CodingCard
              key={mark.id}
              mark={mark}
              colour={props.codes.get(mark.codeId)?.colour ?? 0}
              path={props.paths.get(mark.codeId) ?? []}
              coder={props.nameOf(mark.coderId)}
              quote={props.quote(mark)}
              mayChange={props.mayChange(mark)}
              open={mark.id === props.chosen}
              trouble={props.troubles.get(mark.id) ?? null}
              comment={props.comment}
              choose={props.choose}
              hover={props.hover}
              change={props.change}
              recode={props.recode}
              split={props.split}
              merge={mark.id === props.chosen && props.joined(mark) ? props.merge : null}
              remove={props.remove}
              retry={props.retry}
              discard={props.discard}
            />
          ))}
        </ul>
      ) : (
        <p className={classes.empty}>{t('passageEmpty')}</p>
      )}
      {props.extras}
    </section>
  )
})
