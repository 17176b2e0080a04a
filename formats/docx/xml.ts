import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import { limits } from '../limits'

/** An element as it opens: name without prefix, whether it is of WordprocessingML or of another vocabulary, and its attributes by name without prefix. */
export type Element = {
  readonly name: string
  readonly word: boolean
  readonly attribute: (name: string) => string | undefined
}

/** What is done with the elements and the text of a part, in document order. */
export type Handler = {
  readonly open: (element: Element) => void
  readonly close: (name: string, word: boolean) => void
  readonly text: (text: string) => void
}

/** What is thrown when a part is no well-formed XML, declares a document type (which could declare entities), or is nested deeper than any document. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
}

/** The transitional and the strict vocabulary of the same elements (ECMA-376, part 1, annex A.1). */
const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

/** Walks a part of a Word file. Entities are never expanded: a part with a document type declaration is refused. Throws `XmlError`. */
export function walk(bytes: Uint8Array, handler: Handler): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('error', (error) => {
    throw new XmlError(error.message)
  })
  parser.on('doctype', () => {
    throw new XmlError('document type')
  })
  let depth = 0
  parser.on('opentag', (tag) => {
    // The namespace of a name is looked up through all its ancestors: without a bound the time would grow with the square of the depth.
    if (++depth > limits.depth) throw new XmlError('depth')
    handler.open(elementOf(tag))
  })
  parser.on('closetag', (tag) => {
    depth--
    handler.close(tag.local, WORD.has(tag.uri))
  })
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  parser.write(decoded(bytes)).close()
}

function elementOf(tag: SaxesTagNS): Element {
  const attributes: SaxesAttributeNS[] = Object.values(tag.attributes)
  return {
    name: tag.local,
    word: WORD.has(tag.uri),
    attribute: (name) => attributes.find((attribute) => attribute.local === name)?.value,
  }
}

function decoded(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes)
}
