'use client'

import { useTranslations } from 'next-intl'
import type { Passage } from '@/core/rounds/differences'
import { joined } from '@/core/rounds/differences'
import type { Snapshot } from '@/core/rounds/snapshot'
import classes from './rounds.module.css'

/** A passage as each coder marked it, beside each other in the text. */
export function PassageSides(props: { passage: Passage; coders: readonly string[]; names: Snapshot['names'] }) {
  const { passage, names } = props
  const t = useTranslations('decisions')
  return (
    <div className={classes.sides}>
      {props.coders.map((coder, i) => {
        const own = [...passage.codings, ...passage.instead].filter((one) => one.coder === coder)
        const codes = [...new Set(own.map((one) => names.codes[one.code] ?? ''))]
        return (
          <section key={coder} aria-label={names.coders[coder]}>
            <p className={classes.quiet}>
              {i + 1} · {names.coders[coder]} · {codes.length > 0 ? codes.join(', ') : t('notCoded')}
            </p>
            <p className={classes.text}>{pieces(passage, own)}</p>
          </section>
        )
      })}
    </div>
  )
}

function pieces({ text, from }: Passage, own: readonly { readonly start: number; readonly end: number }[]) {
  const spans = joined(own)
  return [
    ...spans.flatMap(({ start, end }, i) => [
      text.slice((spans[i - 1]?.end ?? from) - from, start - from),
      <mark key={start}>{text.slice(start - from, end - from)}</mark>,
    ]),
    text.slice((spans.at(-1)?.end ?? from) - from),
  ]
}
