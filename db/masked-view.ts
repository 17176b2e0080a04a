import type { Database } from 'better-sqlite3'

/** Tables that tell nothing of a project's texts, or that the house needs as they are: people, doors, who is a member, where one stopped reading. */
const asTheyAre = new Set(['users', 'invitations', 'sign_in_failures', 'members', 'reading_places'])
/** The masking itself: whoever reads masked has none of it. */
const secret = new Set(['masking', 'masked_names', 'name_marks', 'allowed_names', 'masked_texts', 'consent_marks'])
/** Columns of text that hold a word of the program, not of a person. */
const words = new Set([
  'id',
  'kind',
  'role',
  'state',
  'verdict',
  'language',
  'level',
  'subject',
  'due',
  'interviewer_words',
  'subject_id',
  'target_id',
])

/** Stored words that nobody is shown, by which places in them are found again in what is shown: masked they would lead astray. */
const carrying = new Set(['quote_items.words', 'quote_items.translation_words'])

type Column = { readonly name: string; readonly type: string; readonly pk: number }

/** How the columns of a table are shown and stored. `ctx` is the number of the view in SQL, `m` its row of marks. */
type Shown = { readonly select: string; readonly insert: string }

/**
 * A set of views: the number by which its functions find their marks, of what tables they are, which of them hold places in texts, and which
 * are called like a column.
 */
export type Views = {
  readonly ctx: number
  readonly tables: ReadonlySet<string>
  readonly placed: ReadonlySet<string>
  readonly ambiguous: ReadonlySet<string>
}

/** The name of the view of a table. */
export function viewName(ctx: number, table: string): string {
  return `masked_${ctx}_${table}`
}

/**
 * Makes, for one connection, a view of every table that hangs on a project, in which all words of people pass `mask_words` and all places in transcripts are those
 * of the masked texts; what is written to a view is laid back on the stored text. A table that is added to the schema has its view without being
 * named here: a column of text is masked unless it is a key. `masks` is the SQL of the rows (id, transcript_id) that stand for transcripts; with
 * `consent` what may not go out is left out.
 */
