import { type ExchangeProject, type ExchangeSource, flatCodes } from './project'

/** A turn of a text for the tables: [start, end) UTF-16 offsets, who speaks ('' for nobody) in which role, and when in seconds. */
export type TableTurn = {
  readonly start: number
  readonly end: number
  readonly speaker: string
  readonly role: string
  readonly time: number | null
}

/** A table with what each of its columns means. */
export type DataTable = {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly meaning: string }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/**
 * A project as tables for statistics: interviews, turns, codes, codings (one row each), codings_wide (one row an interview, a column a code: how many
 * codings) and a dictionary of all columns. Offsets are in Unicode code points from 0, half-open, as substring of R's stringi and slices of Python count.
 * With a `notice`, as that the sample study is composed, every table has a last column that says it in every row.
 */
export function dataTables(
  project: ExchangeProject,
  turns: ReadonlyMap<string, readonly TableTurn[]>,
  notice: string | null = null,
): readonly DataTable[] {
  const codes = flatCodes(project.codes)
  const paths = new Map<string, string>()
  for (const { code, parent } of codes)
    paths.set(code.id, parent ? `${paths.get(parent.id) ?? ''}/${code.name}` : code.name)
  const coders = new Map(project.users.map(({ id, name }) => [id, name]))
  const tables = [
    interviewTable(project),
    turnTable(project, turns),
    {
      name: 'codes',
      columns: columns([
        ['code_id', 'Id of the code'],
        ['path', 'Names from the top of the codebook to the code, with / between them'],
        ['name', 'Name of the code'],
        ['parent_id', 'Id of the code above it; empty at the top'],
        ['colour', 'Colour as #rrggbb'],
        ['definition', 'Definition with what to include, to exclude, and an example'],
      ]),
      rows: codes.map(({ code, parent }) => [
        ...[code.id, paths.get(code.id) ?? '', code.name, parent?.id ?? null, code.colour, code.description],
      ]),
    },
    codingTable(project, paths, coders),
    wideTable(project, paths),
  ].map((table) => (notice === null ? table : noticed(table, notice)))
  return [
    ...tables,
    {
      name: 'dictionary',
      columns: columns([
        ['table', 'Name of the file'],
        ['column', 'Name of the column'],
        ['meaning', 'What stands in it'],
      ]),
      rows: tables.flatMap((table) => table.columns.map(({ name, meaning }) => [table.name, name, meaning])),
    },
  ]
}

/** A table that says in a last column of every row what must not be missed, wherever the row may get to. */
function noticed(table: DataTable, notice: string): DataTable {
  return {
    ...table,
    columns: [...table.columns, { name: 'notice', meaning: notice }],
    rows: table.rows.map((row) => [...row, notice]),
  }
}

const columns = (given: readonly (readonly [string, string])[]) => given.map(([name, meaning]) => ({ name, meaning }))

function interviewTable(project: ExchangeProject): DataTable {
  return {
    name: 'interviews',
    columns: columns([
      ['interview_id', 'Id of the interview'],
      ['interview', 'Name of the interview'],
      ['characters', 'Length of the text in Unicode code points'],
      ...project.variables.map(({ name, type }) => [name, `Variable of the project (${type})`] as const),
    ]),
    rows: project.sources.map((source) => {
      const values = new Map(source.values.map(({ variableId, value }) => [variableId, value]))
      const cells = project.variables.map(({ id, type }) => {
        const value = values.get(id)
        return value === undefined ? null : type === 'Float' || type === 'Integer' ? Number(value) : value
      })
      return [source.id, source.name, [...source.text].length, ...cells]
    }),
  }
}

function turnTable(project: ExchangeProject, turns: ReadonlyMap<string, readonly TableTurn[]>): DataTable {
  return {
    name: 'turns',
    columns: columns([
      ['interview_id', 'Id of the interview'],
      ['turn', 'Number of the turn in the interview, from 1'],
      ['start', 'Where the turn begins: Unicode code points from 0'],
      ['end', 'Where it ends: Unicode code points, not included'],
      ['speaker', 'Who speaks, as the transcript calls them; empty for nobody'],
      ['role', 'interviewer, respondent or other; empty for nobody'],
      ['time', 'Seconds from the beginning of the recording; empty when not told'],
      ['text', 'The words of the turn, with the label of the speaker'],
    ]),
    rows: project.sources.flatMap((source) => {
      const at = codePoints(source.text)
      return (turns.get(source.id) ?? []).map(({ start, end, speaker, role, time }, i) => [
        ...[source.id, i + 1, at(start), at(end), speaker, role, time, source.text.slice(start, end)],
      ])
    }),
  }
}

function codingTable(
  project: ExchangeProject,
  paths: ReadonlyMap<string, string>,
  coders: ReadonlyMap<string, string>,
): DataTable {
  return {
    name: 'codings',
    columns: columns([
      ['coding_id', 'Id of the coding'],
      ['interview_id', 'Id of the interview'],
      ['interview', 'Name of the interview'],
      ['code_id', 'Id of the code'],
      ['code', 'Path of the code'],
      ['coder_id', 'Id of the coder'],
      ['coder', 'Name of the coder'],
      ['start', 'Where the passage begins: Unicode code points from 0'],
      ['end', 'Where it ends: Unicode code points, not included'],
      ['quote', 'The words of the passage'],
      ['comment', 'What the coder wrote about it'],
      ['created', 'When it was coded (UTC)'],
    ]),
    rows: project.sources.flatMap((source) => {
      const at = codePoints(source.text)
      return source.selections.flatMap(({ start, end, comment, codings }) =>
        codings.map((coding) => [
          ...[coding.id, source.id, source.name, coding.codeId, paths.get(coding.codeId) ?? '', coding.userId],
          ...[coders.get(coding.userId ?? '') ?? '', at(start), at(end), source.text.slice(start, end), comment],
          coding.at === null ? null : new Date(coding.at).toISOString(),
        ]),
      )
    }),
  }
}

function wideTable(project: ExchangeProject, paths: ReadonlyMap<string, string>): DataTable {
  const codes = [...paths]
  return {
    name: 'codings_wide',
    columns: columns([
      ['interview_id', 'Id of the interview'],
      ['interview', 'Name of the interview'],
      ...codes.map(
        ([, path]) => [path, 'How many codings with exactly this code the interview has, of all coders'] as const,
      ),
    ]),
    rows: project.sources.map((source) => {
      const counts = new Map<string, number>()
      for (const { codings } of source.selections)
        for (const { codeId } of codings) counts.set(codeId, (counts.get(codeId) ?? 0) + 1)
      return [source.id, source.name, ...codes.map(([id]) => counts.get(id) ?? 0)]
    }),
  }
}

/** From UTF-16 offsets to code points; asked in any order. */
function codePoints(text: ExchangeSource['text']): (offset: number) => number {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) >> 10 === 0x36 && text.charCodeAt(i + 1) >> 10 === 0x37) pairs.push(i++)
  return (offset) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? 0) + 1 < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}
