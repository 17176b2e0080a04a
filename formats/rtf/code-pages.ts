import iconv from 'iconv-lite'

/** Code pages by the character set of a font (`\fcharset`); 0 and 1 are the document's own. */
const CHARSETS: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

/** The code page of a font's character set, or null where the document's own holds. */
export function codePageOf(charset: number): number | null {
  return CHARSETS[charset] ?? null
}

/** The name under which bytes of a code page are decoded; windows-1252 for one that is not known. */
export function encodingOf(page: number): string {
  if (page === 10000) return 'Macintosh'
  if (page === 10007) return 'MacCyrillic'
  if (page === 65001) return 'UTF-8'
  const name = page >= 1250 && page <= 1258 ? `windows-${page}` : `cp${page}`
  return iconv.encodingExists(name) ? name : 'windows-1252'
}

/** The text of bytes in a code page. */
export function decoded(bytes: readonly number[], page: number): string {
  return iconv.decode(Buffer.from(bytes), encodingOf(page))
}
