import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import en from '@/messages/en.json'
import ru from '@/messages/ru.json'
import { csvExporter } from '../csv/write'
import { codebookDocxExporter } from '../docx/codebook'
import { xlsxExporter } from '../xlsx/write'
import { readCodebook } from '.'
import { fieldOf } from './columns'

const utf8 = (text: string) => strToU8(text)
const paths = async (name: string, bytes: Uint8Array) => {
  const reading = await readCodebook(name, bytes)
  return 'refused' in reading ? reading.refused.key : reading.value.map(({ path }) => path.join(' | '))
}
const refusedAs = async (name: string, bytes: Uint8Array) => {
  const reading = await readCodebook(name, bytes)
  return 'refused' in reading ? reading.refused : null
}

test('the headings that we write ourselves are known in both languages', () => {
  for (const { codebook: t } of [en, ru]) {
    const fields = ['path', 'name', 'definition', 'include', 'exclude', 'example', 'aliases'] as const
    for (const field of fields) expect(fieldOf(t[field])).toBe(field)
    expect(fieldOf(t.printedUse)).toBe('use')
  }
})

test('a table that was written reads back, with slashes in names, line breaks and the notice left out', async () => {
  const columns = [en.codebook.path, en.codebook.name, en.codebook.definition, en.codebook.aliases, 'Codings']
  const rows = [
    ['trade', 'trade', 'Goods,\n"so to say"', 'handel; торговля', 3],
    ['trade/import/export', 'import/export', '', '', 0],
    ['trade/import/export/milk', 'milk', 'Milk', '', 1],
    ['This study is composed.', null, null, null, null],
  ]
  const table = { name: 'Codebook', columns, rows }
  for (const [name, bytes] of [
    ['codebook.csv', (await csvExporter.write(table)).bytes],
    ['codebook.xlsx', (await xlsxExporter.write([table])).bytes],
  ] as const) {
    const reading = await readCodebook(name, bytes)
    expect(reading).toMatchObject({
      value: [
        { path: ['trade'], definition: 'Goods,\n"so to say"', aliases: ['handel', 'торговля'] },
        { path: ['trade', 'import/export'] },
        { path: ['trade', 'import/export', 'milk'], definition: 'Milk' },
      ],
      notes: [{ key: 'codebookRowsLeft', values: { count: 1 } }],
    })
  }
})

test('a printed codebook reads back to nine levels, its examples from the data left out', async () => {
  const names = Array.from({ length: 9 }, (_, depth) => `level ${depth}`)
  const { bytes } = await codebookDocxExporter.write({
    ...{ title: 'Study – Codebook', subtitle: ['today'], notice: 'Composed.', language: 'ru-RU' },
    codes: [
      ...names.map((name, depth) => ({ name, depth, fields: [], quotes: [] })),
      {
        ...{ name: 'молочные войны', depth: 1 },
        fields: [
          { label: 'Определение', text: 'Запреты: молоко\nи сыр' },
          { label: 'Не включать', text: 'мясо' },
          { label: 'Другие слова', text: 'milk wars, молоко' },
          { label: 'Кодирований', text: '12' },
        ],
        quotes: [{ text: 'Include: this is a quote.', reference: 'rb-01' }],
      },
    ],
  })
  expect(await readCodebook('codebook.docx', bytes)).toEqual({
    value: [
      ...names.map((_, depth) => ({ path: names.slice(0, depth + 1), aliases: [] })),
      {
        ...{ path: ['level 0', 'молочные войны'], definition: 'Запреты: молоко\nи сыр', exclude: 'мясо' },
        aliases: ['milk wars', 'молоко'],
      },
    ].map((code) => ({ definition: undefined, include: undefined, exclude: undefined, example: undefined, ...code })),
    notes: [{ key: 'codebookQuotesLeft', values: { count: 2 } }],
  })
})

