import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requireAccess, requireAccount } from '@/app/access'
import { CodeColours } from '@/components/coding/code-colours'
import { parse } from '@/core/search/query'
import type { Range } from '@/core/text/sentences'
import type { Access } from '@/db/access'
import { cursorOf } from '@/db/feed'
import * as members from '@/db/members'
import * as memos from '@/db/memos'
import { type Reading, read } from '@/db/reading'
import { NotFound, Refusal } from '@/db/refusal'
import { hitsIn } from '@/db/search'
import * as threads from '@/db/threads'
import * as translations from '@/db/translations'
import * as users from '@/db/users'
import { Desk } from './desk'
import { preferencesOf } from './preferences'

type Props = {
  params: Promise<{ project: string; interview: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const ids = z
  .string()
  .transform((list) => list.split(',').filter((id) => z.uuid().safeParse(id).success))
  .catch([])

const Looking = z.object({
  codes: ids,
  coders: ids,
  at: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  coding: z.uuid().nullable().catch(null),
  /** What was searched for. */
  q: z.string().max(500).catch(''),
})

// The page and its title are one reading.
const readingOf = cache(async (project: string, interview: string): Promise<Reading & { cursor: number | null }> => {
  const access = await requireAccess(project)
  try {
    // Before the reading: what happens in between is told twice rather than never.
    const cursor = cursorOf(access)
    return { ...read(access, interview), cursor }
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
})

function notesOf(access: Access, interview: string) {
  return {
    memos: memos.inInterview(access, interview),
    questions: threads.inInterview(access, interview),
    translations: translations.inInterview(access, interview),
    targets: memos.targets(access),
    people: members.list(access).map(({ userId, name }) => ({ id: userId, name })),
  }
}

/** Where in this text is what the address asks for; nothing for what cannot be asked. */
function hitsOf(access: Access, interview: string, asked: string): readonly Range[] {
  const query = parse(asked)
  if ('fault' in query) return []
  try {
    return hitsIn(access, interview, query)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

export default async function CodingPage({ params, searchParams }: Props) {
  const { project, interview } = await params
  const access = await requireAccess(project)
  const { codings, previous, next, ...reading } = await readingOf(project, interview)
  const { codes, coders, at, coding, q } = Looking.parse(await searchParams)
  return (
    <>
      <CodeColours />
      <Desk
        key={reading.transcriptId}
        {...reading}
        marks={codings.map(({ quote: _, ...mark }) => mark)}
        me={{ id: access.userId, role: access.role }}
        projectId={project}
        preferences={preferencesOf(users.settings(await requireAccount()), project)}
        previous={previous}
        next={next}
        notes={notesOf(access, interview)}
        only={{ codes, coders }}
        jump={{ at, coding }}
        found={{ query: q, hits: q === '' ? [] : hitsOf(access, interview, q) }}
      />
    </>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, interview } = await params
  return { title: (await readingOf(project, interview)).interview.name }
}
