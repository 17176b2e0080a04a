import type { Note, NoteKey } from '../reading'
import { note } from '../reading'
import type { Zip } from '../zip/read'
import { type Parts, partsOf } from './parts'
import { type Found, type Reference, readStory, type Story } from './story'

/** The text of a Word file as it is stored, where its footnotes begin (its length when there are none), and what is to be said about it. */
export type WordText = { readonly text: string; readonly body: number; readonly notes: readonly Note[] }

/**
 * The text of a Word file: NFC, a line for each paragraph, line break and table row. Footnotes and endnotes follow at the end, numbered as `[1]` at
 * their place. Null when the zip is no Word file. Throws `ZipError` and `XmlError` when parts are broken.
 */
export function readWord(zip: Zip): WordText | null {
  const parts = partsOf(zip)
  const main = parts.document === null ? null : zip.part(parts.document)
  if (main === null) return null
  const story = readStory(main)
  const body = stored(story.lines)
  const footnotes = story.references.length === 0 ? '' : `\n\n${stored(footnoteLines(zip, parts, story.references))}`
  return { text: body + footnotes, body: body.length, notes: [...said(story), ...margins(zip, parts)] }
}

function stored(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .normalize('NFC')
}

function footnoteLines(zip: Zip, parts: Parts, references: readonly Reference[]): readonly string[] {
  const notesOf = (path: string | null) => {
    const part = path === null ? null : zip.part(path)
    return part === null ? null : readStory(part).notes
  }
  const kinds = { footnote: notesOf(parts.footnotes), endnote: notesOf(parts.endnotes) }
  return references.map(({ kind, id }, index) => `[${index + 1}] ${(kinds[kind]?.get(id) ?? []).join('\n').trim()}`)
}

function said(story: Story): readonly Note[] {
  const { found } = story
  const notes: Note[] = []
  if (found.inserted + found.deleted > 0) {
    notes.push(note('trackedChanges', { inserted: found.inserted, deleted: found.deleted, paragraph: found.changedAt }))
  }
  const counted: readonly (readonly [NoteKey, number, number])[] = [
    ['commentsLeftOut', found.comments, found.commentAt],
    ['picturesLeftOut', found.pictures, found.pictureAt],
  ]
  for (const [key, count, paragraph] of counted) if (count > 0) notes.push(note(key, { count, paragraph }))
  if (story.references.length > 0) notes.push(note('footnotesKept', { count: story.references.length }))
  return [...notes, ...plain(found)]
}

function plain(found: Found): readonly Note[] {
  const counted: readonly (readonly [NoteKey, number])[] = [
    ['listNumbersLeftOut', found.numbered],
    ['hiddenTextKept', found.hidden],
    ['foreignPartsLeftOut', found.foreign],
  ]
  return counted.filter(([, count]) => count > 0).map(([key, count]) => note(key, { count }))
}

function margins(zip: Zip, parts: Parts): readonly Note[] {
  const texts = parts.margins.map((path) => {
    const part = zip.part(path)
    return part === null ? '' : readStory(part).lines.join(' ').replace(/\s+/gu, ' ').trim()
  })
  const told = [...new Set(texts)].filter((text) => /\p{L}/u.test(text)).join(' · ')
  if (told === '') return []
  const short = told.length <= 80 ? told : `${told.slice(0, 80).replace(/\p{Cs}$/u, '')}…`
  return [note('marginsLeftOut', { text: short })]
}
