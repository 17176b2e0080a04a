import { zipSync } from 'fflate'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The namespace declaration that Word's elements need. */
export const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word file for tests with this body, and with further parts when given: `{ footnotes: '<w:footnote …>' }`. `prolog` stands before the document. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}, prolog = ''): Uint8Array {
  const relation = (kind: string, target: string, id: number) =>
    `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
  const rels = (inner: string) =>
    utf8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`)
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': rels(relation('officeDocument', 'word/document.xml', 1)),
    'word/document.xml': utf8(`${prolog}<w:document ${WORD}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': rels(
      Object.keys(parts)
        .map((name, index) => relation(name, `${name}.xml`, index))
        .join(''),
    ),
  }
  for (const [name, inner] of Object.entries(parts)) files[`word/${name}.xml`] = utf8(`<w:x ${WORD}>${inner}</w:x>`)
  return zipSync(files)
}
