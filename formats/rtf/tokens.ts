/**
 * A piece of RTF: a group opens or closes, a control word with its number (null when it has none), a byte in hexadecimal or as it stands, a control sign.
 * What `\bin` announces is passed over.
 */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'byte'; readonly byte: number }

const OPEN: Token = { kind: 'open' }
const CLOSE: Token = { kind: 'close' }
const BYTES: readonly Token[] = Array.from({ length: 256 }, (_, byte) => ({ kind: 'byte', byte }) as const)

/** Cuts RTF into its pieces, in order; never looks back, so the time grows with the length only. */
export function* tokens(bytes: Uint8Array): Generator<Token> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at++] ?? 0
    if (byte === 0x7b) yield OPEN
    else if (byte === 0x7d) yield CLOSE
    else if (byte === 0x0a || byte === 0x0d || byte === 0) continue
    else if (byte !== 0x5c) yield BYTES[byte] ?? CLOSE
    else if (isLetter(bytes[at])) {
      const from = at
      while (isLetter(bytes[at]) && at - from < 32) at++
      const name = ascii(bytes, from, at)
      const digits = at
      if (bytes[at] === 0x2d) at++
      while (isDigit(bytes[at]) && at - digits < 11) at++
      const number = ascii(bytes, digits, at)
      const value = /\d/u.test(number) ? Number(number) : null
      if (bytes[at] === 0x20) at++
      if (name === 'bin') at += Math.max(0, value ?? 0)
      else yield { kind: 'word', name, value }
    } else if (bytes[at] === 0x27) {
      const byteOf = Number.parseInt(ascii(bytes, at + 1, at + 3), 16)
      at += 3
      if (!Number.isNaN(byteOf)) yield BYTES[byteOf] ?? CLOSE
    } else if (at < bytes.length) {
      yield { kind: 'sign', sign: String.fromCharCode(bytes[at] ?? 0) }
      at++
    }
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < Math.min(to, bytes.length); at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}
