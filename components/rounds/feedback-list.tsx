'use client'

import { Title } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { grouped } from '@/core/agreement/material'
import type { DecisionReason } from '@/core/rounds/decision'
import type { Overruled } from '@/core/rounds/feedback'
import type { Snapshot } from '@/core/rounds/snapshot'
import { PassageSides } from './passage-sides'
import classes from './rounds.module.css'

/** Where a coder was overruled and why, by code: what they marked beside what the consensus has. */
export function FeedbackList(props: {
  coder: string
  consensus: string
  overruled: readonly Overruled[]
  reasons: readonly DecisionReason[]
  names: Snapshot['names']
}) {
  const { coder, consensus, names, reasons } = props
  const t = useTranslations('rounds')
  const verdict = useTranslations('decisions')
  const byCode = grouped(props.overruled, ({ passage }) => passage.code)
  return (
    <div className={classes.page}>
      <p role="status">
        {t('overruled', { name: names.coders[coder] ?? '', n: props.overruled.length, codes: byCode.size })}
      </p>
      {[...byCode].map(([code, all]) => (
        <section key={code} aria-label={names.codes[code]}>
          <Title order={2} mt="md">
            {names.codes[code]} ({all.length})
          </Title>
          {all.map(({ passage, decision, consensus: made }) => (
            <article key={passage.key}>
              <p>
                {[
                  names.interviews[passage.interview],
                  verdict(`verdict.${decision.verdict}`),
                  reasons.find((one) => one.id === decision.reasonId)?.name,
                  decision.note,
                ]
                  .filter(Boolean)
                  .join(' – ')}
              </p>
              <PassageSides
                passage={{ ...passage, codings: [...passage.codings, ...made] }}
                coders={[coder, consensus]}
                names={names}
              />
            </article>
          ))}
        </section>
      ))}
    </div>
  )
}
