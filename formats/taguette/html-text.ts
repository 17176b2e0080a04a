import { parseHTML } from 'linkedom'

/**
 * The text of a document of Taguette: `counted` as its offsets count it (every text node, nothing for tags), `shown` with a line end after each
 * block, and from an offset of the first to one of the second. Scripts and styles are counted and not shown.
 */
export type HtmlText = {
  readonly counted: string
  readonly shown: string
  readonly at: (offset: number, side: 'start' | 'end') => number
}

const BLOCK = /^(?:p|div|h[1-6]|li|ul|ol|tr|table|br|hr|blockquote|pre|section|article|header|footer|dt|dd)$/iu
const HIDDEN = /^(?:script|style|template)$/iu
const TEXT = 3

type Step = { readonly node: Node; readonly hidden: boolean } | { readonly closes: true }

/** Takes the text out of a document of Taguette. */
export function htmlText(html: string): HtmlText {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const counts: number[] = []
  const shows: number[] = []
  let counted = ''
  let shown = ''
  const breakLine = () => {
    if (shown !== '' && !shown.endsWith('\n')) shown += '\n'
  }
  // Not by calls within calls: a document may be nested deeper than the stack.
  const steps: Step[] = [{ node: document.body, hidden: false }]
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('closes' in step) {
      breakLine()
      continue
    }
    const { node, hidden } = step
    if (node.nodeType === TEXT) {
      const words = node.nodeValue ?? ''
      counts.push(counted.length)
      shows.push(shown.length)
      counted += words
      if (!hidden) shown += words
    } else {
      if (BLOCK.test(node.nodeName)) {
        breakLine()
        steps.push({ closes: true })
      }
      const inside = hidden || HIDDEN.test(node.nodeName)
      steps.push(...[...node.childNodes].reverse().map((child) => ({ node: child, hidden: inside })))
    }
  }
  return {
    counted,
    shown,
    at: (offset, side) => {
      let k = counts.length - 1
      // An end belongs to the words before it, so that no line end of ours is taken in.
      while (k > 0 && (side === 'end' ? (counts[k] ?? 0) >= offset : (counts[k] ?? 0) > offset)) k--
      return Math.min((shows[k] ?? 0) + offset - (counts[k] ?? 0), shows[k + 1] ?? shown.length)
    },
  }
}
