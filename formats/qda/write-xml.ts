/** The first line of an XML file. */
export const prolog = '<?xml version="1.0" encoding="utf-8"?>\n'

/** An element; attributes without a value are left out, `inner` is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  inner: string,
): string {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== null) open += ` ${key}="${typeof value === 'number' ? value : escaped(value)}"`
  return inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`
}

/** An element that holds a text, '' for an empty one. */
export function text(name: string, content: string): string {
  return content === '' ? '' : `<${name}>${escaped(content)}</${name}>`
}

// Line ends and tabs are written as references: a reader of XML turns bare ones in attributes into blanks, and CR LF in texts into LF.
const REFERENCES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' },
}

/** A text inside of XML. What XML has no place for (control characters, lone surrogates) is left out. */
export function escaped(given: string): string {
  return legible(given).replace(/[&<>"\n\r\t]/gu, (sign) => REFERENCES[sign] ?? sign)
}

/** A text without what XML has no place for. */
export function legible(given: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return given.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu, '')
}

/** A moment as xsd:dateTime in UTC; null stays null. */
export function dateTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
