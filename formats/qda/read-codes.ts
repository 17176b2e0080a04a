import { quotedNames } from '@/core/exchange/names'
import { type ExchangeCode, type ExchangeSet, flatCodes } from '@/core/exchange/project'
import { type Note, note } from '../reading'
import type { XmlElement } from '../xml/tree'
import { all, first, guid, targets, textIn } from './element'

/** The codes of a `CodeBook`, colours as #rrggbb; a colour in a form that the standard does not know is null. */
export function codesIn(codebook: XmlElement | undefined): readonly ExchangeCode[] {
  return all(first(codebook, 'Codes'), 'Code').map(codeOf)
}

/** What is to be said about codes: folders that become codes, colours and names that were not understood. */
export function codeNotes(codebook: XmlElement | undefined, codes: readonly ExchangeCode[]): readonly Note[] {
  const flat = flatCodes(codes).map(({ code }) => code)
  const folders = flat.filter(({ codable }) => !codable)
  const colours = everyCode(codebook).filter(
    ({ attributes }) => attributes.color !== undefined && colourOf(attributes.color) === null,
  )
  return [
    ...(folders.length === 0 ? [] : [note('qdaFolders', { count: folders.length, names: list(folders) })]),
    ...(colours.length === 0
      ? []
      : [
          note('qdaColours', {
            count: colours.length,
            names: list(colours.map(({ attributes }) => ({ name: attributes.name ?? '' }))),
          }),
        ]),
  ]
}

/** The `Sets` of a project or codebook. */
export function setsIn(sets: XmlElement | undefined): readonly ExchangeSet[] {
  return all(sets, 'Set').map((set) => ({
    id: guid(set.attributes.guid),
    name: set.attributes.name ?? '',
    description: textIn(set, 'Description'),
    codeIds: targets(set, 'MemberCode'),
    sourceIds: targets(set, 'MemberSource'),
    noteIds: targets(set, 'MemberNote'),
  }))
}

/** The names of things for a note. */
export function list(things: readonly { readonly name: string }[]): string {
  return quotedNames(things.map(({ name }) => name))
}

function codeOf(element: XmlElement): ExchangeCode {
  const { attributes } = element
  return {
    id: guid(attributes.guid),
    name: attributes.name ?? '',
    codable: !/^(?:false|0)$/u.test(attributes.isCodable ?? 'true'),
    colour: colourOf(attributes.color),
    description: textIn(element, 'Description'),
    noteIds: targets(element, 'NoteRef'),
    codes: all(element, 'Code').map(codeOf),
  }
}

function everyCode(within: XmlElement | undefined): readonly XmlElement[] {
  return (within?.children ?? []).flatMap((child) =>
    child.name === 'Code' || child.name === 'Codes'
      ? [...(child.name === 'Code' ? [child] : []), ...everyCode(child)]
      : [],
  )
}

function colourOf(given: string | undefined): string | null {
  const hex = given?.trim().toLowerCase() ?? ''
  if (/^#[0-9a-f]{3}$/u.test(hex)) return hex.replace(/[0-9a-f]/gu, '$&$&')
  return /^#[0-9a-f]{6}$/u.test(hex) ? hex : null
}
