import { zipSync } from 'fflate'
import type {
  ExchangeCoding,
  ExchangeProject,
  ExchangeSelection,
  ExchangeSource,
  ExchangeType,
  ExchangeValue,
} from '@/core/exchange/project'
import { codeElements, references, setElements } from '../qda/write-codes'
import { dateTime, element, legible, prolog, text } from '../qda/write-xml'
import type { Exporter, Written } from '../reading'
import { plainDocx } from './plain-docx'

/**
 * For whom a project is written. `standard` counts positions in code points, as REFI-QDA 1.5 (10.2) says; `nvivo` in UTF-16, as NVivo and
 * QualCoder do. Both have \n for line ends, no byte order mark, and the end behind the last character.
 */
export const qdpxVariants = ['standard', 'nvivo'] as const
/** One of `qdpxVariants`. */
export type QdpxVariant = (typeof qdpxVariants)[number]

/** Who says to have written a file: by it our own importer knows how positions are counted. */
export const origins = { standard: 'Interlinear', nvivo: 'Interlinear (positions for NVivo and QualCoder)' } as const

// One moment for all parts: the same project is the same file.
const STILL = new Date(2000, 0, 1)

/** How many characters of a passage are its name. */
const NAME = 100

/** A project as a .qdpx that is valid against Project.xsd of 18 March 2019. `Integer` and other values that are not of their type are written as text. */
export function writeQdpx(project: ExchangeProject, variant: QdpxVariant = 'standard'): Written {
  const types = new Map(project.variables.map(({ id, type }) => [id, type]))
  const files: Record<string, Uint8Array> = {}
  const utf8 = new TextEncoder()
  const parts: string[] = []
  for (const source of project.sources) {
    const words = legible(source.text)
    files[`sources/${source.id}.txt`] = utf8.encode(words)
    files[`sources/${source.id}.docx`] = plainDocx(words)
    parts.push(sourceElement(source, types, variant))
  }
  const xml = [
    prolog,
    '<Project xmlns="urn:QDA-XML:project:1.0"',
    element('', { name: project.name, origin: origins[variant] }, '').slice(1, -2),
    '>',
    group(
      'Users',
      project.users.map(({ id, name, email }) => element('User', { guid: id, name, id: email || null }, '')),
    ),
    project.codes.length === 0
      ? ''
      : element('CodeBook', {}, element('Codes', {}, codeElements(project.codes, 'project'))),
    group(
      'Variables',
      project.variables.map(({ id, name, type, description }) =>
        element('Variable', { guid: id, name, typeOfVariable: type }, text('Description', description)),
      ),
    ),
    group(
      'Cases',
      project.cases.map((one) =>
        element(
          'Case',
          { guid: one.id, name: one.name },
          text('Description', one.description) + values(one.values, types) + references('SourceRef', one.sourceIds),
        ),
      ),
    ),
    group('Sources', parts),
    group(
      'Notes',
      project.notes.map((note) =>
        element(
          'Note',
          { guid: note.id, name: note.name, creatingUser: note.userId, creationDateTime: dateTime(note.at) },
          // The schema has either content or a path: an empty memo is an empty content.
          note.text === '' ? '<PlainTextContent/>' : text('PlainTextContent', note.text),
        ),
      ),
    ),
    setElements(project.sets, 'project'),
    text('Description', project.description),
    references('NoteRef', project.noteIds),
    '</Project>',
  ]
  const all = { 'project.qde': encoded(utf8, xml), ...files }
  return { bytes: zipSync(all, { level: 4, mtime: STILL }), notes: [] }
}

/** A project of REFI-QDA to download. */
export const qdpxExporter: Exporter<{ readonly project: ExchangeProject; readonly variant: QdpxVariant }> = {
  id: 'qdpx',
  name: 'REFI-QDA project',
  extension: 'qdpx',
  type: 'application/zip',
  write: async ({ project, variant }) => writeQdpx(project, variant),
}

