import { createHash } from 'node:crypto'

/** A GUID that is always the same for the same words: for things that have none of their own but travel with one. */
export function derivedId(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex')
  // RFC 9562: version 8 is for ids of one's own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
