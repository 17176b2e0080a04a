import type { PositionReading } from '@/core/exchange/positions'
import { isOurs, readingName } from '@/core/exchange/positions'
import {
  type ExchangeCase,
  type ExchangeNote,
  type ExchangeProject,
  type ExchangeVariable,
  exchangeTypes,
  flatCodes,
} from '@/core/exchange/project'
import { docx } from '../docx'
import { limits } from '../limits'
import { all, first, guid, targets, textIn, timeOf } from '../qda/element'
import { codeNotes, codesIn, list, setsIn } from '../qda/read-codes'
import { type Importer, type Note, note, type Reading, refuse } from '../reading'
import { type XmlElement, XmlTreeError, xmlTree } from '../xml/tree'
import { looksLikeZip, ZipError } from '../zip/read'
import { type Container, container } from './container'
import { leftOut, type Seen, seenIn } from './left-out'
import { type RawSource, scoresOf, understood, valuesOf } from './text-source'

/** What a .qdpx gave: the project as far as it can be kept, and how much of everything is in the file. */
export type ReadProject = { readonly project: ExchangeProject; readonly seen: Seen }

/**
 * A project of REFI-QDA (urn:QDA-XML:project:1.0), as any program writes it: the order of elements, the version of the namespace, the case of
 * names and unknown elements do not matter. What cannot be kept is named in the notes, and so is the reading of positions that was taken.
 */
export const qdpx: Importer<ReadProject> = {
  id: 'qdpx',
  name: 'REFI-QDA project',
  extensions: ['qdpx'],
  sniff: looksLikeZip,
  read: async (name, bytes) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    if (bytes.length > limits.project) return refuse('fileTooLarge', name, { limit: limits.project / 2 ** 20 })
    try {
      return await projectOf(name, container(bytes))
    } catch (error) {
      if (error instanceof XmlTreeError) return refuse('qdaDamaged', name, { fault: error.message })
      if (error instanceof RangeError) return refuse('zipTooLarge', name)
      if (!(error instanceof ZipError)) throw error
      if (error.fault === 'encrypted') return refuse('zipEncrypted', name)
      if (error.fault === 'too-large') return refuse('zipTooLarge', name)
      return refuse('qdaNoProject', name)
    }
  },
}

async function projectOf(file: string, inside: Container): Promise<Reading<ReadProject>> {
  if (inside.project === null) return refuse('qdaNoProject', file)
  const root = xmlTree(inside.project)
  if (root.name !== 'Project') return refuse('qdaNoProject', file)
  const origin = root.attributes.origin ?? ''
  const { sources, notes: textNotes } = await sourcesOf(root, origin, inside)
  const codebook = first(root, 'CodeBook')
  const codes = codesIn(codebook)
  const users = all(first(root, 'Users'), 'User').map(({ attributes }) => ({
    id: guid(attributes.guid),
    name: attributes.name ?? '',
    email: /^\S+@\S+$/u.test(attributes.id ?? '') ? (attributes.id ?? '') : '',
  }))
  const project: ExchangeProject = {
    name: root.attributes.name ?? '',
    origin,
    description: textIn(root, 'Description'),
    users,
    codes,
    variables: all(first(root, 'Variables'), 'Variable').map(variableOf),
    cases: all(first(root, 'Cases'), 'Case').map(caseOf),
    sources,
    notes: all(first(root, 'Notes'), 'Note').map((element) => noteOf(element, inside)),
    noteIds: targets(root, 'NoteRef'),
    sets: setsIn(first(root, 'Sets')),
  }
  const notes = [...textNotes, ...leftOut(root), ...codeNotes(codebook, codes), ...dangling(project)]
  return { value: { project, seen: seenIn(root) }, notes }
}

type Texts = { readonly sources: ExchangeProject['sources']; readonly notes: readonly Note[] }

async function sourcesOf(root: XmlElement, origin: string, inside: Container): Promise<Texts> {
  const raws: RawSource[] = []
  const notes: Note[] = []
  for (const { element, outer } of textElements(root)) {
    const raw = await rawText(element, inside)
    const label = outer.attributes.name ?? element.attributes.name ?? ''
    if (raw === null) {
      const selections = all(element, 'PlainTextSelection')
      const codings = selections.reduce((sum, one) => sum + all(one, 'Coding').length, all(outer, 'Coding').length)
      notes.push(note('qdaTextMissing', { source: label, codings }))
    } else if (raw.length > limits.characters)
      notes.push(note('qdaTextTooLong', { source: label, limit: limits.characters }))
    else raws.push({ element, outer, raw })
  }
  const scores = isOurs(origin) ? [] : raws.map(scoresOf)
  const whole = new Map<string, number>()
  for (const one of scores) for (const [name, score] of one) whole.set(name, (whole.get(name) ?? 0) + score)
  const read = raws.map((raw, i) => understood(raw, origin, scores[i] ?? new Map(), whole))
  const byReading = new Map<
    string,
    { reading: PositionReading; texts: { name: string }[]; quoted: number; agreeing: number }
  >()
  for (const { reading, source, quoted, agreeing, outside } of read) {
    if (outside.length > 0)
      notes.push(
        note('qdaOutside', {
          source: source.name,
          count: outside.length,
          names: list(outside.map((name) => ({ name }))),
        }),
      )
    if (source.selections.length === 0) continue
    const same = byReading.get(readingName(reading)) ?? { reading, texts: [], quoted: 0, agreeing: 0 }
    same.texts.push(source)
    same.quoted += quoted
    same.agreeing += agreeing
    byReading.set(readingName(reading), same)
  }
  const taken = [...byReading.values()].map(({ reading, texts, quoted, agreeing }) =>
    note('qdaReading', {
      ...{ count: texts.length, names: list(texts), quoted, agreeing },
      ...{ unit: reading.unit, lines: reading.lines, end: reading.end },
    }),
  )
  return { sources: read.map(({ source }) => source), notes: [...taken, ...notes] }
}

