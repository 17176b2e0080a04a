import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { limits } from './limits'
import { wordFile } from './testing'
import { closeReaders, readBatch, readSheet, readTranscript } from './worker'
import { writeXlsx } from './xlsx/write'

/** How long the mutations go on, in seconds; INTERLINEAR_FUZZ_SECONDS for a long run, INTERLINEAR_FUZZ_SEED for another one. */
const SECONDS = Number(process.env.INTERLINEAR_FUZZ_SECONDS ?? 10)
const SEED = Number(process.env.INTERLINEAR_FUZZ_SEED ?? 1)

/** Refusals that say that a reading went beyond its bounds, or that the program failed: a broken file must be found out before that. */
const BEYOND = new Set(['timedOut', 'ranOut', 'readerFailed'])

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function read(name: string, bytes: Uint8Array) {
  if (name.endsWith('.zip')) return readBatch(name, bytes)
  return /\.(?:csv|xlsx)$/u.test(name) ? readSheet(name, bytes) : readTranscript(name, bytes)
}

async function reasonOf(name: string, bytes: Uint8Array): Promise<string | null> {
  const reading = await read(name, bytes)
  return 'refused' in reading ? reading.refused.key : null
}

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = ['../shared', '../../shared'].map((up) => join(root, up, 'fixtures/transcripts')).find(existsSync)

/** Every fixture, and one small file of each kind so that the fuzzer has something where the fixtures are not. */
async function seeds(): Promise<readonly { name: string; bytes: Uint8Array }[]> {
  const p = '<w:p><w:r><w:t>Q: Why?</w:t></w:r></w:p>'
  const sheet = await writeXlsx([{ name: 'a', columns: ['file', 'year'], rows: [['a.txt', 2016]] }])
  const own = [
    { name: 'own.docx', bytes: wordFile(p.repeat(20)) },
    {
      name: 'own.rtf',
      bytes: latin1(
        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'cf{\\b \\u1088?}\\par\\trowd a\\cell b\\cell\\row}",
      ),
    },
    { name: 'own.html', bytes: utf8('<html><body><table><tr><td>Q<td>Why?</table><p>a<br>b') },
    { name: 'own.vtt', bytes: utf8('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>hi\n') },
    { name: 'own.csv', bytes: utf8('file;year\n"a";2016\n') },
    { name: 'own.xlsx', bytes: sheet.bytes },
    { name: 'own.zip', bytes: zipSync({ 'a.txt': utf8('Q: why?'), 'b/c.md': utf8('# T') }) },
  ]
  const given = folder === undefined ? [] : readdirSync(folder).filter((file) => !file.endsWith('manifest.md'))
  return [...own, ...given.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder ?? '', name))) }))]
}

/** Cut somewhere, or with some bits turned, or with a stretch of it twice, or without one. */
function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = (length: number) => Math.floor(next() * length)
  const how = at(4)
  if (how === 0) return bytes.slice(0, at(bytes.length))
  if (how === 1) {
    const flipped = Uint8Array.from(bytes)
    for (let flips = 1 + at(20); flips > 0; flips--) {
      const place = at(flipped.length)
      flipped[place] = (flipped[place] ?? 0) ^ (1 << at(8))
    }
    return flipped
  }
  const from = at(bytes.length)
  const to = Math.min(bytes.length, from + at(2000))
  const parts = how === 2 ? [bytes.slice(0, to), bytes.slice(from)] : [bytes.slice(0, from), bytes.slice(to)]
  return Uint8Array.from(Buffer.concat(parts))
}

afterAll(closeReaders)

test(
  'every file that was cut, doubled or has wrong bits is read, or refused with a reason',
  async () => {
    const next = random(SEED)
    const files = await seeds()
    const end = performance.now() + SECONDS * 1000
    let runs = 0
    // Every file has its turn at least once, however slow the machine is.
    for (let round = 0; round === 0 || performance.now() < end; round++)
      for (let at = 0; at < files.length && (round === 0 || performance.now() < end); at += 2) {
        const pair = files.slice(at, at + 2).map(({ name, bytes }) => ({ name, bytes: mutated(bytes, next) }))
        const reasons = await Promise.all(pair.map(({ name, bytes }) => reasonOf(name, bytes)))
        reasons.forEach((reason, index) => {
          if (reason !== null && BEYOND.has(reason))
            throw new Error(`${pair[index]?.name}, seed ${SEED}, round ${round}: ${reason}`)
        })
        runs += pair.length
      }
    expect(runs).toBeGreaterThanOrEqual(files.length)
  },
  (SECONDS + 120) * 1000,
)

test('files made to do harm are refused within the bounds', async () => {
  const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times)
  const word = (body: string, prolog = '') => wordFile(body, {}, prolog)
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "&a${n - 1};&a${n - 1};">`).join('')}]>`
  const outside = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  const zeros = new Uint8Array(limits.part)
  const bomb = zipSync({ 'a.txt': zeros, 'b.txt': zeros, 'c.txt': zeros, 'd.txt': zeros })
  const within = zipSync({ 'content.xml': zeros, 'word/document.xml': zeros, 'c.xml': zeros, 'd.xml': zeros })
  const cases: readonly (readonly [string, Uint8Array, readonly (string | null)[]])[] = [
    ['bomb.zip', bomb, ['zipTooLarge']],
    ['bomb.docx', within, ['zipTooLarge']],
    ['bomb.odt', within, ['zipTooLarge']],
    ['laughs.docx', word('<w:p><w:r><w:t>&a19;</w:t></w:r></w:p>', laughs), ['docxDamaged']],
    ['outside.docx', word('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>', outside), ['docxDamaged']],
    ['deep.docx', word(deep('<w:p>', '</w:p>', 300_000)), ['docxDamaged']],
    ['deep.rtf', latin1(`{\\rtf1 ${'{'.repeat(5_000_000)}`), ['tooDeep']],
    ['deep.html', utf8('<div>'.repeat(2_000_000)), ['tooDeep']],
    ['inline.html', utf8('<b>'.repeat(15_000)), ['tooDeep']],
    ['open.html', utf8('<p><b>'.repeat(15_000)), ['tooDeep', null]],
    ['bin.rtf', latin1('{\\rtf1 a\\bin99999999999 b}'), [null]],
    ['cells.rtf', latin1(`{\\rtf1 ${'\\cell'.repeat(500_000)}}`), [null, 'fileEmpty']],
    ['cues.srt', utf8('00:00:00,000 --> 00:00:00,000\n'.repeat(300_000)), ['fileEmpty', null]],
    ['quotes.csv', utf8('"'.repeat(2_000_001)), ['csvDamaged', 'sheetEmpty']],
    ['none.pdf', utf8('%PDF-1.7\n'), ['pdfDamaged']],
    ['../../\u0000\u202Eetc/passwd.txt', utf8('Q: why?'), [null]],
  ]
  for (const [name, bytes, allowed] of cases) {
    const begun = performance.now()
    const reason = await reasonOf(name, bytes)
    expect(allowed, `${name}: ${reason}`).toContain(reason)
    expect(performance.now() - begun, name).toBeLessThan(30_000)
  }
}, 120_000)

test('a PDF with 10,000 pages is refused by their number', async () => {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>']
  const kids = Array.from({ length: 10_000 }, (_, n) => `${n + 3} 0 R`).join(' ')
  objects.push(`<< /Type /Pages /Count 10000 /Kids [${kids}] >>`)
  for (let page = 0; page < 10_000; page++) objects.push('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>')
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  expect(await reasonOf('long.pdf', latin1(file))).toBe('pdfTooLong')
})