function encoded(utf8: TextEncoder, xml: readonly string[]): Uint8Array {
  return utf8.encode(xml.join(''))
}

function group(name: string, inner: readonly string[]): string {
  return inner.length === 0 ? '' : element(name, {}, inner.join(''))
}

function sourceElement(source: ExchangeSource, types: ReadonlyMap<string, ExchangeType>, variant: QdpxVariant): string {
  const place = placing(source.text, variant)
  return element(
    'TextSource',
    {
      guid: source.id,
      name: source.name,
      richTextPath: `internal://${source.id}.docx`,
      plainTextPath: `internal://${source.id}.txt`,
      creatingUser: source.userId,
      creationDateTime: dateTime(source.at),
    },
    text('Description', source.description) +
      source.selections.map((selection) => selectionElement(selection, source.text, place)).join('') +
      source.codings.map(codingElement).join('') +
      references('NoteRef', source.noteIds) +
      values(source.values, types),
  )
}

function selectionElement(selection: ExchangeSelection, words: string, place: (offset: number) => number): string {
  const quote = words.slice(selection.start, selection.end)
  const signs = quote.length > NAME ? [...quote.slice(0, NAME * 2)].slice(0, NAME).join('') : quote
  return element(
    'PlainTextSelection',
    {
      guid: selection.id,
      name: signs.length < quote.length ? `${signs}…` : quote,
      startPosition: place(selection.start),
      endPosition: place(selection.end),
      creatingUser: selection.userId,
      creationDateTime: dateTime(selection.at),
    },
    text('Description', selection.comment) +
      selection.codings.map(codingElement).join('') +
      references('NoteRef', selection.noteIds),
  )
}

function codingElement(coding: ExchangeCoding): string {
  return element(
    'Coding',
    { guid: coding.id, creatingUser: coding.userId, creationDateTime: dateTime(coding.at) },
    element('CodeRef', { targetGUID: coding.codeId }, '') + references('NoteRef', coding.noteIds),
  )
}

function values(given: readonly ExchangeValue[], types: ReadonlyMap<string, ExchangeType>): string {
  return given
    .map(({ variableId, value }) =>
      element(
        'VariableValue',
        {},
        element('VariableRef', { targetGUID: variableId }, '') + typed(types.get(variableId) ?? 'Text', value),
      ),
    )
    .join('')
}

function typed(type: ExchangeType, value: string): string {
  if (type === 'Integer' && /^-?\d+$/u.test(value)) return text('IntegerValue', value)
  const number = Number(value)
  if (type === 'Float' && value.trim() !== '' && Number.isFinite(number))
    return text('FloatValue', decimal(value, number))
  if (type === 'Date' && /^\d{4}-\d\d-\d\d$/u.test(value)) return text('DateValue', value)
  if (type === 'DateTime' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/u.test(value))
    return text('DateTimeValue', value)
  if (type === 'Boolean' && /^(?:true|false|1|0)$/u.test(value)) return text('BooleanValue', value)
  return value === '' ? '' : text('TextValue', value)
}

// xsd:decimal has no exponent.
function decimal(value: string, number: number): string {
  return /e/iu.test(value) ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 100 }) : value
}

/** From offsets of ours to positions of the file; what XML and with it the file's text cannot hold is not counted. */
function placing(words: string, variant: QdpxVariant): (offset: number) => number {
  if (legible(words) === words && (variant === 'nvivo' || !/[\u{10000}-\u{10FFFF}]/u.test(words)))
    return (offset) => offset
  const positions = new Uint32Array(words.length + 1)
  let at = 0
  for (let i = 0; i < words.length; ) {
    const sign = String.fromCodePoint(words.codePointAt(i) ?? 0)
    positions.fill(at, i, i + sign.length)
    if (legible(sign) !== '') at += variant === 'nvivo' ? sign.length : 1
    i += sign.length
  }
  positions[words.length] = at
  return (offset) => positions[offset] ?? at
}
