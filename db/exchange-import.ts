import { eq, sql } from 'drizzle-orm'
import { type Finding, quotedNames } from '@/core/exchange/names'
import { type ExchangeProject, type ExchangeSource, flatCodes } from '@/core/exchange/project'
import { checkedValue } from '@/core/interviews/value'
import type { NewVariable } from '@/core/project-template'
import { fold, tidy } from '@/core/text/fold'
import { languageOf } from '@/core/text/language'
import { findTurns } from '@/core/text/turns'
import { wordOffsets, wordRange } from '@/core/text/words'
import type { Variable, VariableKind } from '@/core/variable'
import { type Access, mustOwn } from './access'
import { record } from './events'
import { bringCodes } from './exchange-codes'
import { incoming } from './exchange-memos'
import { bringUsers } from './exchange-users'
import * as interviewRows from './interviews'
import { codings, interviews, transcripts } from './schema'
import * as variables from './variables'

/** What came of a project that was brought in. `codings` counts those that are new here; `notes` say what could not be kept. */
export type Brought = {
  readonly interviews: readonly {
    readonly id: string
    readonly name: string
    readonly words: number
    readonly turns: number
  }[]
  readonly codes: number
  readonly codings: number
  readonly users: number
  readonly notes: readonly Finding[]
}

/**
 * Brings another program's project into this one, in one transaction and as one event. Codes are found by their id, then by their path, else made;
 * users by their address, then by their name among the members, else they become coders who cannot sign in; an interview of the same name and text
 * gets the codings, any other is new. Throws Forbidden unless the person owns the project.
 */
export function bring(access: Access, project: ExchangeProject): Brought {
  mustOwn(access)
  return access.db.transaction(() => {
    const renamed: string[] = []
    const userOf = bringUsers(access, project)
    const codes = bringCodes(access, project, renamed)
    const { known, setNote } = bringVariables(access, project)
    const valueNotes: string[] = []
    const added = project.sources.map((source) => ({
      source,
      interview: interviewFor(access, source, valuesFor(project, source, known, valueNotes), renamed),
    }))
    const notes: Finding[] = []
    const remember = incoming(access, project, userOf)
    remember(loose(project), 'project', access.projectId)
    for (const { code } of flatCodes(project.codes)) remember(code.noteIds, 'code', codes.idOf(code.id) ?? '')
    for (const { source, interview } of added) remember(source.noteIds, 'interview', interview.id)
    const made = bringCodings(access, project, added, codes.idOf, userOf, notes, remember)
    const brought = { codes: codes.count, codings: made, users: project.users.length }
    record(access, 'project.fill', access.projectId, null, { ...brought, from: project.origin })
    return {
      ...brought,
      interviews: added.map(({ interview }) => interview),
      notes: [
        ...notes,
        ...setNote,
        ...(renamed.length > 0 ? [{ key: 'qdaRenamed' as const, values: { names: quotedNames(renamed) } }] : []),
        ...counted('qdaValuesLeftOut', valueNotes),
        ...leftBehind(project),
      ],
    }
  })
}

function counted(key: Finding['key'], names: readonly string[]): readonly Finding[] {
  return names.length === 0 ? [] : [{ key, values: { count: names.length, names: quotedNames(names) } }]
}

/** Notes that are on the project, or on nothing that has a place here. */
function loose(project: ExchangeProject): readonly string[] {
  const placed = new Set([
    ...flatCodes(project.codes).flatMap(({ code }) => code.noteIds),
    ...project.sources.flatMap(({ noteIds, selections }) => [
      ...noteIds,
      ...selections.filter(({ codings: own }) => own.length > 0).flatMap((one) => one.noteIds),
      ...selections.flatMap((one) => one.codings.flatMap((coding) => coding.noteIds)),
    ]),
  ])
  return project.notes.map(({ id }) => id).filter((id) => !placed.has(id) || project.noteIds.includes(id))
}

/** Descriptions of texts, sets of codes, cases without a text: there is no place for them. */
function leftBehind(project: ExchangeProject): readonly Finding[] {
  const described = project.sources.filter(({ description }) => description !== '')
  const sets = project.sets.filter(({ codeIds }) => codeIds.length > 0)
  const cases = project.cases.filter(({ sourceIds }) => sourceIds.length === 0)
  return [
    ...counted(
      'qdaNotesLeftOut',
      described.map(({ name }) => name),
    ),
    ...counted(
      'qdaSetsLeftOut',
      sets.map(({ name }) => name),
    ),
    ...counted(
      'qdaCasesLeftOut',
      cases.map(({ name, id }) => name || id),
    ),
  ]
}

