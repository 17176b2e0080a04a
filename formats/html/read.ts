import { parseHTML } from 'linkedom'
import { limits } from '../limits'
import { type Note, note } from '../reading'
import { Layout } from './layout'

/** Elements without text for a reader. */
const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'svg',
  'math',
  'object',
  'embed',
  'iframe',
  'audio',
  'video',
  'canvas',
  'select',
  'datalist',
  'textarea',
  'noframes',
])

/** Elements that stand in the line of the text around them; all others begin and end a line. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark meter nobr o:p output ' +
    'progress q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr st1:place st1:personname'
  ).split(' '),
)

/** The text of a page, a line for each paragraph, line break and table row, and what is to be said about it. */
export type PageText = { readonly lines: readonly string[]; readonly notes: readonly Note[] }

/** Reads the text of a page, walking its tree without recursion. Null when it is nested deeper than `limits.depth`. */
export function readHtml(source: string): PageText | null {
  if (tooDeep(source)) return null
  const whole = /<html[\s>]/iu.test(source) ? source : `<!doctype html><html><body>${source}</body></html>`
  const root: Node = parseHTML(whole).document.documentElement
  const layout = new Layout()
  const found = { pictures: 0, pictureAt: 0, listed: 0 }
  let node: Node | null = root.firstChild
  let depth = 0
  while (node !== null && node !== root) {
    const name = node.nodeName.toLowerCase()
    if (node.nodeType === 3) layout.text(node.nodeValue ?? '')
    else if (node.nodeType === 1) {
      if (name === 'img') {
        found.pictures++
        found.pictureAt ||= layout.written + 1
      } else if (name === 'li') found.listed++
      if (!SKIPPED.has(name)) {
        open(layout, name)
        if (node.firstChild !== null) {
          if (++depth > limits.depth) return null
          node = node.firstChild
          continue
        }
        close(layout, name)
      }
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      depth--
      if (node !== null && node !== root) close(layout, node.nodeName.toLowerCase())
    }
    node = node === root ? null : (node?.nextSibling ?? null)
  }
  const notes = [
    ...(found.pictures > 0 ? [note('picturesLeftOut', { count: found.pictures, paragraph: found.pictureAt })] : []),
    ...(found.listed > 0 ? [note('listNumbersLeftOut', { count: found.listed })] : []),
  ]
  return { lines: layout.lines(), notes }
}

/** The library's tree takes long to build when nothing is ever closed, so depth is looked at before: by what opens and closes at all. */
function tooDeep(source: string): boolean {
  let depth = 0
  for (const tag of source.matchAll(/<(\/?)(\w[\w:-]*)/gu)) {
    if (VOID.has((tag[2] ?? '').toLowerCase())) continue
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > limits.depth * 20) return true
  }
  return false
}

/** Elements that are never closed, or may be left open. */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th'.split(' '),
)

function open(layout: Layout, name: string): void {
  if (name === 'br') layout.lineEnd()
  else if (name === 'tr') layout.openRow()
  else if (name === 'td' || name === 'th') layout.openCell()
  else if (name === 'pre') layout.preserve(1)
  else if (!INLINE.has(name)) layout.block()
}

function close(layout: Layout, name: string): void {
  if (name === 'tr') layout.closeRow()
  else if (name === 'td' || name === 'th') layout.closeCell()
  else if (name === 'pre') layout.preserve(-1)
  else if (name !== 'br' && !INLINE.has(name)) layout.block()
}
