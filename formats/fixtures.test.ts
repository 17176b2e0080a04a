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
  'ar-byte.html': { speakers: ['BYTE', 'Stallman'], turns: 62 },
  'en-hack.html': {
    speakers: ['The Hacker Community and Ethics', 'Tere Vadén (TV)', 'Richard M. Stallman (RMS)'],
    turns: 74,
  },
  'es-btc-hardware-wallets.html': { speakers: ['P', 'R'], turns: 15 },
  'pl-nyu.html': { speakers: ['URETSKY', 'STALLMAN', 'SCHONBERG', 'PYTANIE'], turns: 90 },
  'ru-radio-nz.html': { speakers: ['КХ', 'РС'], turns: 150 },
  'uk-byte.html': { speakers: ['BYTE', 'Столмен'], turns: 62 },
  'en-btc-socratic-seminar-bip-schnorr.odt': {
    speakers: ['Michael Folkson (MF)', 'Pieter Wuille (PW)', 'Tim Ruffing (TR)'],
    turns: 230,
  },
  'ru-google-talk.odt': { speakers: ['Ричард', 'Аудитория'], turns: 55 },
  'en-moglen.rtf': { speakers: ['Q', 'Moglen'], turns: 20, encoding: 'windows-1252' },
  'ru-mec-india.rtf': { speakers: [], turns: 0, encoding: 'windows-1252' },
  'en-talkpython-1.vtt': { speakers: [], turns: 0 },
  'en-talkpython-3.vtt': { speakers: [], turns: 0 },
  'multi-morevna-ep03.srt': { speakers: [], turns: 0 },
  'ru-coatools-lesson-1.srt': { speakers: [], turns: 0 },
  'ru-pepper-and-carrot-ep6-rus.srt': { speakers: [], turns: 0 },
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
  if (/\.(?:srt|vtt)$/u.test(file)) return words(cueWords(new TextDecoder().decode(bytes)))
  if (file.endsWith('.rtf')) return words(rtfWords(Buffer.from(bytes).toString('latin1')))
  if (file.endsWith('.html')) return words(tagless(new TextDecoder().decode(bytes)))
  if (file.endsWith('.odt'))
    return words(tagless(new TextDecoder().decode(readZip(bytes).part('content.xml') ?? bytes)))
  const xml = new TextDecoder().decode(readZip(bytes).part('word/document.xml') ?? new Uint8Array())
  const kept = xml.replace(/<w:delText[^>]*>[^<]*<\/w:delText>|<w:instrText[^>]*>[^<]*<\/w:instrText>/gu, '')
  const plain = kept
    .replace(/<\/w:p>|<w:br\/?>|<w:tab\/>/gu, '\n')
    .replace(/<w:footnoteReference[^>]*>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }
  return words(plain.replace(/&(lt|gt|amp|apos|quot);/gu, (_, name: string) => entities[name] ?? ''))
}

/** Everything but numbers of cues, times and headers; every one of these files has its numbers on lines of their own. */
function cueWords(text: string): string {
  return text
    .split(/\r?\n/u)
    .filter((line, at, all) => !line.includes('-->') && !/^(?:WEBVTT)/u.test(line) && !/-->/u.test(all[at + 1] ?? ''))
    .join('\n')
}

/** RTF as LibreOffice writes it: text stands in groups after \loch or a language, other groups begin with what they are. */
function rtfWords(source: string): string {
  const body = source.slice(source.indexOf('\\pgndec\\pard'))
  return body
    .replace(/(\\[a-z]+-?\d*)[\r\n]+/gu, '$1 ')
    .replace(/[\r\n]/gu, '')
    .replace(/\{\\\*?\\?(?:fldinst|bkmkstart|bkmkend|listtext)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/gu, '')
    .replace(/\{\\\*[^{}]*\}/gu, '')
    .replace(/\\u(-?\d+)\\'[0-9a-f]{2}|\\u(-?\d+) ?\?/gu, (_, a: string, b: string) =>
      String.fromCharCode((Number(a ?? b) + 65536) % 65536),
    )
    .replace(/\\'([0-9a-f]{2})/gu, (_, hex: string) => iconv.decode(Buffer.from(hex, 'hex'), 'win1252'))
    .replace(/\\(?:par|line|tab|sect)\b/gu, '\n')
    .replace(/\\[a-z]+-?\d* ?|[{}]/gu, '')
    .replace(/\\~/gu, '\u00A0')
}

const INLINE =
  /<\/?(?:a|b|i|em|strong|span|sup|sub|abbr|q|code|cite|small|bdo|var|u|text:span|text:a|text:bookmark[a-z-]*)(?:\s[^>]*)?\/?>/gu

/** Text between tags, without what no reader sees; entities by the numbers and names that occur. */
function tagless(source: string): string {
  const names: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    amp: '&',
    apos: "'",
    quot: '"',
    nbsp: '\u00A0',
    mdash: '—',
    ndash: '–',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    copy: '©',
    laquo: '«',
    raquo: '»',
    hellip: '…',
    eacute: 'é',
    oacute: 'ó',
    aacute: 'á',
    uuml: 'ü',
    ouml: 'ö',
    auml: 'ä',
    minus: '−',
    shy: '\u00AD',
    bdquo: '„',
    sect: '§',
  }
  return source
    .replace(/<title>.*?<\/title>|<script.*?<\/script>|<style[\s>].*?<\/style>|<!--.*?-->/gsu, '')
    .replace(INLINE, '')
    .replace(/<[^>]*>/gu, '\n')
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(\w+);/gu, (whole, name: string) => names[name] ?? whole)
}

