import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readTranscript } from './index'
import { readZip } from './zip/read'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = ['../shared', '../../shared'].map((up) => join(root, up, 'fixtures/transcripts')).find(existsSync)
if (folder === undefined)
  console.info(
    'The real transcripts are not beside this checkout (../shared or ../../shared): their tests are skipped.',
  )

/** What a person who reads the files finds in them: speakers (as many of them as speak regularly), at least so many turns of theirs, language. */
const EXPECTED: Readonly<
  Record<string, { readonly speakers: readonly string[]; readonly turns: number; readonly encoding?: string }>
> = {
  'ca-pcat-0101-17012018.docx': {
    speakers: [
      'El president de la Mesa d’Edat (Ernest Maragall i Mira)',
      'Inés Arrimadas García',
      'Santi Rodríguez i Serra',
      'El secretari general (Xavier Muro i Bas)',
    ],
    turns: 17,
  },
  'en-btc-cali2016.txt': { speakers: ['Q'], turns: 8 },
  'en-btc-checking-bitcoin-balances-pr.docx': {
    speakers: ['Max Hillebrand', 'Samir Menon', 'Audience 1', 'Jumar Macato', 'Adam Ficsor'],
    turns: 202,
  },
  'en-btc-michael-flaxman.txt': { speakers: ['Stephan Livera (SL)', 'Michael Flaxman (MF)'], turns: 90 },
  'en-changelog-brainscience.txt': { speakers: ['Mireille B. Reece, Psy.D', 'Adam Stacoviak'], turns: 100 },
  'en-changelog-gotime.txt': {
    speakers: ['Mat Ryer', 'Johnny Boursiquot', 'Jerod Santo', 'Paul Smith', 'Break'],
    turns: 200,
  },
  'en-changelog-podcast.txt': { speakers: ['Adam Stacoviak', 'Break', 'Jerod Santo', 'Chris Lamb'], turns: 170 },
  'en-changelog-shipit.txt': { speakers: ['Justin Garrison', 'Autumn Nash', 'Dave Eddy', 'Break'], turns: 220 },
  'en-conduit-10.txt': { speakers: [], turns: 0 },
  'en-footnotes-a.docx': {
    speakers: ['Michael Folkson (MF)', 'Tim Ruffing (TR)', 'Elizabeth Crites (EC)', 'Nigel Sharp (NS)', 'Grant (G)'],
    turns: 190,
  },
  'en-nasa-ma6.txt': { speakers: ['CC', 'P', 'CT'], turns: 1740 },
  'en-nasa-mr4.txt': { speakers: ['BELL 7', 'CC', 'STONY', 'HUNTCLUB 1'], turns: 198 },
  'en-review-p4r2.txt': { speakers: ['I', 'P4'], turns: 18 },
  'en-review-p7r2.txt': { speakers: ['I', 'P7'], turns: 14 },
  'en-shef-ana.docx': { speakers: ['Researcher 1', 'Ana'], turns: 246 },
  'en-shef-david.docx': { speakers: ['Researcher 1', 'David'], turns: 74 },
  'en-shef-kelly.docx': { speakers: ['Researcher 1', 'Kelly'], turns: 142 },
  'en-shef-michelle.txt': { speakers: ['Researcher 1', 'Michelle'], turns: 128 },
  'en-shef-peter.docx': { speakers: ['Researcher 1', 'Peter'], turns: 98 },
  'en-shef-sam-tracked.docx': { speakers: ['Researcher 1', 'Sam'], turns: 80 },
  'en-shef-sam.docx': { speakers: ['Researcher 1', 'Sam'], turns: 84 },
  'en-softhyphen-emoji.txt': { speakers: ['Stephan Livera', 'Jeremy Rubin'], turns: 21 },
  'en-table-boats1.docx': { speakers: ['T', 'Meredith', 'SS', 'Erik', 'Michael', 'Mark'], turns: 200 },
  'en-talkpython-1.txt': { speakers: [], turns: 0 },
  'en-talkpython-3.txt': { speakers: [], turns: 0 },
  'ja-lisp-sjis.txt': { speakers: [], turns: 0, encoding: 'Shift_JIS' },
  'ru-aj.docx': { speakers: ['Алекс Джонс (А.Дж.)', 'Ричард Столмен (Р.С.)'], turns: 60 },
  'ru-byte-cp1251.txt': { speakers: ['BYTE', 'Столмен'], turns: 60, encoding: 'windows-1251' },
  'ru-edinburgh-utf16le.txt': { speakers: [], turns: 0, encoding: 'UTF-16LE' },
  'ru-luispo-utf8-bom-crlf.txt': { speakers: [], turns: 0 },
  'zh-btc.txt': { speakers: [], turns: 0 },
}