const KINDS: Readonly<Record<string, VariableKind>> = { Integer: 'number', Float: 'number', Date: 'date' }
const SETS = 'sets'
const CASE = 'case'

type Known = { readonly byName: ReadonlyMap<string, Variable>; readonly names: ReadonlyMap<string, string> }

function bringVariables(access: Access, project: ExchangeProject): { known: Known; setNote: readonly Finding[] } {
  const categories = (name: string) =>
    project.sets.filter((set) => set.name.startsWith(`${name}: `)).map((set) => set.name.slice(name.length + 2))
  const wanted: NewVariable[] = project.variables.map(({ name, type }) => {
    const values = type === 'Text' ? categories(name) : []
    return {
      name: tidy(name) || '?',
      kind: values.length > 0 ? 'category' : (KINDS[type] ?? 'text'),
      categories: values,
    }
  })
  const groups = groupSets(project)
  if (groups.length > 0) wanted.push({ name: SETS, kind: 'text', categories: [] })
  if (project.cases.some((one) => caseName(project, one) !== ''))
    wanted.push({ name: CASE, kind: 'text', categories: [] })
  const all = variables.ensure(access, wanted)
  return {
    known: {
      byName: new Map(all.map((variable) => [fold(variable.name), variable])),
      names: new Map(project.variables.map(({ id, name }) => [id, name])),
    },
    setNote:
      groups.length === 0
        ? []
        : [
            {
              key: 'qdaSetsKept',
              values: { count: groups.length, names: quotedNames(groups.map(({ name }) => name)), variable: SETS },
            },
          ],
  }
}

/** Sets of texts that say more than a value of a variable does. */
function groupSets(project: ExchangeProject): ExchangeProject['sets'] {
  return project.sets.filter(
    (set) => set.sourceIds.length > 0 && !project.variables.some(({ name }) => set.name.startsWith(`${name}: `)),
  )
}

function caseName(project: ExchangeProject, one: ExchangeProject['cases'][number]): string {
  return one.sourceIds.length > 0 &&
    !project.sources.some(({ id, name }) => one.sourceIds.includes(id) && name === one.name)
    ? one.name
    : ''
}

function valuesFor(project: ExchangeProject, source: ExchangeSource, known: Known, unfit: string[]) {
  const cases = project.cases.filter(({ sourceIds }) => sourceIds.includes(source.id))
  const given = new Map<string, string>()
  for (const { variableId, value } of [...source.values, ...cases.flatMap(({ values }) => values)]) {
    const name = known.names.get(variableId)
    if (name !== undefined && !given.has(fold(name))) given.set(fold(name), value)
  }
  const groups = groupSets(project).filter(({ sourceIds }) => sourceIds.includes(source.id))
  if (groups.length > 0) given.set(SETS, groups.map(({ name }) => name).join('; '))
  const named = cases.map((one) => caseName(project, one)).filter((name) => name !== '')
  if (named.length > 0) given.set(CASE, named.join('; '))
  const values: Record<string, string> = {}
  for (const [name, value] of given) {
    const variable = known.byName.get(name)
    if (!variable) continue
    const checked = checkedValue(variable, value)
    if (!checked.ok) unfit.push(`${source.name}, ${variable.name}: ${value}`)
    else if (checked.value !== null) values[variable.id] = checked.value
  }
  return values
}

type Interview = Brought['interviews'][number]

function interviewFor(
  access: Access,
  source: ExchangeSource,
  values: Record<string, string>,
  renamed: string[],
): Interview {
  const wanted = tidy(source.name.replace(/\.(?:txt|docx?|rtf|odt|pdf)$/iu, '')) || '?'
  const there = current(access, wanted)
  if (there && there.text === source.text) return { ...there.interview }
  let name = wanted
  for (let n = 2; current(access, name); n++) name = `${wanted} (${n})`
  if (name !== wanted) renamed.push(name)
  const found = findTurns(source.text)
  const free =
    access.db.select({ id: interviews.id }).from(interviews).where(eq(interviews.id, source.id)).get() === undefined
  const added = interviewRows.add(access, {
    ...(free && isId(source.id) ? { id: source.id } : {}),
    ...{ name, file: source.name, values },
    read: { text: source.text, turns: found.turns, speakers: found.speakers, language: languageOf(source.text) },
  })
  return { id: added.id, name: added.name, words: added.words, turns: added.turns }
}

