import { inflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { limits } from '../limits'
import { crc32 } from './crc'

/** The parts of a zip by path, unpacked when asked for. `part` answers null where there is no such part. */
export type Zip = { readonly paths: readonly string[]; readonly part: (path: string) => Uint8Array | null }

/** Why a file is not read as a zip: it is none, it is broken, a part is encrypted or packed in a way we cannot read, or it unpacks to too much. */
export type ZipFault = 'no-zip' | 'damaged' | 'encrypted' | 'too-large'

/** What is thrown while a zip is read; `fault` says why. Caught by the formats that are zips, never seen outside them. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  constructor(readonly fault: ZipFault) {
    super(`zip: ${fault}`)
  }
}

/** How much the parts of a zip may come to when unpacked: all of them, and any one that is read; bytes. */
export type ZipLimits = { readonly inflated: number; readonly part: number }

type Entry = {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** True when bytes begin as a zip with something in it does. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * The central directory of a zip, checked against `most` before anything is unpacked. A part is unpacked into no more than its announced size, so a
 * directory that lies cannot fill the memory; a part whose check sum differs is damaged. Throws `ZipError`. Paths are keys, never written to a disk.
 */
export function readZip(bytes: Uint8Array, most: ZipLimits = limits): Zip {
  if (!looksLikeZip(bytes)) throw new ZipError('no-zip')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directory(view, bytes)
  let total = 0
  for (const entry of entries.values()) total += entry.size
  if (total > most.inflated) throw new ZipError('too-large')
  return {
    paths: [...entries.keys()],
    part: (path) => {
      const entry = entries.get(path)
      return entry === undefined ? null : unpacked(view, bytes, entry, most.part)
    },
  }
}

function directory(view: DataView, bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new ZipError('too-large')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new ZipError('damaged')
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new ZipError('encrypted')
    const length = view.getUint16(at + 28, true)
    const path = pathOf(bytes.subarray(at + 46, at + 46 + length)).replaceAll('\\', '/')
    entries.set(path, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Names are UTF-8 whether the zip says so or not, or else of DOS, where Russian ones are in its Cyrillic code page. */
function pathOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  return text.includes('\uFFFD') ? iconv.decode(Buffer.from(bytes), 'cp866') : text
}

function endOfDirectory(view: DataView): number {
  // The record is 22 bytes and may be followed by a comment of at most 65,535.
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new ZipError('damaged')
}

function unpacked(view: DataView, bytes: Uint8Array, entry: Entry, most: number): Uint8Array {
  if (entry.size > most) throw new ZipError('too-large')
  if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== 0x04034b50) throw new ZipError('damaged')
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  if (from + entry.packed > bytes.length) throw new ZipError('damaged')
  const packed = bytes.subarray(from, from + entry.packed)
  const part = entry.method === 0 ? packed : inflated(packed, entry)
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw new ZipError('damaged')
  return part
}

function inflated(packed: Uint8Array, entry: Entry): Uint8Array {
  if (entry.method !== 8) throw new ZipError('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
  } catch {
    throw new ZipError('damaged')
  }
}
