import {
  bestReading,
  type FiledSelection,
  fits,
  type PositionReading,
  placeIn,
  positionMap,
} from '@/core/exchange/positions'
import type { ExchangeCoding, ExchangeSelection, ExchangeSource, ExchangeValue } from '@/core/exchange/project'
import { storedText } from '@/core/exchange/stored-text'
import { all, first, guid, targets, textIn, timeOf } from '../qda/element'
import type { XmlElement } from '../xml/tree'

/** A text source before its positions are understood: the raw text as the file has it, and the element that lists its selections. */
export type RawSource = { readonly element: XmlElement; readonly outer: XmlElement; readonly raw: string }

/** How the positions of a text were understood: which reading, and how many selections lie outside of the text in it. */
export type Understood = {
  readonly source: ExchangeSource
  readonly reading: PositionReading
  /** Names or positions of selections that leave the text. */
  readonly outside: readonly string[]
  /** How many selections have a name that is a quotation, and how many of these say what the text says. */
  readonly quoted: number
  readonly agreeing: number
}

/** The scores of all readings for a text's selections, by name. */
export function scoresOf({ element, raw }: RawSource): ReadonlyMap<string, number> {
  return fits(raw, filed(element))
}

/** A source with its selections laid on the raw text by the best reading, and mapped to the text as it is stored. */
export function understood(
  source: RawSource,
  origin: string,
  scores: ReadonlyMap<string, number>,
  whole: ReadonlyMap<string, number>,
): Understood {
  const { element, outer, raw } = source
  const count = all(element, 'PlainTextSelection').length
  // What the other texts of the file show decides where this one shows little.
  const total = [...whole.values()].reduce((most, score) => Math.max(most, score), 1)
  const weighed = new Map(
    [...scores].map(([name, score]) => [name, score + 0.5 * Math.max(0, (whole.get(name) ?? 0) / total)] as const),
  )
  const reading = bestReading(origin, weighed, count)
  const map = positionMap(raw, reading)
  const stored = storedText(raw)
  const outside: string[] = []
  let quoted = 0
  let agreeing = 0
  const selections = all(element, 'PlainTextSelection').flatMap((selection): readonly ExchangeSelection[] => {
    const { start, end, name } = filedOf(selection)
    const place = placeIn(map, reading.end, start, end)
    if (place === null) {
      outside.push(name === '' ? `${start}–${end}` : name)
      return []
    }
    if (name.length > 1) {
      quoted++
      if (says(raw.slice(place.start, place.end), name)) agreeing++
    }
    return [selectionOf(selection, stored.at(place.start, 'start'), stored.at(place.end, 'end'))]
  })
  return {
    reading,
    outside,
    quoted,
    agreeing,
    source: {
      id: guid(outer.attributes.guid),
      name: outer.attributes.name ?? fileName(element.attributes.plainTextPath ?? ''),
      description: textIn(outer, 'Description'),
      text: stored.text,
      userId: user(outer, 'creatingUser') ?? user(element, 'creatingUser'),
      at: timeOf(outer.attributes.creationDateTime),
      selections,
      codings: [...all(outer, 'Coding'), ...(outer === element ? [] : all(element, 'Coding'))].map((coding) =>
        codingOf(coding, user(outer, 'creatingUser')),
      ),
      noteIds: targets(outer, 'NoteRef'),
      values: valuesOf(outer),
    },
  }
}

/** The values of variables of a source or a case; one without a value is none. */
export function valuesOf(element: XmlElement): readonly ExchangeValue[] {
  return all(element, 'VariableValue').flatMap((value) => {
    const variableId = guid(first(value, 'VariableRef')?.attributes.targetGUID)
    const given = value.children.find(({ name }) => name.endsWith('Value'))
    if (variableId === '' || given === undefined || given.text.trim() === '') return []
    const number = given.name === 'IntegerValue' || given.name === 'FloatValue' ? Number(given.text) : Number.NaN
    const date = given.name === 'DateValue' ? given.text.trim().slice(0, 10) : given.text
    return [{ variableId, value: Number.isFinite(number) ? String(number) : date }]
  })
}

/** A coding; who coded is the one on the coding, else on the selection. */
export function codingOf(element: XmlElement, fallback: string | null): ExchangeCoding {
  return {
    id: guid(element.attributes.guid),
    codeId: guid(first(element, 'CodeRef')?.attributes.targetGUID),
    userId: user(element, 'creatingUser') ?? fallback,
    at: timeOf(element.attributes.creationDateTime),
    noteIds: targets(element, 'NoteRef'),
  }
}

function selectionOf(element: XmlElement, start: number, end: number): ExchangeSelection {
  const userId = user(element, 'creatingUser')
  return {
    id: guid(element.attributes.guid),
    start,
    end,
    comment: textIn(element, 'Description'),
    userId,
    at: timeOf(element.attributes.creationDateTime),
    codings: all(element, 'Coding').map((coding) => codingOf(coding, userId)),
    noteIds: targets(element, 'NoteRef'),
  }
}

function user(element: XmlElement, attribute: string): string | null {
  const id = guid(element.attributes[attribute])
  return id === '' ? null : id
}

function filed(element: XmlElement): readonly FiledSelection[] {
  return all(element, 'PlainTextSelection').map(filedOf)
}

function filedOf({ attributes }: XmlElement): FiledSelection {
  const position = (given: string | undefined) => (/^\s*\d{1,9}\s*$/u.test(given ?? '') ? Number(given) : -1)
  // qc names a selection by its line, `line:6`: no words of the text.
  const name = attributes.name ?? ''
  return {
    start: position(attributes.startPosition),
    end: position(attributes.endPosition),
    name: /^line:\d+$/u.test(name) ? '' : name,
  }
}

function says(found: string, name: string): boolean {
  const plain = (words: string) => words.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const wanted = plain(name.replace(/(?:…|\.\.\.)$/u, ''))
  return plain(found).startsWith(wanted)
}

function fileName(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.txt$/iu, '')
}