const isId = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)

function current(access: Access, name: string) {
  const row = access.db
    .select({
      id: interviews.id,
      name: interviews.name,
      text: transcripts.text,
      words: transcripts.words,
      turns: transcripts.turns,
    })
    .from(interviews)
    .innerJoin(transcripts, eq(transcripts.interviewId, interviews.id))
    .where(
      sql`${interviews.projectId} = ${access.projectId} and ${interviews.nameKey} = ${fold(name)} and ${transcripts.current} = 1`,
    )
    .get()
  return row && { text: row.text, interview: { id: row.id, name: row.name, words: row.words, turns: row.turns.length } }
}

function bringCodings(
  access: Access,
  project: ExchangeProject,
  added: readonly { readonly source: ExchangeSource; readonly interview: Interview }[],
  codeOf: (id: string) => string | null,
  userOf: (id: string | null) => string,
  notes: Finding[],
  remember: ReturnType<typeof incoming>,
): number {
  const p = sql.placeholder
  const row = {
    ...{ id: p('id'), transcriptId: p('transcriptId'), codeId: p('codeId'), coderId: p('coderId'), start: p('start') },
    ...{ end: p('end'), quote: p('quote'), wordStart: p('wordStart'), wordEnd: p('wordEnd'), comment: p('comment') },
    ...{ weight: null, createdAt: p('at'), updatedAt: p('at') },
  }
  const insert = access.db.insert(codings).values(row).onConflictDoNothing().prepare()
  const taken = access.db
    .select({ id: codings.id })
    .from(codings)
    .where(eq(codings.id, p('id')))
    .prepare()
  const said = new Map(project.notes.map(({ id, text }) => [id, text]))
  const now = Date.now()
  let made = 0
  let same = 0
  for (const { source, interview } of added) {
    const text = transcriptOf(access, interview.id)
    const words = wordOffsets(source.text)
    let empty = 0
    const remarks: string[] = []
    const everywhere = {
      start: 0,
      end: source.text.length,
      comment: '',
      noteIds: [],
      codings: source.codings,
      at: source.at,
    }
    for (const selection of [...source.selections, everywhere]) {
      const { start, end } = selection
      if (selection.codings.length === 0 && (selection.comment !== '' || selection.noteIds.length > 0))
        remarks.push(selection.comment || (said.get(selection.noteIds[0] ?? '') ?? ''))
      for (const coding of selection.codings) {
        const codeId = codeOf(coding.codeId)
        if (codeId === null) continue
        if (start >= end) {
          empty++
          continue
        }
        const { from, to } = wordRange(words, start, end)
        const memos = selection.noteIds.map((id) => said.get(id) ?? '')
        const id = isId(coding.id) && !taken.get({ id: coding.id }) ? coding.id : crypto.randomUUID()
        const done = insert.run({
          ...{ id, transcriptId: text, codeId, coderId: userOf(coding.userId), start, end },
          ...{
            quote: source.text.slice(start, end),
            wordStart: from,
            wordEnd: to,
            at: coding.at ?? selection.at ?? now,
          },
          comment: [...new Set([selection.comment, ...memos])].filter((one) => one !== '').join('\n\n'),
        })
        if (done.changes === 0) same++
        else {
          made++
          remember(coding.noteIds, 'coding', id)
        }
      }
    }
    if (empty > 0) notes.push({ key: 'qdaEmptyPassages', values: { source: source.name, count: empty } })
    if (remarks.length > 0)
      notes.push({
        key: 'qdaRemarksLeftOut',
        values: { source: source.name, count: remarks.length, names: quotedNames(remarks) },
      })
  }
  if (same > 0) notes.push({ key: 'qdaSameCodings', values: { count: same } })
  return made
}

function transcriptOf(access: Access, interviewId: string): string {
  const row = access.db
    .select({ id: transcripts.id })
    .from(transcripts)
    .where(sql`${transcripts.interviewId} = ${interviewId} and ${transcripts.current} = 1`)
    .get()
  return row?.id ?? ''
}