export function makeViews(client: Database, ctx: number, masks: string, consent: boolean): Views {
  const tables = client
    .prepare<[], { name: string }>(
      "select name from main.sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !asTheyAre.has(name))
  client.exec(`create temp view ${viewName(ctx, 'masks')} as ${masks}`)
  const placed = new Set<string>()
  const named = new Set<string>()
  for (const table of tables) {
    const columns = client
      .prepare<[string], Column>('select name, lower(type) as type, pk from pragma_table_info(?)')
      .all(table)
    const keys = new Set(
      client
        .prepare<[string], { from: string }>('select "from" from pragma_foreign_key_list(?)')
        .all(table)
        .map((key) => key.from),
    )
    const names = columns.map(({ name }) => name)
    for (const name of names) named.add(name)
    const view = viewName(ctx, table)
    if (secret.has(table)) {
      client.exec(`create temp view ${view} as select * from main."${table}" where 0`)
      continue
    }
    const inText = names.includes('transcript_id') || table === 'memo_links'
    if (inText) placed.add(table)
    const shown = new Map(columns.map((column) => [column.name, shownOf(ctx, table, column, keys, inText)]))
    const listed = columns.map(({ name }) => `${shown.get(name)?.select} as "${name}"`).join(', ')
    client.exec(
      `create temp view ${view} as select t.rowid as rowid, ${listed} from main."${table}" t ${joinOf(ctx, table, inText, consent)}`,
    )
    if (table === 'transcripts') continue
    makeTriggers(client, { table, view, columns, shown, inText })
  }
  return { ctx, tables: new Set(tables), placed, ambiguous: new Set(tables.filter((one) => named.has(one))) }
}

function joinOf(ctx: number, table: string, inText: boolean, consent: boolean): string {
  const masks = viewName(ctx, 'masks')
  if (table === 'transcripts') return `join ${masks} m on m.transcript_id = t.id`
  // Who masks and what they mask is told by names; the places of it are told by the same events.
  if (table === 'events')
    return "where t.kind not like 'name.%' and t.kind not like 'mark.%' and t.kind not like 'masking.%' and t.kind not like 'consent.%'"
  if (table === 'memo_links') return `left join ${masks} m on t.kind = 'passage' and m.transcript_id = t.target_id`
  if (!inText) return ''
  const told = consent
    ? ` where mask_gone(${ctx}, m.id, t.start, t."end", ${table === 'translations' ? 1 : 0}) = 0`
    : ''
  return `join ${masks} m on m.transcript_id = t.transcript_id${told}`
}

function shownOf(
  ctx: number,
  table: string,
  { name, type, pk }: Column,
  keys: ReadonlySet<string>,
  inText: boolean,
): Shown {
  const plain = { select: `t."${name}"`, insert: `NEW."${name}"` }
  if (table === 'transcripts') {
    if (name === 'id') return { ...plain, select: 'm.id' }
    if (name === 'text') return { ...plain, select: `mask_text(${ctx}, m.id, t.text)` }
    if (name === 'turns') return { ...plain, select: `mask_turns(${ctx}, m.id, t.turns)` }
    if (name === 'length') return { ...plain, select: `cast(mask_at(${ctx}, m.id, t.length, 'end') as integer)` }
    return plain
  }
  if (inText) {
    const id = table === 'memo_links' ? 'target_id' : 'transcript_id'
    const raw = `(select transcript_id from ${viewName(ctx, 'masks')} where id = NEW.${id})`
    // The bare id where it can be, so that joins find rows by it.
    const shown = table === 'memo_links' ? `coalesce(m.id, t.${id})` : 'm.id'
    if (name === id) return { select: shown, insert: `coalesce(${raw}, NEW.${id})` }
    if (name === 'start' || name === 'end')
      return {
        select: `coalesce(cast(mask_at(${ctx}, m.id, t."${name}", '${name}') as integer), t."${name}")`,
        insert: `coalesce(mask_stored(${ctx}, NEW.${id}, NEW."${name}", '${name}'), NEW."${name}")`,
      }
    if (name === 'quote') return { select: `mask_quote(${ctx}, m.id, t.start, t.quote)`, insert: "''" }
    if (name === 'comment')
      return { select: `mask_comment(${ctx}, m.id, t.start, t."end", t.comment)`, insert: 'NEW.comment' }
  }
  // What cannot be looked into is not shown.
  if (type === 'blob') return { ...plain, select: 'null' }
  if (carrying.has(`${table}.${name}`)) return plain
  if (type !== 'text' || pk > 0 || keys.has(name) || words.has(name) || name.endsWith('_id')) return plain
  if (name.endsWith('_key')) return { ...plain, select: `mask_key(${ctx}, t."${name}")` }
  return { ...plain, select: `mask_words(${ctx}, t."${name}")` }
}

type Made = {
  readonly table: string
  readonly view: string
  readonly columns: readonly Column[]
  readonly shown: ReadonlyMap<string, Shown>
  readonly inText: boolean
}

function makeTriggers(client: Database, { table, view, columns, shown, inText }: Made): void {
  const names = columns.map(({ name }) => name)
  const pk = columns.filter((column) => column.pk > 0).map(({ name }) => name)
  const same = pk.map((name) => `"${name}" is OLD."${name}"`).join(' and ')
  // What is cut from the text is cut anew, from the stored one: quote and words.
  const id = pk.map((name) => `"${table}"."${name}" is NEW."${name}"`).join(' and ')
  const cuts = [
    ...(names.includes('quote') ? [`quote = mask_cut(x.text, "${table}".start, "${table}"."end")`] : []),
    ...(names.includes('word_start')
      ? [`word_start = mask_word(x.text, "${table}".start), word_end = mask_word(x.text, "${table}"."end")`]
      : []),
  ].join(', ')
  const cut =
    inText && cuts !== ''
      ? `update "${table}" set ${cuts} from (select id, text from transcripts) x where x.id = "${table}".transcript_id and ${id}`
      : ''
  if (inText)
    client.exec(`create temp trigger ${view}_insert instead of insert on ${view} begin
      insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((name) => shown.get(name)?.insert).join(', ')});
      ${cut === '' ? '' : `${cut};`} end`)
  const place = inText ? (table === 'memo_links' ? 'target_id' : 'transcript_id') : null
  const moved = place === null ? '0' : `NEW.${place} is not OLD.${place}`
  // What the person did not change stays as it is stored, names and all.
  const sets = names
    .filter((name) => name !== 'quote' && name !== 'word_start' && name !== 'word_end')
    .map((name) => {
      const kept =
        name === 'start' || name === 'end'
          ? `NEW."${name}" is OLD."${name}" and not (${moved})`
          : `NEW."${name}" is OLD."${name}"`
      return `"${name}" = case when ${kept} then "${name}" else ${shown.get(name)?.insert} end`
    })
  const again = cut === '' ? '' : `${cut} and (${moved} or NEW.start is not OLD.start or NEW."end" is not OLD."end");`
  client.exec(`create temp trigger ${view}_update instead of update on ${view} begin
    update "${table}" set ${sets.join(', ')} where ${same};
    ${again} end`)
  client.exec(`create temp trigger ${view}_delete instead of delete on ${view} begin
    delete from "${table}" where ${same}; end`)
}

/**
 * An SQL statement with the tables of a project replaced by their views; strings stay. A name that is a column's, too, is taken for the table where it is followed by a
 * full stop or stands where tables are named. Inserts go to the table itself where it holds no place in a text, since a view knows neither defaults
 * nor conflicts.
 */
export function rewritten(sql: string, { ctx, tables, placed, ambiguous }: Views): string {
  const target = /^\s*insert\s+(?:or\s+\w+\s+)?into\s+"?([a-z_]+)"?/iu.exec(sql)
  const straight =
    target?.[1] !== undefined && tables.has(target[1]) && !secret.has(target[1]) && !placed.has(target[1])
  const head = straight ? target[0] : ''
  const rest = sql.slice(head.length)
  const replaced = rest.replace(
    /'(?:[^']|'')*'|"([a-z_]+)"|\b([a-z_]+)\b/gu,
    (all: string, quoted: string | undefined, bare: string | undefined, at: number) => {
      const name = quoted ?? bare ?? ''
      if (!tables.has(name) || (straight && name === target[1])) return all
      const column =
        rest.charAt(at + all.length) !== '.' && !/\b(?:from|join|into|update)\s+$/iu.test(rest.slice(0, at))
      return ambiguous.has(name) && column ? all : `"${viewName(ctx, name)}"`
    },
  )
  return head + replaced
}
