import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { MaterialInterview } from '@/core/agreement/material'
import type { Span } from '@/core/agreement/units'
import { codePaths } from '@/core/codebook/path'
import type { Snapshot } from '@/core/rounds/snapshot'
import { sentences } from '@/core/text/sentences'
import type { Access } from './access'
import * as codes from './codes'
import { codings, interviews, interviewValues, type StoredTurn, speakers, transcripts, users } from './schema'
import { assignments } from './schema-rounds'
import * as variables from './variables'

/**
 * What a round compares, as it is now: of its interviews those that somebody is done with, on their current texts, with the codings of those who
 * are done. Blindness is not asked: only closing a round calls this. Sentences, turns and paragraphs are of what was said, labels left out.
 */
export function snapshot(access: Access, roundId: string): Snapshot {
  const done = access.db
    .select({ interviewId: assignments.interviewId, coderId: assignments.coderId, coder: users.name })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.coderId))
    .where(and(eq(assignments.roundId, roundId), isNotNull(assignments.doneAt)))
    .orderBy(asc(users.name), asc(users.id))
    .all()
  const ids = [...new Set(done.map((one) => one.interviewId))]
  const texts = access.db
    .select({
      id: interviews.id,
      name: interviews.name,
      transcript: transcripts.id,
      text: transcripts.text,
      turns: transcripts.turns,
    })
    .from(interviews)
    .innerJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .where(and(eq(interviews.projectId, access.projectId), inArray(interviews.id, ids)))
    .orderBy(asc(interviews.nameKey))
    .all()
  const values = valuesOf(access, ids)
  const asking = interviewersOf(access, ids)
  const tree = codes.list(access)
  const paths = codePaths(tree)
  return {
    at: Date.now(),
    material: {
      interviews: texts.map((text) => ({
        id: text.id,
        coders: done.filter((one) => one.interviewId === text.id).map((one) => one.coderId),
        values: values.get(text.id) ?? {},
        ...partsOf(text, asking),
      })),
      codes: tree.map(({ id, parentId }) => ({ id, parent: parentId })),
      codings: codingsOf(access, roundId),
    },
    transcripts: Object.fromEntries(texts.map((text) => [text.id, text.transcript])),
    names: {
      interviews: Object.fromEntries(texts.map((text) => [text.id, text.name])),
      coders: Object.fromEntries(done.map((one) => [one.coderId, one.coder])),
      codes: Object.fromEntries([...paths].map(([id, path]) => [id, path.join(' / ')])),
      variables: Object.fromEntries(variables.list(access).map(({ id, name }) => [id, name])),
    },
  }
}

type Parts = Pick<MaterialInterview, 'length' | 'interviewer' | 'sentences' | 'turns' | 'paragraphs'>

function partsOf(
  { text, turns }: { readonly text: string; readonly turns: readonly StoredTurn[] },
  asking: ReadonlySet<string>,
): Parts {
  const said =
    turns.length > 0 ? turns.map((turn) => ({ ...turn, start: turn.said })) : [{ start: 0, end: text.length }]
  return {
    length: text.length,
    // With its label, so that nothing of the interviewer's turn remains.
    interviewer: turns.filter(({ speaker }) => speaker !== null && asking.has(speaker)).map(span),
    sentences: said.flatMap(({ start, end }) => sentences(text, start, end)).map(span),
    turns: said.map(span).filter(({ start, end }) => start < end),
    paragraphs: said.flatMap(({ start, end }) => paragraphs(text, start, end)),
  }
}

function span({ start, end }: Span): Span {
  return { start, end }
}

function paragraphs(text: string, start: number, end: number): readonly Span[] {
  return [...text.slice(start, end).matchAll(/[^\n]*\S[^\n]*/g)].map((line) => ({
    start: start + line.index,
    end: start + line.index + line[0].length,
  }))
}

function codingsOf(access: Access, roundId: string) {
  return access.db
    .select({
      id: codings.id,
      interview: transcripts.interviewId,
      coder: codings.coderId,
      code: codings.codeId,
      start: codings.start,
      end: codings.end,
    })
    .from(assignments)
    .innerJoin(transcripts, and(eq(transcripts.interviewId, assignments.interviewId), eq(transcripts.current, true)))
    .innerJoin(codings, and(eq(codings.transcriptId, transcripts.id), eq(codings.coderId, assignments.coderId)))
    .where(and(eq(assignments.roundId, roundId), isNotNull(assignments.doneAt)))
    .orderBy(asc(transcripts.interviewId), asc(codings.start), asc(codings.end), asc(codings.id))
    .all()
}

function valuesOf(access: Access, ids: readonly string[]): ReadonlyMap<string, Record<string, string>> {
  const rows = access.db
    .select({ id: interviewValues.interviewId, variable: interviewValues.variableId, value: interviewValues.value })
    .from(interviewValues)
    .where(inArray(interviewValues.interviewId, [...ids]))
    .all()
  const found = new Map<string, Record<string, string>>()
  for (const { id, variable, value } of rows) found.set(id, { ...found.get(id), [variable]: value })
  return found
}

function interviewersOf(access: Access, ids: readonly string[]): ReadonlySet<string> {
  const rows = access.db
    .select({ id: speakers.id })
    .from(speakers)
    .where(and(inArray(speakers.interviewId, [...ids]), eq(speakers.role, 'interviewer')))
    .all()
  return new Set(rows.map((row) => row.id))
}
