/** What a mark carries: the address of a link. */
export type RichMark = { readonly type: string; readonly attrs?: { readonly href?: string } }

/**
 * A node of rich text as the editor keeps it (ProseMirror's JSON). A node of type `mention` leads somewhere: its `kind`, `id` and `label`; for a
 * passage also its half-open UTF-16 range [start, end).
 */
export type RichNode = {
  readonly type: string
  readonly text?: string
  readonly attrs?: {
    readonly kind?: string
    readonly id?: string
    readonly label?: string
    readonly start?: number | null
    readonly end?: number | null
    readonly level?: number
  }
  readonly marks?: readonly RichMark[]
  readonly content?: readonly RichNode[]
}

/** Where a link can lead. */
export const linkKinds = ['passage', 'code', 'interview', 'memo'] as const
/** One of `linkKinds`. */
export type LinkKind = (typeof linkKinds)[number]

/**
 * A link of a memo: to a code, interview or memo by its id, or to a passage by the id of its transcript and the half-open UTF-16 range [start, end),
 * both null for everything else. `label` is what stands in the text.
 */
export type Link = {
  readonly kind: LinkKind
  readonly id: string
  readonly label: string
  readonly start: number | null
  readonly end: number | null
}

/** A text without anything in it. */
export const emptyText: RichNode = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Plain paragraphs as rich text: one for each line. */
export function richText(text: string): RichNode {
  const content = text
    .split('\n')
    .map(
      (line): RichNode => ({ type: 'paragraph', ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }) }),
    )
  return { type: 'doc', content }
}

/** The words of a rich text: a line for each paragraph, heading or list item, links by their labels; nothing of how it looks. */
export function plainText(node: RichNode): string {
  return lines(node).join('\n').trim()
}

function lines(node: RichNode): readonly string[] {
  const parts = node.content ?? []
  if (parts.some(isBlock)) return parts.flatMap(lines)
  return [parts.map(words).join('')]
}

const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
])

function isBlock(node: RichNode): boolean {
  return blocks.has(node.type)
}

function words(node: RichNode): string {
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'mention') return node.attrs?.label ?? ''
  return node.text ?? (node.content ?? []).map(words).join('')
}

/** The links of a rich text in the order in which they stand, each target once (a passage by its range). */
export function linksOf(node: RichNode): readonly Link[] {
  const found = new Map<string, Link>()
  collect(node, found)
  return [...found.values()]
}

function collect(node: RichNode, found: Map<string, Link>): void {
  const link = node.type === 'mention' ? linkOf(node) : null
  if (link) {
    const key = `${link.kind} ${link.id} ${link.start} ${link.end}`
    if (!found.has(key)) found.set(key, link)
  }
  for (const child of node.content ?? []) collect(child, found)
}

function linkOf({ attrs = {} }: RichNode): Link | null {
  const kind = linkKinds.find((one) => one === attrs.kind)
  if (!kind || !attrs.id) return null
  const { id, label = '', start = null, end = null } = attrs
  if (kind !== 'passage') return { kind, id, label, start: null, end: null }
  return start !== null && end !== null && start >= 0 && start < end ? { kind, id, label, start, end } : null
}
