import { Page } from '../docx/page'
import { type Element, walk } from '../docx/xml'
import { footnoteText, shortened } from '../footnotes'
import { type Note, note } from '../reading'
import { stored } from '../transcript'
import type { Zip } from '../zip/read'

/** Elements whose content is no text of the document: declarations, deleted text, comments, second copies, what pictures are called. */
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'title',
  'desc',
  'forms',
  'scripts',
  'font-face-decls',
  'automatic-styles',
  'styles',
  'meta',
  'settings',
  'binary-data',
  'object',
  'object-ole',
  'ruby-text',
  'number',
  'note-citation',
  'variable-decls',
  'sequence-decls',
])

/** The text of an OpenDocument file as it is stored, where its footnotes begin, and what is to be said about it. */
export type OdtText = { readonly text: string; readonly body: number; readonly notes: readonly Note[] }

/**
 * Reads the text of an OpenDocument zip: a line for each paragraph, line break and table row, footnotes at the end. Null when there is no text in it.
 * Throws `ZipError` and `XmlError` when parts are broken.
 */
export function readOdt(zip: Zip): OdtText | 'encrypted' | null {
  const manifest = zip.part('META-INF/manifest.xml')
  if (manifest !== null && Buffer.from(manifest).includes('encryption-data')) return 'encrypted'
  const content = zip.part('content.xml')
  if (content === null) return null
  const story = readContent(content)
  if (!story.isText) return null
  const body = stored(story.lines.join('\n'))
  const margins = marginsOf(zip.part('styles.xml'))
  const notes = margins === '' ? story.notes : [...story.notes, note('marginsLeftOut', { text: margins })]
  return { text: body + stored(footnoteText(story.footnotes)), body: body.length, notes }
}

type Content = {
  readonly lines: readonly string[]
  readonly footnotes: readonly (readonly string[])[]
  readonly notes: readonly Note[]
  readonly isText: boolean
}

function readContent(bytes: Uint8Array): Content {
  const page = new Page()
  const footnotes: (readonly string[])[] = []
  const open: number[] = []
  const found = { inserted: 0, deleted: 0, comments: 0, commentAt: 0, pictures: 0, pictureAt: 0, listed: 0 }
  let skipping = 0
  let isText = false

  const count = (name: string) => {
    if (name === 'insertion') found.inserted++
    else if (name === 'deletion') found.deleted++
    else if (name === 'annotation') {
      found.comments++
      found.commentAt ||= page.paragraphs
    } else if (name === 'image') {
      found.pictures++
      found.pictureAt ||= page.paragraphs
    } else if (name === 'list-item') found.listed++
    else if (name === 'text') isText = true
  }
  const begin = (element: Element) => {
    switch (element.name) {
      case 'p':
      case 'h':
        return page.openParagraph()
      case 's':
        return page.add(' '.repeat(Math.min(Math.max(Number(element.attribute('c')) || 1, 1), 1000)))
      case 'tab':
        return page.add('\t')
      case 'line-break':
        return page.add('\n')
      case 'table-row':
        return page.openRow()
      case 'table-cell':
      case 'covered-table-cell':
      case 'text-box':
        return page.openBox()
      case 'note':
        open.push(footnotes.push([]) - 1)
        return page.add(`[${footnotes.length}]`)
      case 'note-body':
        return page.openBox()
    }
  }
  const end = (name: string) => {
    if (name === 'p' || name === 'h') page.closeParagraph()
    else if (name === 'table-cell' || name === 'covered-table-cell') page.closeCell()
    else if (name === 'table-row') page.closeRow()
    else if (name === 'text-box') page.closeTextBox()
    else if (name === 'note-body') {
      const at = open.pop()
      const lines = page.closeBox()
      if (at !== undefined) footnotes[at] = lines
    }
  }
  walk(bytes, {
    open: (element) => {
      count(element.name)
      if (skipping > 0 || SKIPPED.has(element.name)) skipping++
      else begin(element)
    },
    close: (name) => {
      if (skipping > 0) skipping--
      else end(name)
    },
    text: (text) => {
      if (skipping > 0) return
      // White space of the file is one blank at most; more of it has an element of its own.
      const words = text.replace(/[ \t\r\n]+/gu, ' ')
      page.add(words.startsWith(' ') && /^$|[ \n\t]/u.test(page.tail()) ? words.slice(1) : words)
    },
  })
  return { lines: page.lines(), footnotes, notes: said(found, footnotes.length), isText }
}

function said(
  found: { inserted: number; deleted: number; comments: number; commentAt: number; pictures: number } & {
    pictureAt: number
    listed: number
  },
  footnotes: number,
): readonly Note[] {
  const { inserted, deleted, comments, pictures, listed } = found
  return [
    ...(inserted + deleted > 0 ? [note('changesAccepted', { inserted, deleted })] : []),
    ...(comments > 0 ? [note('commentsLeftOut', { count: comments, paragraph: found.commentAt })] : []),
    ...(pictures > 0 ? [note('picturesLeftOut', { count: pictures, paragraph: found.pictureAt })] : []),
    ...(footnotes > 0 ? [note('footnotesKept', { count: footnotes })] : []),
    ...(listed > 0 ? [note('listNumbersLeftOut', { count: listed })] : []),
  ]
}

/** The text of page headers and footers, which stand among the styles. */
function marginsOf(styles: Uint8Array | null): string {
  if (styles === null) return ''
  const texts = new Set<string>()
  let inside = 0
  let text = ''
  walk(styles, {
    open: ({ name }) => {
      if (inside > 0 || /^(?:header|footer)(?:-left|-first)?$/u.test(name)) inside++
    },
    close: () => {
      if (inside === 0) return
      inside--
      if (inside === 0) texts.add(text.replace(/\s+/gu, ' ').trim())
      if (inside === 0) text = ''
    },
    text: (more) => {
      if (inside > 0) text += more
    },
  })
  return shortened([...texts].filter((one) => /\p{L}/u.test(one)).join(' · '))
}
