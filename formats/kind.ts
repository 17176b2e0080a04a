/** What a file is by its first bytes, when it is not what its name says: the choices of the messages that refuse it. */
export type Looks = 'word' | 'zip' | 'doc' | 'rtf' | 'pdf' | 'html' | 'picture' | 'sound' | 'other'

const SIGNS: readonly (readonly [string, Looks])[] = [
  ['504b0304', 'zip'],
  ['d0cf11e0a1b11ae1', 'doc'],
  ['7b5c727466', 'rtf'],
  ['25504446', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['494433', 'sound'],
  ['fffb', 'sound'],
  ['4f676753', 'sound'],
  ['52494646', 'sound'],
  ['3c21646f6374797065', 'html'],
  ['3c21444f4354595045', 'html'],
  ['3c68746d6c', 'html'],
  ['3c48544d4c', 'html'],
]

/** What the first bytes say that a file is. */
export function looks(bytes: Uint8Array): Looks {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const sign = SIGNS.find(([start]) => hex.startsWith(start))?.[1] ?? 'other'
  if (sign !== 'zip') return sign
  // The path of a Word file's main part stands uncompressed in the zip's directory at the end.
  return Buffer.from(bytes.subarray(-65_536)).includes('word/') ? 'word' : 'zip'
}