/** Every text of the project: of text sources, of PDFs as far as they have one, and transcripts of recordings. */
function textElements(root: XmlElement): readonly { element: XmlElement; outer: XmlElement }[] {
  return (first(root, 'Sources')?.children ?? []).flatMap((source) => {
    if (source.name === 'TextSource') return [{ element: source, outer: source }]
    if (source.name === 'PDFSource') return all(source, 'Representation').map((element) => ({ element, outer: source }))
    if (source.name === 'PictureSource')
      return all(source, 'TextDescription').map((element) => ({ element, outer: element }))
    return all(source, 'Transcript').map((element) => ({ element: positioned(element), outer: element }))
  })
}

// Selections of a transcript are told by points in time, each of which may have a position in the text.
function positioned(transcript: XmlElement): XmlElement {
  const positions = new Map(
    all(transcript, 'SyncPoint').map(({ attributes }) => [guid(attributes.guid), attributes.position]),
  )
  const children = transcript.children.map((child) => {
    const startPosition = positions.get(guid(child.attributes.fromSyncPoint))
    const endPosition = positions.get(guid(child.attributes.toSyncPoint))
    if (child.name !== 'TranscriptSelection' || startPosition === undefined || endPosition === undefined) return child
    return { ...child, name: 'PlainTextSelection', attributes: { ...child.attributes, startPosition, endPosition } }
  })
  return { ...transcript, children }
}

async function rawText(element: XmlElement, inside: Container): Promise<string | null> {
  const inline = first(element, 'PlainTextContent')
  if (inline !== undefined) return inline.text
  const plain = element.attributes.plainTextPath
  const text = plain === undefined ? null : inside.text(plain)
  if (text !== null) return text
  const rich = element.attributes.richTextPath
  const bytes = rich === undefined || !/\.docx$/iu.test(rich) ? null : inside.file(rich)
  if (bytes === null) return null
  const reading = await docx.read(rich ?? '', bytes, {})
  return 'refused' in reading ? null : reading.value.text
}

function variableOf(element: XmlElement): ExchangeVariable {
  const type = element.attributes.typeOfVariable
  return {
    id: guid(element.attributes.guid),
    name: element.attributes.name ?? '',
    type: exchangeTypes.find((one) => one === type) ?? 'Text',
    description: textIn(element, 'Description'),
  }
}

function caseOf(element: XmlElement): ExchangeCase {
  return {
    id: guid(element.attributes.guid),
    name: element.attributes.name ?? '',
    description: textIn(element, 'Description'),
    values: valuesOf(element),
    sourceIds: targets(element, 'SourceRef'),
  }
}

function noteOf(element: XmlElement, inside: Container): ExchangeNote {
  const path = element.attributes.plainTextPath
  const text = first(element, 'PlainTextContent')?.text ?? (path === undefined ? null : inside.text(path))
  const user = guid(element.attributes.creatingUser)
  return {
    id: guid(element.attributes.guid),
    name: element.attributes.name ?? '',
    text: (text ?? textIn(element, 'Description')).replace(/\r\n?/gu, '\n'),
    userId: user === '' ? null : user,
    at: timeOf(element.attributes.creationDateTime),
  }
}

/** Codings whose code or whose user is not in the file. */
function dangling(project: ExchangeProject): readonly Note[] {
  const codes = new Set(flatCodes(project.codes).map(({ code }) => code.id))
  const users = new Set(project.users.map(({ id }) => id))
  let noCode = 0
  let noUser = 0
  for (const { selections, codings } of project.sources)
    for (const coding of [...codings, ...selections.flatMap((one) => one.codings)]) {
      if (!codes.has(coding.codeId)) noCode++
      if (coding.userId === null || !users.has(coding.userId)) noUser++
    }
  return [
    ...(noCode === 0 ? [] : [note('qdaCodeMissing', { count: noCode })]),
    ...(noUser === 0 ? [] : [note('qdaUserMissing', { count: noUser })]),
  ]
}
