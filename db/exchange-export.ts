import { and, asc, eq } from 'drizzle-orm'
import { type Branch, tree } from '@/core/codebook/tree'
import { slotHex } from '@/core/exchange/colour'
import { describedCode } from '@/core/exchange/description'
import type { ExchangeCode, ExchangeProject, ExchangeSelection, ExchangeSource } from '@/core/exchange/project'
import type { Access } from './access'
import { list as listCodes } from './code-rows'
import { visibleTo } from './codings'
import { derivedId } from './derived-id'
import { outgoing } from './exchange-memos'
import * as interviewRows from './interviews'
import { coders, get } from './projects'
import { codings, interviews, transcripts, users } from './schema'
import * as variables from './variables'

/**
 * The project as other programs can take it: current texts, the whole codebook, the codings that this person may see with their coders, values in
 * the interviews and in a case for each, and a set for every value of a category. A comment on a coding is that of its passage.
 */
export function whole(access: Access): ExchangeProject {
  const project = get(access)
  const known = variables.list(access)
  const rows = interviewRows.list(access)
  const memos = outgoing(access)
  const passages = selectionsOf(access, (id) => memos.on('coding', id))
  const valuesOf = (values: Readonly<Record<string, string>>) =>
    known.flatMap(({ id }) => (values[id] === undefined ? [] : [{ variableId: id, value: values[id] }]))
  const texts = new Map(
    access.db
      .select({ id: interviews.id, text: transcripts.text, at: interviews.createdAt })
      .from(interviews)
      .innerJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
      .where(eq(interviews.projectId, access.projectId))
      .all()
      .map((row) => [row.id, row]),
  )
  const sources = rows.flatMap((row): readonly ExchangeSource[] => {
    const text = texts.get(row.id)
    if (!text) return []
    return [
      {
        ...{ id: row.id, name: row.name, description: '', text: text.text, userId: null, at: text.at },
        ...{
          selections: passages.get(row.id) ?? [],
          codings: [],
          noteIds: memos.on('interview', row.id),
          values: valuesOf(row.values),
        },
      },
    ]
  })
  const ids = new Set(sources.map(({ id }) => id))
  return {
    name: project.name,
    origin: 'Interlinear',
    description: project.description,
    users: people(access, passages, new Set(memos.notes.map(({ userId }) => userId))),
    codes: tree(listCodes(access)).map((branch) => codeOf(branch, (id) => memos.on('code', id))),
    variables: known.map(({ id, name, kind }) => ({
      ...{ id, name, description: '' },
      type: kind === 'number' ? 'Float' : kind === 'date' ? 'Date' : 'Text',
    })),
    cases: sources.map(({ id, name, values }) => ({
      ...{ id: derivedId('case', id), name, description: '', values, sourceIds: [id] },
    })),
    sources,
    notes: memos.notes,
    noteIds: memos.on('project', access.projectId),
    sets: known
      .filter(({ kind }) => kind === 'category')
      .flatMap(({ id, name, categories }) =>
        categories.map((category) => ({
          ...{ id: derivedId('set', id, category), name: `${name}: ${category}`, description: '' },
          ...{ codeIds: [], noteIds: [] },
          sourceIds: rows.filter((row) => ids.has(row.id) && row.values[id] === category).map((row) => row.id),
        })),
      ),
  }
}

/** Those whose codings go out, and coders who cannot sign in: they came with a file. */
function people(
  access: Access,
  passages: ReadonlyMap<string, readonly ExchangeSelection[]>,
  wrote: ReadonlySet<string | null>,
) {
  const coded = new Set([...passages.values()].flat().map(({ userId }) => userId))
  const emails = new Map(
    access.db
      .select({ id: users.id, email: users.email })
      .from(users)
      .all()
      .map((row) => [row.id, row.email ?? '']),
  )
  return coders(access)
    .map(({ id, name }) => ({ id, name, email: emails.get(id) ?? '' }))
    .filter(({ id, email }) => coded.has(id) || wrote.has(id) || email === '')
}

function codeOf({ code, children }: Branch, memosOn: (id: string) => readonly string[]): ExchangeCode {
  return {
    ...{ id: code.id, name: code.name, codable: true, colour: slotHex(code.colour) },
    ...{
      description: describedCode(code),
      noteIds: memosOn(code.id),
      codes: children.map((child) => codeOf(child, memosOn)),
    },
  }
}

function selectionsOf(
  access: Access,
  memosOn: (id: string) => readonly string[],
): ReadonlyMap<string, readonly ExchangeSelection[]> {
  const found = new Map<string, ExchangeSelection[]>()
  const rows = access.db
    .select({
      ...{ id: codings.id, interviewId: interviews.id, codeId: codings.codeId, coderId: codings.coderId },
      ...{ start: codings.start, end: codings.end, comment: codings.comment, at: codings.createdAt },
    })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(visibleTo(access), eq(transcripts.current, true)))
    .orderBy(asc(codings.transcriptId), asc(codings.start), asc(codings.end), asc(codings.id))
    .all()
  for (const { id, interviewId, codeId, coderId, start, end, comment, at } of rows) {
    const own = found.get(interviewId) ?? []
    found.set(interviewId, own)
    const codingsOf = [{ id, codeId, userId: coderId, at, noteIds: memosOn(id) }]
    own.push({
      id: derivedId('selection', id),
      start,
      end,
      comment,
      userId: coderId,
      at,
      codings: codingsOf,
      noteIds: [],
    })
  }
  return found
}
