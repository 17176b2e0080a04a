import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readSheet, readTranscript } from './index'
import { limits } from './limits'
import { WORD, wordFile } from './testing'
import { writeXlsx } from './xlsx/write'
import { crc32 } from './zip/crc'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** The same random numbers at every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const interview = wordFile(
  Array.from({ length: 40 }, (_, n) => p(n % 2 === 0 ? `Q: Why ${n}?` : `A: Because of ${n}.`)).join(''),
)

async function refusal(
  name: string,
  bytes: Uint8Array,
  read: typeof readSheet | typeof readTranscript = readTranscript,
) {
  const reading = await read(name, bytes)
  if (!('refused' in reading)) return null
  expect(reading.refused.values.file).toBe(name)
  return reading.refused.key
}

describe('a bad file is refused with its name and a reason', () => {
  test('transcripts', async () => {
    expect(await refusal('пусто.txt', new Uint8Array())).toBe('fileEmpty')
    expect(await refusal('blank.txt', utf8('\uFEFF \r\n\t'))).toBe('fileEmpty')
    expect(await refusal('empty.docx', new Uint8Array())).toBe('fileEmpty')
    expect(await refusal('blank.docx', wordFile(p(' ')))).toBe('fileEmpty')
    expect(
      await refusal(
        'scan.txt',
        Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 * at) % 256),
      ),
    ).toBe('textBinary')
    expect(await refusal('word.txt', interview)).toBe('textBinary')
    expect(await refusal('letter.txt', utf8('{\\rtf1\\ansi hello}'))).toBe('textBinary')
    expect(await refusal('plain.docx', utf8('Q: Why?\nA: So.'))).toBe('docxNoZip')
    expect(await refusal('old.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe(
      'docxNoZip',
    )
    expect(await refusal('book.docx', (await writeXlsx([{ name: 'a', columns: ['x'], rows: [['y']] }])).bytes)).toBe(
      'docxNoWord',
    )
    expect(await refusal('cut.docx', interview.subarray(0, interview.length - 30))).toBe('docxDamaged')
    expect(await refusal('talk.mp3', utf8('ID3'))).toBe('transcriptKind')
    expect(await refusal('big.txt', new Uint8Array(limits.file + 1))).toBe('fileTooLarge')
    expect(await refusal('long.txt', utf8('слово '.repeat(limits.characters / 6 + 1)))).toBe('textTooLong')
  })

  test('a document type in a Word file, with which entities come, is refused unread', async () => {
    const laughs = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect(await refusal('laughs.docx', wordFile('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', {}, laughs))).toBe(
      'docxDamaged',
    )
    expect(await refusal('entity.docx', wordFile('<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>'))).toBe('docxDamaged')
  })

  test('a zip bomb is refused before it is unpacked, also one that lies about its size', async () => {
    const zeros = new Uint8Array(80 * 2 ** 20)
    const bomb = zipSync({
      '_rels/.rels': utf8('<a/>'),
      'word/document.xml': zeros,
      'word/b.bin': zeros,
      'word/c.bin': zeros,
    })
    expect(bomb.length).toBeLessThan(2 ** 20)
    expect(await refusal('bomb.docx', bomb)).toBe('zipTooLarge')
    expect(await refusal('bomb.xlsx', bomb, readSheet)).toBe('zipTooLarge')
    const lying = zipSync({ '[Content_Types].xml': utf8('<a/>'), 'xl/workbook.xml': zeros })
    const view = new DataView(lying.buffer, lying.byteOffset)
    for (let at = 0; at + 4 < lying.length; at++)
      if (view.getUint32(at, true) === zeros.length) view.setUint32(at, 1000, true)
    const begun = performance.now()
    expect(await refusal('lying.xlsx', lying, readSheet)).toBe('xlsxDamaged')
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  test('sheets', async () => {
    expect(await refusal('s.csv', new Uint8Array(), readSheet)).toBe('fileEmpty')
    expect(await refusal('s.csv', utf8('file,year\n'), readSheet)).toBe('sheetEmpty')
    expect(await refusal('s.csv', interview, readSheet)).toBe('sheetBinary')
    expect(await refusal('s.xlsx', utf8('file,year\na,1'), readSheet)).toBe('xlsxNoZip')
    expect(await refusal('s.xlsx', interview, readSheet)).toBe('xlsxDamaged')
    expect(await refusal('s.csv', utf8('file,year,Year\na,1,2'), readSheet)).toBe('sheetColumnTwice')
    expect(await refusal('s.csv', utf8('file,,year\na,1,2'), readSheet)).toBe('sheetNameless')
    expect(await refusal('s.pdf', utf8('%PDF'), readSheet)).toBe('sheetKind')
  })
})

describe('a file that was cut or has wrong bits', () => {
  test('is read or refused, and never more than that', async () => {
    const next = random(20)
    const sheet = (
      await writeXlsx([
        {
          name: 'a',
          columns: ['file', 'year'],
          rows: [
            ['a.txt', 2016],
            ['b.txt', 2017],
          ],
        },
      ])
    ).bytes
    const text = iconv.encode('И: Как дела?\nР: Хорошо, а у вас?\n'.repeat(20), 'win1251')
    for (let run = 0; run < 400; run++) {
      for (const [name, bytes, read] of [
        ['a.docx', interview, readTranscript],
        ['a.xlsx', sheet, readSheet],
        ['a.txt', text, readTranscript],
        ['a.csv', text, readSheet],
      ] as const) {
        const broken = Uint8Array.from(run % 2 === 0 ? bytes : bytes.subarray(0, Math.floor(next() * bytes.length)))
        for (let flips = Math.floor(next() * 5); flips >= 0; flips--) {
          const at = Math.floor(next() * broken.length)
          broken[at] = (broken[at] ?? 0) ^ (1 << Math.floor(next() * 8))
        }
        const reading = await read(name, broken)
        expect('refused' in reading || 'value' in reading).toBe(true)
      }
    }
  })

  test('inside of a zip whose check sums were made right again, too', async () => {
    const next = random(21)
    const xml = `<w:document ${WORD}><w:body>${p('Q: Why?')}<w:tbl><w:tr><w:tc>${p('a')}</w:tc></w:tr></w:tbl></w:body></w:document>`
    for (let run = 0; run < 400; run++) {
      const broken = utf8(xml)
      for (let flips = Math.floor(next() * 4); flips >= 0; flips--) {
        const at = Math.floor(next() * broken.length)
        broken[at] = (broken[at] ?? 0) ^ (1 << Math.floor(next() * 8))
      }
      const rels = '<R><Relationship Type="x/officeDocument" Target="/word/document.xml"/></R>'
      const reading = await readTranscript(
        'a.docx',
        zipSync({ '_rels/.rels': utf8(rels), 'word/document.xml': broken }),
      )
      expect('refused' in reading || 'value' in reading).toBe(true)
    }
  })

  test('is known by its check sum', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926)
  })
})
