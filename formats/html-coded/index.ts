import type { CodedText } from '@/core/exchange/coded'
import { escaped as escapedXml } from '../qda/write-xml'
import type { Exporter } from '../reading'

/** Texts with their codings, under a title; `notice` must not be missed, null for none. */
export type CodedDocument = {
  readonly title: string
  readonly notice: string | null
  readonly language: string
  readonly texts: readonly CodedText[]
}

const escaped = (words: string) => escapedXml(words).replaceAll('&#10;', '\n')

const STYLE = `body{font:1rem/1.6 serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
.text{white-space:pre-wrap;overflow-wrap:anywhere}mark{color:inherit;background:#f3efe2;border-bottom:3px solid}
sup{font:600 .65rem sans-serif}ol{font:.85rem/1.5 sans-serif}h2{margin-top:3rem}q{font-style:italic}`

/**
 * Texts with their codings as one HTML file that needs nothing else: every passage is marked in the colour of its innermost code, has the numbers of
 * its codings where it begins, and the list below the text says code, coder and comment. There are no scripts in it.
 */
export const htmlExporter: Exporter<CodedDocument> = {
  id: 'html',
  name: 'HTML',
  extension: 'html',
  type: 'text/html; charset=utf-8',
  write: async ({ title, notice, language, texts }) => {
    const html = `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>${notice === null ? '' : `<p><strong>${escaped(notice)}</strong></p>`}${texts.map(textHtml).join('')}</body></html>`
    return { bytes: new TextEncoder().encode(html), notes: [] }
  },
}

function textHtml({ name, codings, pieces }: CodedText, at: number): string {
  const number = new Map(codings.map(({ id }, i) => [id, i + 1]))
  const link = (id: string) => `${at + 1}-${number.get(id) ?? 0}`
  const body = pieces
    .map(({ text, over, opens }) => {
      const inner = over.at(-1)
      if (inner === undefined) return escaped(text)
      const marks = opens.map(({ id }) => `<a href="#c${link(id)}">${number.get(id) ?? 0}</a>`).join(', ')
      const names = over.map(({ code, coder }) => `${code} (${coder})`).join('; ')
      return `<mark style="border-color:${escaped(inner.colour)}" title="${escaped(names)}">${marks === '' ? '' : `<sup>${marks}</sup>`}${escaped(text)}</mark>`
    })
    .join('')
  const list = codings.map(
    ({ id, code, coder, comment, colour }) =>
      `<li id="c${link(id)}"><span style="color:${escaped(colour)}" aria-hidden="true">■</span> <strong>${escaped(code)}</strong> · ${escaped(coder)}${comment === '' ? '' : ` – ${escaped(comment)}`}</li>`,
  )
  return `<section><h2>${escaped(name)}</h2><div class="text">${body}</div>${list.length === 0 ? '' : `<ol>${list.join('')}</ol>`}</section>`
}