test('headings of a Russian Word, and a table in a document without headings, are read', async () => {
  const { bytes } = await codebookDocxExporter.write({
    ...{ title: 'T', subtitle: [], notice: null, language: 'ru-RU' },
    codes: [{ name: 'x', depth: 0, fields: [], quotes: [] }],
  })
  const parts = unzipSync(bytes)
  const body = (xml: string, styles: string) => {
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    return zipSync({
      ...parts,
      'word/document.xml': strToU8(document.replace(/<w:body>.*<\/w:body>/su, `<w:body>${xml}</w:body>`)),
      'word/styles.xml': strToU8(
        `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles}</w:styles>`,
      ),
    })
  }
  const p = (style: string, text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const styled =
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="2a"><w:name w:val="Мой"/><w:basedOn w:val="2"/></w:style>' +
    '<w:style w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
  const headings = body(p('1', 'торговля') + p('2a', 'молоко') + p('x', 'О молоке.') + p('x', 'И ещё.'), styled)
  expect(await readCodebook('a.docx', headings)).toMatchObject({
    value: [{ path: ['торговля'] }, { path: ['торговля', 'молоко'], definition: 'О молоке.\nИ ещё.' }],
  })
  const cell = (text: string) => `<w:tc>${p('x', text)}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
  const table = body(`<w:tbl>${row('Name', 'Description')}${row('milk', 'About milk')}</w:tbl>`, styled)
  expect(await readCodebook('nvivo.docx', table)).toMatchObject({
    value: [{ path: ['milk'], definition: 'About milk' }],
  })
  expect(await paths('none.docx', body(p('x', 'Only words'), styled))).toBe('codebookNoHeadings')
})

test('tables of other shapes: parents by name in any order, paths with other signs, a column for each level, names alone', async () => {
  expect(
    await paths('a.csv', utf8('Code;Parent code;Memo\nmilk;trade;\ntrade;;x\nsour;milk;\nlaw;Rights/State;')),
  ).toEqual([...['trade | milk', 'trade', 'trade | milk | sour', 'Rights | State | law']])
  expect(await paths('a.csv', utf8('Code path,Comment\nCodes\\trade\\milk,\ntrade > law,x'))).toEqual([
    ...['Codes | trade | milk', 'trade | law'],
  ])
  expect(await paths('a.csv', utf8('Level 1,Level 2,Level 3\ntrade,,\n,milk,\n,,sour\nlaw,courts,'))).toEqual([
    ...['trade', 'trade | milk', 'trade | milk | sour', 'law | courts'],
  ])
  expect(await paths('tags.csv', utf8('tag,description,number of highlights\nmilk/meat,,3'))).toEqual(['milk/meat'])
})

test('what cannot be a codebook is refused, naming the file and the place', async () => {
  expect(await refusedAs('a.csv', utf8('x,y\n1,2'))).toEqual({
    ...{ key: 'codebookNoNames', values: { file: 'a.csv', columns: 'x, y' } },
  })
  expect(await refusedAs('a.csv', utf8('name,parent\na,b\nb,a'))).toEqual({
    ...{ key: 'codebookCircle', values: { file: 'a.csv', row: 2 } },
  })
  expect((await refusedAs('a.csv', utf8(`name\n${'x'.repeat(201)}`)))?.key).toBe('codebookNameLong')
  expect((await refusedAs('a.csv', utf8(`name,definition\nmilk,${'x'.repeat(20_001)}`)))?.values.code).toBe('milk')
  expect((await refusedAs('a.csv', utf8('path,name\nx,\n')))?.key).toBe('codebookEmpty')
  expect((await refusedAs('a.docx', utf8('no zip')))?.key).toBe('docxNoZip')
  expect((await refusedAs('a.pdf', utf8('%PDF')))?.key).toBe('codebookKind')
  expect((await refusedAs('a.qdc', utf8('<x/>')))?.key).toBe('qdaNoCodebook')
  expect((await refusedAs('a.xlsx', new Uint8Array()))?.key).toBe('fileEmpty')
})
