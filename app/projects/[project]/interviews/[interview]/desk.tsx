'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { CodingScreen } from '@/components/coding/coding-screen'
import type { CodingScreenProps, PlaceOfExtras } from '@/components/coding/coding-screen-props'
import type { Mark, Write } from '@/components/coding/marks'
import type { Answer } from '@/components/coding/outbox'
import type { Preferred } from '@/components/coding/use-preferences'
import { type InterviewNotes, PlaceNotes } from '@/components/notes/place-notes'
import type { Range } from '@/core/text/sentences'
import * as actions from './actions'
import { noteActions } from './notes-of'

type Neighbour = { readonly id: string; readonly name: string } | null

type Props = Omit<
  CodingScreenProps,
  | 'previous'
  | 'next'
  | 'limit'
  | 'send'
  | 'savePlace'
  | 'savePreference'
  | 'extras'
  | 'versions'
  | 'search'
  | 'live'
  | 'renew'
> & {
  /** From where on what colleagues do is to be told. */
  readonly cursor: number | null
  readonly previous: Neighbour
  readonly next: Neighbour
  readonly found: { readonly query: string; readonly hits: readonly Range[] }
  readonly notes: Pick<InterviewNotes, 'memos' | 'questions' | 'translations' | 'targets' | 'people'>
}

/** Gives the coding screen its URLs and its actions. */
export function Desk(props: Props) {
  const { projectId: project, transcriptId, cursor, previous, next, notes: seed, found, ...screen } = props
  const interview = screen.interview.id
  const router = useRouter()
  const [only, setOnly] = useState(screen.only)

  const limit = useCallback((wanted: Props['only']) => {
    setOnly(wanted)
    const query = new URLSearchParams(
      Object.entries(wanted).flatMap(([name, list]) => (list.length ? [[name, list.join(',')]] : [])),
    )
    // The text is here already: only the address changes.
    window.history.replaceState(null, '', `?${query}`)
  }, [])

  const send = useCallback((write: Write) => store(project, transcriptId, write), [project, transcriptId])
  const savePlace = useCallback(
    (offset: number) => void actions.savePlace({ project, interview, offset }).catch(() => undefined),
    [project, interview],
  )
  const savePreference = useCallback(
    async (preferred: Preferred) => 'ok' in (await actions.savePreference({ project, preferred })),
    [project],
  )
  const to = (neighbour: Neighbour) =>
    neighbour && { name: neighbour.name, open: () => router.push(`/projects/${project}/interviews/${neighbour.id}`) }
  const { me, transcript } = screen
  const notes = useMemo(
    () => ({ ...seed, me, interviewId: interview, base: `/projects/${project}`, actions: noteActions(project) }),
    [seed, me, interview, project],
  )
  const extras = useCallback(
    ({ start, end, chosen, codings }: PlaceOfExtras) => (
      <PlaceNotes
        passage={{ transcriptId, start, end, quote: transcript.text.slice(start, end) }}
        codingIds={codings}
        chosen={chosen}
        notes={notes}
      />
    ),
    [transcriptId, transcript, notes],
  )
  const [closed, setClosed] = useState(false)
  const search = useMemo(
    () => (closed || found.hits.length === 0 ? null : { ...found, end: () => setClosed(true) }),
    [closed, found],
  )
  const live = useMemo(
    () => ({
      cursor,
      href: (from: number | null, tab: string) => {
        const asked = { transcript: transcriptId, tab, ...(from === null ? {} : { cursor: String(from) }) }
        return `/projects/${project}/interviews/${interview}/live?${new URLSearchParams(asked)}`
      },
    }),
    [project, interview, transcriptId, cursor],
  )
  const jump = useMemo(() => screen.jump, [screen.jump])

  return (
    <CodingScreen
      {...screen}
      projectId={project}
      transcriptId={transcriptId}
      live={live}
      renew={router.refresh}
      previous={to(previous)}
      next={to(next)}
      only={only}
      limit={limit}
      jump={jump}
      search={search}
      send={send}
      savePlace={savePlace}
      versions={() => router.push(`/projects/${project}/interviews/${interview}/versions`)}
      savePreference={savePreference}
      extras={extras}
    />
  )
}

async function store(project: string, transcriptId: string, write: Write): Promise<Answer<Mark | null>> {
  switch (write.kind) {
    case 'add': {
      const { id, codeId, start, end, comment, weight } = write.mark
      return marked(
        await actions.addCoding({
          project,
          transcriptId: write.on ?? transcriptId,
          id,
          codeId,
          start,
          end,
          comment,
          weight,
        }),
      )
    }
    case 'change':
      return marked(
        await actions.changeCoding({
          project,
          id: write.id,
          to: { ...write.to, transcriptId: write.on ?? transcriptId },
        }),
      )
    case 'remove':
      return nothing(await actions.removeCoding({ project, id: write.id }))
    case 'restore':
      return marked(await actions.restoreCoding({ project, id: write.mark.id }))
    case 'code':
      return nothing(await actions.addCode({ project, ...write.code }))
  }
}

function marked(answer: Answer<Mark & { readonly quote: string }>): Answer<Mark | null> {
  if (!('ok' in answer)) return answer
  const { quote: _, ...mark } = answer.ok
  return { ok: mark }
}

function nothing(answer: Answer<unknown>): Answer<null> {
  return 'ok' in answer ? { ok: null } : answer
}
