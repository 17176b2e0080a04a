import type { XmlElement } from '../xml/tree'

/** The children of an element that have a name, in their order. */
export function all(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The first child of a name. */
export function first(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** A GUID as we compare them: lower case, without braces; '' for none. */
export function guid(given: string | undefined): string {
  return (given ?? '')
    .trim()
    .replace(/^\{|\}$/gu, '')
    .toLowerCase()
}

/** The text of the first child of a name with \n for line ends, '' for none. */
export function textIn(element: XmlElement, name: string): string {
  return first(element, name)?.text.replace(/\r\n?/gu, '\n') ?? ''
}

/** The GUIDs that the children of a name refer to. `MemberCode` of a codebook calls its target `guid`. */
export function targets(element: XmlElement, name: string): readonly string[] {
  return all(element, name).flatMap(({ attributes }) => {
    const target = guid(attributes.targetGUID ?? attributes.guid)
    return target === '' ? [] : [target]
  })
}

/** A time as milliseconds since 1970, null for none; one without a zone is taken as UTC. */
export function timeOf(given: string | undefined): number | null {
  if (given === undefined) return null
  const at = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(given) ? given : `${given}Z`)
  return Number.isNaN(at) ? null : at
}
