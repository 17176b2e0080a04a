'use client'

import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { CorrectingScreen } from '@/components/correcting/correcting-screen'
import type { TranscriptText } from '@/core/text/turn'
import { correctText, newestText } from './actions'
import { Transcript } from './transcript'

const FileRead = z.union([
  z.object({ transcript: Transcript, notes: z.array(z.string()) }),
  z.object({ refused: z.string() }),
])

/** Gives the correcting screen its URLs and actions. */
export function Correcting(props: {
  project: string
  interview: string
  name: string
  version: number
  transcript: TranscriptText
  codings: number
  endings: readonly string[]
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
      endings={props.endings}
      readFile={async (file) => {
        const query = new URLSearchParams({ name: file.name })
        const answer = await fetch(`${base}/edit/file?${query}`, { method: 'POST', body: file })
        return FileRead.parse(await answer.json())
      }}
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
