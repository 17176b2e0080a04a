import type { Zip } from '../zip/read'
import { partsOf } from './parts'
import { walk } from './xml'

/** A paragraph of a Word file: its level in the outline from 0, null for running text, and the name of its style in lower case, '' without one. */
export type OutlineParagraph = { readonly level: number | null; readonly style: string; readonly text: string }

/** What stands in the body of a Word file, in order: paragraphs outside of tables, and tables as rows of cells. */
export type Outline = {
  readonly paragraphs: readonly OutlineParagraph[]
  readonly tables: readonly (readonly (readonly string[])[])[]
}

type Style = { readonly name: string; readonly level: number | null; readonly basedOn: string | null }

/** Content that is no text of the document: deletions, field codes, text boxes in their second copy. */
const SKIPPED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'txbxContent'])

/**
 * Reads headings with the text under them, and tables. The level of a heading is its own, or that of its style (ECMA-376 part 1, 17.3.1.20); styles are known by what
 * `styles.xml` says of them, so that headings of a Russian Word are found too. Null when the zip is no Word file. Throws `ZipError` and `XmlError`.
 */
export function readOutline(zip: Zip): Outline | null {
  const parts = partsOf(zip)
  const main = parts.document === null ? null : zip.part(parts.document)
  if (parts.document === null || main === null) return null
  const styles = stylesOf(zip.part(`${parts.document.slice(0, parts.document.lastIndexOf('/') + 1)}styles.xml`))
  const paragraphs: OutlineParagraph[] = []
  const tables: string[][][] = []
  let table: string[][] = []
  let [within, skipping] = [0, 0]
  let inText = false
  let open: { style: string; level: number | null; text: string } | null = null
  let properties = false

  walk(main, {
    open: ({ name, attribute }) => {
      if (skipping > 0 || SKIPPED.has(name)) {
        skipping++
        return
      }
      if (name === 'tbl' && within++ === 0) table = []
      else if (name === 'tr' && within === 1) table.push([])
      else if (name === 'tc' && within === 1) table.at(-1)?.push('')
      else if (name === 'p') open = { style: '', level: null, text: '' }
      else if (name === 'pPr') properties = true
      else if (properties && open && name === 'pStyle') open.style = attribute('val') ?? ''
      else if (properties && open && name === 'outlineLvl') open.level = Number(attribute('val') ?? 9)
      else if (name === 't') inText = true
      else if (open && !properties && (name === 'br' || name === 'cr')) open.text += '\n'
      else if (open && !properties && name === 'tab') open.text += ' '
    },
    text: (text) => {
      if (inText && skipping === 0 && open) open.text += text
    },
    close: (name) => {
      if (skipping > 0) {
        skipping--
        return
      }
      if (name === 't') inText = false
      else if (name === 'pPr') properties = false
      else if (name === 'tbl' && --within === 0) tables.push(table)
      else if (name === 'p' && open) {
        const text = open.text.normalize('NFC').trim()
        const row = table.at(-1)
        if (within > 0 && row) row.push([row.pop() ?? '', text].filter((part) => part !== '').join('\n'))
        else if (text !== '') {
          const { name: style = '', level = null } = styles(open.style) ?? {}
          const own = open.level ?? level
          paragraphs.push({ text, style, level: own === null || own > 8 ? null : own })
        }
        open = null
      }
    },
  })
  return { paragraphs, tables }
}

/** The styles by id, each with the level that it has itself or from the one it is based on. */
function stylesOf(part: Uint8Array | null): (id: string) => Style | undefined {
  const styles = new Map<string, Style>()
  if (part !== null) {
    let id = ''
    walk(part, {
      open: ({ name, attribute }) => {
        if (name === 'style') {
          id = attribute('styleId') ?? ''
          styles.set(id, { name: '', level: null, basedOn: null })
        }
        const style = styles.get(id)
        if (!style) return
        if (name === 'name') styles.set(id, { ...style, name: (attribute('val') ?? '').toLowerCase() })
        else if (name === 'basedOn') styles.set(id, { ...style, basedOn: attribute('val') ?? null })
        else if (name === 'outlineLvl') styles.set(id, { ...style, level: Number(attribute('val') ?? 9) })
      },
      text: () => {},
      close: (name) => {
        if (name === 'style') id = ''
      },
    })
  }
  const levelOf = (style: Style, depth = 0): number | null => {
    // The built-in headings have their level by name, whether or not the file repeats it.
    const heading = /^(?:heading|заголовок) ([1-9])$/u.exec(style.name)?.[1]
    if (style.level !== null || heading !== undefined) return style.level ?? Number(heading) - 1
    const base = style.basedOn === null ? undefined : styles.get(style.basedOn)
    return base === undefined || depth > 20 ? null : levelOf(base, depth + 1)
  }
  return (id) => {
    const style = styles.get(id)
    return style && { ...style, level: levelOf(style) }
  }
}