const words = (text: string) => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of a file taken another way than the one under test: all text elements of the main part, or the bytes decoded by the known encoding. */
function independentWords(file: string, bytes: Uint8Array): readonly string[] {
  if (file.endsWith('.txt')) {
    return words(
      iconv.decode(
        Buffer.from(bytes),
        EXPECTED[file]?.encoding === 'Shift_JIS' ? 'cp932' : (EXPECTED[file]?.encoding ?? 'utf8'),
      ),
    )
  }
  const xml = new TextDecoder().decode(readZip(bytes).part('word/document.xml') ?? new Uint8Array())
  const kept = xml.replace(/<w:delText[^>]*>[^<]*<\/w:delText>|<w:instrText[^>]*>[^<]*<\/w:instrText>/gu, '')
  const plain = kept
    .replace(/<\/w:p>|<w:br\/?>|<w:tab\/>/gu, '\n')
    .replace(/<w:footnoteReference[^>]*>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }
  return words(plain.replace(/&(lt|gt|amp|apos|quot);/gu, (_, name: string) => entities[name] ?? ''))
}

describe.skipIf(folder === undefined)('the real transcripts', () => {
  const files = folder === undefined ? [] : readdirSync(folder).filter((file) => /\.(?:txt|docx)$/u.test(file))

  test('are all known to this test', () => {
    expect(files.filter((file) => EXPECTED[file] === undefined)).toEqual([])
  })

  test.each(files)('%s is read whole, with its speakers', async (file) => {
    const bytes = new Uint8Array(readFileSync(join(folder ?? '', file)))
    const reading = await readTranscript(file, bytes)
    if ('refused' in reading) throw new Error(reading.refused.key)
    const { text, turns, speakers, encoding, language } = reading.value
    const footnotes = text.indexOf('\n\n[1] ')
    const body =
      footnotes < 0
        ? text
        : text.slice(0, footnotes).replace(/\[\d+\]/gu, (mark) => (file.includes('footnotes') ? ' ' : mark))
    expect(words(body).join(' ')).toBe(independentWords(file, bytes).join(' '))
    expect(text).toBe(text.normalize('NFC'))
    expect(text).not.toContain('\r')
    const { speakers: names, turns: least, encoding: expected } = EXPECTED[file] ?? { speakers: [], turns: 0 }
    expect(speakers.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]))
    if (names.length <= 2) expect(speakers).toHaveLength(names.length)
    expect(turns.filter(({ speaker }) => speaker !== null).length).toBeGreaterThanOrEqual(least)
    expect(encoding).toBe(expected ?? 'UTF-8')
    expect(language).toBe(file.slice(0, 2))
  })

  test('what Word holds besides the text is said', async () => {
    const notes = async (file: string) => {
      const reading = await readTranscript(file, new Uint8Array(readFileSync(join(folder ?? '', file))))
      return 'refused' in reading
        ? []
        : reading.notes.map(({ key, values }) => ({ key, count: values.count ?? [values.inserted, values.deleted] }))
    }
    expect(await notes('en-shef-david.docx')).toEqual([{ key: 'commentsLeftOut', count: 9 }])
    expect(await notes('en-footnotes-a.docx')).toEqual([{ key: 'footnotesKept', count: 35 }])
    expect(await notes('en-shef-sam-tracked.docx')).toEqual([{ key: 'trackedChanges', count: [17, 17] }])
    expect(await notes('en-shef-sam.docx')).toEqual([])
  })

  test('soft hyphens, joined emoji and blanks that do not break are kept as they are', async () => {
    const of = async (file: string) => {
      const reading = await readTranscript(file, new Uint8Array(readFileSync(join(folder ?? '', file))))
      return 'refused' in reading ? '' : reading.value.text
    }
    const emoji = await of('en-softhyphen-emoji.txt')
    expect(emoji.split('\u00AD').length - 1).toBe(502)
    expect(emoji.split('\u200D').length - 1).toBe(46)
    expect((await of('ru-aj.docx')).split('\u00A0').length - 1).toBe(40)
  })
})
