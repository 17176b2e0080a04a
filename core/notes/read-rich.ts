import type { RichMark, RichNode } from './rich-text'

const nodes: ReadonlySet<string> = new Set([
  'doc',
  'paragraph',
  'text',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'hardBreak',
  'mention',
])
const marks: ReadonlySet<string> = new Set(['bold', 'italic', 'strike', 'underline', 'code', 'link'])
const DEEPEST = 40

/**
 * Rich text out of anything that came from outside: what the editor can show, attributes that mean nothing here left out. Null for everything else:
 * unknown nodes or marks, a text without words, a link that is no web or mail address, nesting deeper than 40.
 */
export function readRich(value: unknown): RichNode | null {
  const doc = node(value, 0)
  return doc?.type === 'doc' ? doc : null
}

function node(value: unknown, depth: number): RichNode | null {
  if (depth > DEEPEST || !isRecord(value) || typeof value.type !== 'string' || !nodes.has(value.type)) return null
  const { type } = value
  if (type === 'text') {
    if (typeof value.text !== 'string' || value.text === '') return null
    const all = list(value.marks, mark)
    return all ? { type, text: value.text, ...(all.length > 0 ? { marks: all } : {}) } : null
  }
  const content = list(value.content, (child) => node(child, depth + 1))
  if (!content) return null
  const attrs = attributes(value.attrs)
  return { type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) }
}

function mark(value: unknown): RichMark | null {
  if (!isRecord(value) || typeof value.type !== 'string' || !marks.has(value.type)) return null
  if (value.type !== 'link') return { type: value.type }
  const href = isRecord(value.attrs) ? value.attrs.href : null
  return typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href) ? { type: 'link', attrs: { href } } : null
}

function attributes(value: unknown): RichNode['attrs'] | null {
  if (!isRecord(value)) return null
  const kept = {
    ...texts(value, ['kind', 'id', 'label']),
    ...numbers(value, ['start', 'end', 'level']),
  }
  return Object.keys(kept).length > 0 ? kept : null
}

function texts(value: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const one = value[key]
      return typeof one === 'string' ? [[key, one.slice(0, 2000)]] : []
    }),
  )
}

function numbers(value: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const one = value[key]
      return typeof one === 'number' && Number.isSafeInteger(one) ? [[key, one]] : []
    }),
  )
}

function list<T>(value: unknown, read: (one: unknown) => T | null): readonly T[] | null {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return null
  const all: T[] = []
  for (const one of value) {
    const found = read(one)
    if (found === null) return null
    all.push(found)
  }
  return all
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
