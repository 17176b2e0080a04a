'use client'

import { useTranslations } from 'next-intl'
import { CorrectingScreen } from '@/components/correcting/correcting-screen'
import type { TranscriptText } from '@/core/text/turn'
import { correctText, newestText } from './actions'

/** Gives the correcting screen its URLs and actions. */
export function Correcting(props: {
  project: string
  interview: string
  name: string
  version: number
  transcript: TranscriptText
  codings: number
}) {
  const t = useTranslations()
  const { project, interview } = props
  const list = `/projects/${project}/interviews`
  const base = `${list}/${interview}`
  return (
    <CorrectingScreen
      name={props.name}
      crumbs={[
        { label: t('interviews.title'), href: list },
        { label: props.name, href: base },
        { label: t('correcting.title') },
      ]}
      version={props.version}
      transcript={props.transcript}
      codings={props.codings}
      backHref={base}
      versionsHref={`${base}/versions`}
      save={(version, { text, turns, speakers }) =>
        correctText({
          project,
          interview,
          base: version,
          transcript: {
            text,
            turns: turns.map((turn) => ({ ...turn })),
            speakers: speakers.map((one) => ({ ...one })),
          },
        })
      }
      newest={async () => {
        const answer = await newestText({ project, interview })
        if ('error' in answer) throw new Error(answer.error)
        return answer.ok
      }}
    />
  )
}
