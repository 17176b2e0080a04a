import { sql } from 'drizzle-orm'
import type { Passages } from '@/core/frequencies/material'
import type { Access } from './access'
import { visibleTo } from './codings'
import { codings, interviews, transcripts } from './schema'

/** The codings of each interview by its id, as columns whose indices point into the interviews, codes and coders of the whole. */
export type PassageParts = ReadonlyMap<string, Passages>

/**
 * The codings, one string an interview: reading 100,000 rows of them costs three times as much. In it, per coding, the ids of code and coder
 * and five numbers, each ended by a comma. `coderIds` grows by who is new. With `only`: of these interviews.
 */
export function passageParts(
  access: Access,
  interviewIds: readonly string[],
  codeIds: readonly string[],
  coderIds: string[],
  only: ReadonlySet<string> | null = null,
): PassageParts {
  const chosen =
    only === null ? sql`` : sql`and ${interviews.id} in (select value from json_each(${JSON.stringify([...only])}))`
  const lines = access.db.values<[string, number, string]>(sql`
    select ${transcripts.interviewId}, count(*), group_concat(${codings.codeId} || ',' || ${codings.coderId} || ',' ||
      ${codings}.rowid || ',' || ${codings.wordStart} || ',' || ${codings.wordEnd} || ',' ||
      ${codings.start} || ',' || ${codings.end} || ',', '')
    from ${interviews}
    join ${transcripts} on ${transcripts.interviewId} = ${interviews.id} and ${transcripts.current} = 1
    cross join ${codings} on ${codings.transcriptId} = ${transcripts.id}
    where ${interviews.projectId} = ${access.projectId} ${chosen} and ${visibleTo(access)}
    group by ${transcripts.id}`)
  const interviewAt = indexer([...interviewIds])
  const codeAt = indexer([...codeIds])
  const coderAt = indexer(coderIds)
  const parts = new Map<string, Passages>()
  for (const [interviewId, count, line] of lines) {
    const found = columns(count)
    const interview = interviewAt(interviewId)
    const next = reader(line)
    for (let p = 0; p < count; p++) {
      found.interview[p] = interview
      found.code[p] = codeAt(next.text())
      found.coder[p] = coderAt(next.text())
      found.key[p] = next.number()
      found.from[p] = next.number()
      found.to[p] = next.number()
      found.start[p] = next.number()
      found.end[p] = next.number()
    }
    parts.set(interviewId, found)
  }
  return parts
}

/** All parts as one, in the order of the interviews. */
export function joinedPassages(parts: PassageParts, interviewIds: readonly string[]): Passages {
  const inOrder = interviewIds.flatMap((id) => parts.get(id) ?? [])
  const all = columns(inOrder.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of inOrder) {
    for (const name of names) all[name].set(part[name], at)
    all.key.set(part.key, at)
    at += part.length
  }
  return all
}

const names = ['interview', 'code', 'coder', 'from', 'to', 'start', 'end'] as const

function columns(length: number): Passages {
  const column = (): Int32Array => new Int32Array(length)
  return {
    ...{ length, interview: column(), code: column(), coder: column(), from: column(), to: column() },
    ...{ start: column(), end: column(), key: new Float64Array(length) },
  }
}

/** The index of an id in a list; an id that is new is added to it. */
function indexer(ids: string[]): (id: string) => number {
  const known = new Map(ids.map((id, i) => [id, i]))
  return (id) => {
    const index = known.get(id)
    if (index !== undefined) return index
    known.set(id, ids.length)
    return ids.push(id) - 1
  }
}

function reader(line: string): { text: () => string; number: () => number } {
  let at = 0
  return {
    text: () => {
      const end = line.indexOf(',', at)
      const text = line.slice(at, end)
      at = end + 1
      return text
    },
    number: () => {
      let value = 0
      for (let digit = line.charCodeAt(at++) - 48; digit >= 0; digit = line.charCodeAt(at++) - 48)
        value = value * 10 + digit
      return value
    },
  }
}