describe.skipIf(folder === undefined)('the real transcripts', () => {
  const files =
    folder === undefined ? [] : readdirSync(folder).filter((file) => /\.(?:txt|docx|odt|rtf|html|srt|vtt)$/u.test(file))

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
    const read = words(body)
    const there = independentWords(file, bytes)
    const at = there.findIndex((word, index) => word !== read[index])
    expect([at, read.slice(Math.max(0, at), at + 8)], 'first difference').toEqual([
      at,
      there.slice(Math.max(0, at), at + 8),
    ])
    expect(read).toHaveLength(there.length)
    expect(text).toBe(text.normalize('NFC'))
    expect(text).not.toContain('\r')
    const { speakers: names, turns: least, encoding: expected } = EXPECTED[file] ?? { speakers: [], turns: 0 }
    expect(speakers.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]))
    if (names.length <= 2) expect(speakers).toHaveLength(names.length)
    expect(turns.filter(({ speaker }) => speaker !== null).length).toBeGreaterThanOrEqual(least)
    expect(encoding).toBe(expected ?? 'UTF-8')
    if (!file.startsWith('multi-')) expect(language).toBe(file.slice(0, 2))
  })

  test('those in PDF are put in reading order, without numbers in the margin and page numbers', async () => {
    const of = async (file: string) => readTranscript(file, new Uint8Array(readFileSync(join(folder ?? '', file))))
    for (const [file, turns, count] of [
      ['en-pdpilot-p1.pdf', 94, 3027],
      ['en-pdpilot-p3.pdf', 121, 4062],
      ['en-pdpilot-p5.pdf', 133, 4106],
    ] as const) {
      const reading = await of(file)
      if ('refused' in reading) throw new Error(reading.refused.key)
      const { text, speakers, words: counted, turns: found } = reading.value
      expect(speakers.map(({ name }) => name)).toEqual(['Dan', 'Participant'])
      expect(found.filter(({ speaker }) => speaker !== null)).toHaveLength(turns)
      expect(counted).toBe(count)
      // Every line but the heading is a turn: none is broken, none has its number or a page's.
      expect(text.split('\n').filter((line) => !/^(?:Dan|Parti(?:ci|c)pant): /u.test(line))).toEqual(['Interview'])
    }
    const columns = await of('en-twocol-decker.pdf')
    if ('refused' in columns) throw new Error(columns.refused.key)
    expect(columns.value.text).toContain(
      'did not consider or take into consideration Taproot at all simply because we didn’t know as much',
    )
    expect(columns.value.speakers.map(({ name }) => name)).toEqual(['Stephan Livera', 'Christian Decker'])
    expect(await of('en-scan-p7.pdf')).toMatchObject({ refused: { key: 'pdfScan', values: { count: 7 } } })
  })

  test('every cue of subtitles is a turn with its time', async () => {
    for (const [file, cues, before] of [
      ['en-talkpython-1.vtt', 967, 0],
      ['en-talkpython-3.vtt', 830, 0],
      ['ru-coatools-lesson-1.srt', 71, 0],
      ['ru-pepper-and-carrot-ep6-rus.srt', 98, 0],
      ['multi-morevna-ep03.srt', 59, 1],
    ] as const) {
      const reading = await readTranscript(file, new Uint8Array(readFileSync(join(folder ?? '', file))))
      if ('refused' in reading) throw new Error(reading.refused.key)
      const { turns } = reading.value
      expect(turns.filter(({ time }) => time !== null)).toHaveLength(cues)
      expect(turns).toHaveLength(cues + before)
      expect(turns.every((turn, at) => at === 0 || (turn.time ?? 0) >= (turns[at - 1]?.time ?? 0))).toBe(true)
    }
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
