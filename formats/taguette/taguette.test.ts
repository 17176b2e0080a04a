import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { flatCodes } from '@/core/exchange/project'
import { taguette } from './index'

function projectFile(html: string, highlights: readonly (readonly [number, number])[]): Uint8Array {
  const db = new Database(':memory:')
  db.exec(`
    create table projects (id integer primary key, name text, description text);
    create table documents (id integer primary key, name text, description text, project_id integer, contents text);
    create table highlights (id integer primary key, document_id integer, start_offset integer, end_offset integer, snippet text);
    create table tags (id integer primary key, project_id integer, path text, description text);
    create table highlight_tags (highlight_id integer, tag_id integer);
    insert into projects values (1, 'Молоко', 'd');
    insert into tags values (1, 1, 'trade', ''), (2, 1, 'trade.milk', 'wars'), (3, 1, 'other.thing', '');
  `)
  db.prepare('insert into documents values (1, ?, ?, 1, ?)').run('Int 1', '', html)
  highlights.forEach(([start, end], i) => {
    db.prepare('insert into highlights values (?, 1, ?, ?, ?)').run(i + 1, start, end, '')
    db.prepare('insert into highlight_tags values (?, 2)').run(i + 1)
  })
  return new Uint8Array(db.serialize())
}

test('highlights lie in bytes of the text without tags; blocks become lines', async () => {
  // «Да 😀» is 2·2 + 1 + 4 bytes; the next paragraph follows without a byte between.
  const bytes = projectFile('<p>Да 😀</p><p>x &amp; <b>молоко</b></p>', [
    [5, 9],
    [13, 25],
  ])
  const reading = await taguette.read('a.sqlite3', bytes, undefined)
  if ('refused' in reading) throw new Error(reading.refused.key)
  const [source] = reading.value.sources
  expect(source?.text).toBe('Да 😀\nx & молоко\n')
  expect(source?.selections.map(({ start, end }) => source.text.slice(start, end))).toEqual(['😀', 'молоко'])
  expect(flatCodes(reading.value.codes).map(({ code, parent }) => [parent?.name, code.name])).toEqual([
    [undefined, 'other.thing'],
    [undefined, 'trade'],
    ['trade', 'milk'],
  ])
})

test('what is no project of Taguette is refused, whole or broken', async () => {
  const good = projectFile('<p>a</p>', [[0, 1]])
  const refused = async (bytes: Uint8Array) => {
    const reading = await taguette.read('a.sqlite3', bytes, undefined)
    return 'refused' in reading ? reading.refused.key : null
  }
  expect(await refused(new TextEncoder().encode('no database'))).toBe('taguetteDamaged')
  expect(await refused(new Uint8Array(new Database(':memory:').serialize()))).toBe('taguetteDamaged')
  for (let cut = 200; cut < good.length; cut += 1500)
    expect(['taguetteDamaged', null]).toContain(await refused(good.slice(0, cut)))
})
