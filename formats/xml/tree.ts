import { SaxesParser, type SaxesTag } from 'saxes'

/** An element of a small vocabulary: its name without prefix, its attributes by name without prefix, what is in it, and the text before its first child. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** What is thrown when bytes are no well-formed XML, are nested too deep, or declare a document type (which could declare entities). */
export class XmlTreeError extends Error {
  override readonly name = 'XmlTreeError'
}

type Growing = { name: string; attributes: Record<string, string>; children: Growing[]; text: string }

// Codes of REFI-QDA lie in each other; nothing a person made is a tenth as deep.
const DEPTH = 500
const CHUNK = 2 ** 20

/** Reads XML in UTF-8 or UTF-16 into a tree, without ever holding its text as a whole. Entities are never declared. Throws `XmlTreeError`. */
export function xmlTree(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ position: false })
  const top: Growing = { name: '', attributes: {}, children: [], text: '' }
  const line: Growing[] = [top]
  const fail = (message: string): never => {
    throw new XmlTreeError(message)
  }
  parser.on('error', (error) => fail(error.message))
  parser.on('doctype', () => fail('document type'))
  parser.on('opentag', (tag) => {
    if (line.length > DEPTH) fail('too deep')
    const element = opened(tag)
    line.at(-1)?.children.push(element)
    line.push(element)
  })
  parser.on('closetag', () => line.pop())
  const add = (text: string) => {
    const open = line.at(-1)
    if (open && open.children.length === 0) open.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
  }
  parser.write(decoder.decode()).close()
  return top.children[0] ?? fail('empty')
}

function opened(tag: SaxesTag): Growing {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(tag.attributes))
    attributes[local(name)] = typeof value === 'string' ? value : value.value
  return { name: local(tag.name), attributes, children: [], text: '' }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
