/** A name as names are compared: NFC, lower case in every alphabet, ё as е, runs of white space as one blank, trimmed. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim()
}

/** A name as it is stored and shown: NFC, runs of white space as one blank, trimmed. */
export function tidy(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
