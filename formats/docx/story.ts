import { Page } from './page'
import { type Element, walk } from './xml'

/** What a part of a Word file holds besides the text that is taken. Paragraphs are counted from 1; 0 says that there is none. */
export type Found = {
  inserted: number
  deleted: number
  changedAt: number
  comments: number
  commentAt: number
  pictures: number
  pictureAt: number
  numbered: number
  hidden: number
  foreign: number
}

/** The text of a part: lines as they are stored, and the footnotes and endnotes that it refers to, in order. */
export type Story = {
  readonly lines: readonly string[]
  readonly references: readonly Reference[]
  /** The lines of each footnote or endnote by its id, when the part is one of notes. */
  readonly notes: ReadonlyMap<string, readonly string[]>
  readonly found: Found
}

/** A place where a footnote or an endnote is referred to; its number stands in the text as `[1]`. */
export type Reference = { readonly kind: 'footnote' | 'endnote'; readonly id: string }

/** Elements whose content is no text of the document: properties, deletions, field codes, and the second copy of what older programs show. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delInstrText',
  'delText',
  'sectPr',
  'tblPr',
  'tblGrid',
  'tcPr',
  'sdtPr',
])

/**
 * Reads a part of a Word file: tracked insertions are taken, deletions dropped, a line break is a line end, a tab a tab, a table a line per row with
 * tabs between its cells. Throws `XmlError` when the part is broken.
 */
export function readStory(bytes: Uint8Array): Story {
  const page = new Page()
  const found: Found = {
    inserted: 0,
    deleted: 0,
    changedAt: 0,
    comments: 0,
    commentAt: 0,
    pictures: 0,
    pictureAt: 0,
    numbered: 0,
    hidden: 0,
    foreign: 0,
  }
  const references: Reference[] = []
  const notes = new Map<string, readonly string[]>()
  let skipping = 0
  let properties: 'paragraph' | 'run' | 'row' | null = null
  let depth = 0
  let collecting = false
  let noteId: string | null = null

  const openWord = (element: Element) => {
    switch (element.name) {
      case 'p':
        return page.openParagraph()
      case 't':
        collecting = true
        return
      case 'tab':
      case 'ptab':
        return page.add('\t')
      case 'br':
      case 'cr':
        return page.add('\n')
      case 'noBreakHyphen':
        return page.add('\u2011')
      case 'softHyphen':
        return page.add('\u00AD')
      case 'sym':
        return page.add(symbol(element.attribute('char')))
      case 'tr':
        return page.openRow()
      case 'tc':
      case 'txbxContent':
        return page.openBox()
      case 'ins':
      case 'moveTo':
        found.inserted++
        found.changedAt ||= page.paragraphs
        return
      case 'commentReference':
        found.comments++
        found.commentAt ||= page.paragraphs
        return
      case 'footnoteReference':
      case 'endnoteReference': {
        const id = element.attribute('id')
        if (id === undefined) return
        references.push({ kind: element.name === 'footnoteReference' ? 'footnote' : 'endnote', id })
        return page.add(`[${references.length}]`)
      }
      case 'footnote':
      case 'endnote':
        if (element.attribute('type') === undefined || element.attribute('type') === 'normal')
          noteId = element.attribute('id') ?? null
        return page.openBox()
      case 'altChunk':
      case 'subDoc':
        found.foreign++
    }
  }

  const openProperty = (element: Element) => {
    if (element.name === 'numPr' && properties === 'paragraph') found.numbered++
    if (element.name === 'vanish' && properties === 'run' && !isOff(element)) found.hidden++
    if (element.name === 'del' && properties === 'paragraph') page.joinParagraph()
    if (element.name === 'del' && properties === 'row') {
      found.deleted++
      found.changedAt ||= page.paragraphs
      page.dropRow()
    }
  }

  const closeWord = (name: string) => {
    if (name === 't') collecting = false
    else if (name === 'p') page.closeParagraph()
    else if (name === 'tc') page.closeCell()
    else if (name === 'tr') page.closeRow()
    else if (name === 'txbxContent') page.closeTextBox()
    else if (name === 'footnote' || name === 'endnote') {
      const lines = page.closeBox()
      if (noteId !== null) notes.set(noteId, lines)
      noteId = null
    }
  }

  walk(bytes, {
    open: (element) => {
      if (skipping > 0) {
        skipping++
        return
      }
      if (properties !== null) {
        depth++
        // What the properties were before a tracked change is history.
        if (element.word && element.name.endsWith('Change')) skipping = 1
        else if (element.word) openProperty(element)
        return
      }
      if (element.word && (element.name === 'pPr' || element.name === 'rPr' || element.name === 'trPr')) {
        properties = element.name === 'pPr' ? 'paragraph' : element.name === 'rPr' ? 'run' : 'row'
        depth = 1
      } else if ((element.word && SKIPPED.has(element.name)) || (!element.word && element.name === 'Fallback')) {
        skipping = 1
        if (element.name === 'del' || element.name === 'moveFrom') {
          found.deleted++
          found.changedAt ||= page.paragraphs
        }
      } else if (element.word) openWord(element)
      else if (element.name === 't') collecting = true
      else if (element.name === 'pic' || element.name === 'imagedata') {
        found.pictures++
        found.pictureAt ||= page.paragraphs
      }
    },
    close: (name, word) => {
      if (skipping > 0) {
        skipping--
        if (skipping > 0 || properties === null) return
      }
      if (properties !== null) {
        depth--
        if (depth === 0) properties = null
      } else if (word) closeWord(name)
      else if (name === 't') collecting = false
    },
    text: (text) => {
      if (collecting && skipping === 0) page.add(text)
    },
  })
  return { lines: page.lines(), references, notes, found }
}

function isOff(element: Element): boolean {
  const value = element.attribute('val')
  return value === '0' || value === 'false' || value === 'off'
}

/** A sign of a symbol font: Word writes it in the private area above F000, where the low byte is the place in the font. */
function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16)
  return Number.isNaN(point) || point < 32 || point > 0xffff ? '' : String.fromCharCode(point)
}
