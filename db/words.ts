import { and, eq, inArray } from 'drizzle-orm'
import { type CountedText, type WordCounts, wordCounts } from '@/core/analysis/word-counts'
import type { Query } from '@/core/excerpts/query'
import { groupValue } from '@/core/frequencies/columns'
import { plainWord, stem } from '@/core/text/stem'
import { wordOffsets, wordRange } from '@/core/text/words'
import type { Variable } from '@/core/variable'
import type { Access } from './access'
import { material } from './material'
import { interviews, speakers, transcripts } from './schema'

type Read = {
  readonly words: Uint32Array
  readonly turns: readonly { from: number; to: number; speaker: string | null }[]
}
type Lexicon = { forms: string[]; stems: number[]; numbers: Map<string, number>; stemNumbers: Map<string, number> }
type Kept = { readonly lexicon: Lexicon; readonly texts: Map<string, Read> }
const kept = new WeakMap<object, Kept>()
/** Words kept in memory, four bytes each; a house with more of them starts anew. */
const KEPT = 60_000_000

/** Which interviews are counted, what is left out, and which value of a variable makes the first group (null: all are in it). */
export type WordsAsked = {
  readonly values: Query['values']
  readonly interviewers: boolean
  readonly group: { readonly variable: Variable; readonly value: string | null } | null
  readonly left: (form: string) => boolean
}

/** Counts the words that are said in the chosen interviews, by stem; what labels a speaker is not said. Everybody in a project reads its transcripts. */
export function count(access: Access, asked: WordsAsked): WordCounts {
  const chosen = material(access).interviews.filter(({ values: own }) =>
    asked.values.every(({ variable, values }) => values.length === 0 || values.includes(groupValue(own, variable))),
  )
  const current = access.db
    .select({ id: transcripts.id, interviewId: transcripts.interviewId })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(transcripts.current, true)))
    .all()
  const idOf = new Map(current.map(({ id, interviewId }) => [interviewId, id]))
  const { lexicon, texts } = read(
    access,
    chosen.flatMap(({ id }) => idOf.get(id) ?? []),
  )
  const asking = asked.interviewers ? new Set<string>() : interviewersOf(access)
  const counted = chosen.flatMap(({ id, values }): CountedText[] => {
    const text = texts.get(idOf.get(id) ?? '')
    if (!text) return []
    const { group } = asked
    const first = group === null || groupValue(values, group.variable) === group.value
    const ranges = text.turns.flatMap(({ from, to, speaker }) =>
      speaker !== null && asking.has(speaker) ? [] : [from, to],
    )
    return [{ group: first ? 0 : 1, words: text.words, ranges }]
  })
  return wordCounts(counted, lexicon, asked.left)
}

function interviewersOf(access: Access): ReadonlySet<string> {
  const rows = access.db
    .select({ id: speakers.id })
    .from(speakers)
    .innerJoin(interviews, eq(interviews.id, speakers.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(speakers.role, 'interviewer')))
    .all()
  return new Set(rows.map(({ id }) => id))
}

/** The words of transcripts. A transcript's text never changes under its id, so what was read once stays true. */
function read(access: Access, ids: readonly string[]): Kept {
  const client = access.db.$client
  let known: Kept = kept.get(client) ?? empty()
  let held = 0
  for (const { words } of known.texts.values()) held += words.length
  if (held > KEPT && ids.some((id) => !known.texts.has(id))) known = empty()
  kept.set(client, known)
  const missing = ids.filter((id) => !known.texts.has(id))
  for (let i = 0; i < missing.length; i += 50)
    for (const { id, text, turns } of access.db
      .select({ id: transcripts.id, text: transcripts.text, turns: transcripts.turns })
      .from(transcripts)
      .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
      .where(and(eq(interviews.projectId, access.projectId), inArray(transcripts.id, missing.slice(i, i + 50))))
      .all()) {
      const offsets = wordOffsets(text)
      const words = new Uint32Array(offsets.length / 2)
      for (let w = 0; w < words.length; w++)
        words[w] = numberOf(known.lexicon, text.slice(offsets[2 * w], offsets[2 * w + 1]))
      known.texts.set(id, {
        words,
        turns: turns.map(({ said, end, speaker }) => ({ ...wordRange(offsets, said, end), speaker })),
      })
    }
  return known
}

function empty(): Kept {
  return { lexicon: { forms: [], stems: [], numbers: new Map(), stemNumbers: new Map() }, texts: new Map() }
}

function numberOf(lexicon: Lexicon, word: string): number {
  const known = lexicon.numbers.get(word)
  if (known !== undefined) return known
  const form = plainWord(word)
  const number = lexicon.numbers.get(form) ?? added(lexicon, form)
  lexicon.numbers.set(word, number)
  return number
}

function added({ forms, stems, numbers, stemNumbers }: Lexicon, form: string): number {
  const key = stem(form)
  const known = stemNumbers.get(key) ?? stemNumbers.size
  stemNumbers.set(key, known)
  stems.push(known)
  numbers.set(form, forms.length)
  return forms.push(form) - 1
}
