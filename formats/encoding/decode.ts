import iconv from 'iconv-lite'
import { plausibility } from './plausibility'

/** Text taken from bytes: `encoding` as its name is written for people, `broken` how many places could not be decoded (U+FFFD stands there). */
export type Decoded = { readonly text: string; readonly encoding: string; readonly broken: number }

/** Encodings without a mark of their own; where two explain a file equally well the first is taken. */
const LEGACY = [
  'windows-1252',
  'windows-1251',
  'KOI8-R',
  'KOI8-U',
  'CP866',
  'MacCyrillic',
  'ISO-8859-5',
  'windows-1250',
  'ISO-8859-2',
  'Macintosh',
  'windows-1254',
  'windows-1257',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'Shift_JIS',
  'EUC-JP',
  'GB18030',
  'Big5',
  'EUC-KR',
] as const

/** How many bytes are looked at to choose an encoding. */
const SAMPLE = 65_536

/**
 * The text of bytes that say nothing about their encoding, or only by a byte order mark. A mark is believed; UTF-16 and UTF-8 are recognised by their
 * form; among the rest the encoding is chosen in which the letters make the most plausible words. Null when the bytes are no text. Line ends stay.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const marked = byMark(bytes)
  if (marked !== null) return marked
  if (bytes.includes(0)) return asUtf16(bytes)
  if (hasControls(bytes)) return isIso2022(bytes) ? decodedBy('ISO-2022-JP', bytes) : null
  return asUtf8(bytes) ?? legacy(bytes)
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodedBy('UTF-8', bytes.subarray(3))
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodedBy('UTF-32LE', bytes.subarray(4))
  if (a === 0xff && b === 0xfe) return decodedBy('UTF-16LE', bytes.subarray(2))
  if (a === 0xfe && b === 0xff) return decodedBy('UTF-16BE', bytes.subarray(2))
  return null
}

function decodedBy(encoding: string, bytes: Uint8Array): Decoded | null {
  const text =
    encoding === 'ISO-2022-JP'
      ? new TextDecoder('iso-2022-jp').decode(bytes)
      : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: false })
  return hasControlCharacters(text) ? null : { text, encoding, broken: count(text, /\uFFFD/gu) }
}

/** UTF-16 without a mark: white space has its zero byte on one side only, and the other order would make letters of no alphabet. */
function asUtf16(bytes: Uint8Array): Decoded | null {
  const blanks = { le: 0, be: 0 }
  const end = Math.min(bytes.length, SAMPLE) - 1
  for (let at = 0; at < end; at += 2) {
    if (bytes[at + 1] === 0 && isBlank(bytes[at])) blanks.le++
    if (bytes[at] === 0 && isBlank(bytes[at + 1])) blanks.be++
  }
  if (blanks.le === blanks.be) return null
  const decoded = decodedBy(blanks.le > blanks.be ? 'UTF-16LE' : 'UTF-16BE', bytes.subarray(0, bytes.length & ~1))
  if (decoded === null) return null
  const strange = count(decoded.text, /[\p{Cn}\p{Co}\p{Cs}\uFFFD]/gu)
  return strange * 200 > decoded.text.length ? null : decoded
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/** UTF-8, also with a few broken places as a cut or a bad disk leaves them: one in a hundred of the characters that are not ASCII. */
function asUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const broken = count(text, /\uFFFD/gu)
  if (broken === 0) return { text, encoding: 'UTF-8', broken }
  return broken * 100 <= count(text, /[^\p{ASCII}\uFFFD]/gu) ? { text, encoding: 'UTF-8', broken } : null
}

function legacy(bytes: Uint8Array): Decoded | null {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE))
  let best: string = LEGACY[0]
  let bestScore = Number.NEGATIVE_INFINITY
  for (const encoding of LEGACY) {
    const score = plausibility(iconv.decode(sample, encoding))
    if (score > bestScore) {
      bestScore = score
      best = encoding
    }
  }
  return bestScore < -3 ? null : decodedBy(best, bytes)
}

/** Control characters that no text has; tab, line ends, form feed, ^Z (the old end of a DOS file) and ESC of ISO-2022 are looked at apart. */
function hasControls(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes)
    if (byte < 0x20 && !isBlank(byte) && byte !== 0x0c && byte !== 0x0b && byte !== 0x1a) controls++
  return controls * 500 > bytes.length
}

function hasControlCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return count(text, /[\u0000-\u0008\u000E-\u0019\u001B-\u001F]/gu) * 500 > text.length
}

function isIso2022(bytes: Uint8Array): boolean {
  for (let at = 0; at + 2 < bytes.length; at++) {
    if (bytes[at] === 0x1b && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true
  }
  return false
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}
