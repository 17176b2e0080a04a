import { all, first } from '../qda/element'
import { list } from '../qda/read-codes'
import { type Note, note } from '../reading'
import type { XmlElement } from '../xml/tree'

/** How many of each thing a project of REFI-QDA has, whether we can keep it or not. */
export type Seen = {
  readonly sources: number
  readonly codes: number
  readonly selections: number
  readonly codings: number
  readonly users: number
  readonly notes: number
  readonly cases: number
  readonly variables: number
  readonly sets: number
  readonly links: number
  readonly graphs: number
  readonly transcripts: number
}

const SELECTION = /^(?:PlainText|PDF|Picture|Audio|Video|Transcript)Selection$/u

/** Counts what is in the file. */
export function seenIn(root: XmlElement): Seen {
  const counts = new Map<string, number>()
  const walk = (element: XmlElement): void => {
    const name = SELECTION.test(element.name) ? 'Selection' : element.name
    counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const child of element.children) walk(child)
  }
  walk(root)
  const n = (name: string) => counts.get(name) ?? 0
  return {
    sources: first(root, 'Sources')?.children.length ?? 0,
    ...{ codes: n('Code'), selections: n('Selection'), codings: n('Coding'), users: n('User'), notes: n('Note') },
    ...{ cases: n('Case'), variables: n('Variable'), sets: n('Set'), links: n('Link'), graphs: n('Graph') },
    transcripts: n('Transcript'),
  }
}

const KINDS = {
  PictureSource: ['picture', 'PictureSelection'],
  AudioSource: ['audio', 'AudioSelection'],
  VideoSource: ['video', 'VideoSelection'],
  PDFSource: ['pdf', 'PDFSelection'],
} as const

/** What cannot be kept, by name: pictures, recordings, regions of PDFs, relations, graphs. */
export function leftOut(root: XmlElement): readonly Note[] {
  const sources = first(root, 'Sources')?.children ?? []
  const notes = Object.entries(KINDS).flatMap(([name, [what, selection]]) =>
    sources
      .filter((source) => source.name === name && (what !== 'pdf' || all(source, selection).length > 0))
      .map((source) => {
        const regions = all(source, selection)
        const codings = regions.reduce((sum, region) => sum + all(region, 'Coding').length, 0)
        return note('qdaLeftOut', { what, source: source.attributes.name ?? '', regions: regions.length, codings })
      }),
  )
  const named = (elements: readonly XmlElement[]) =>
    list(elements.map(({ attributes }) => ({ name: attributes.name ?? attributes.guid ?? '' })))
  const links = all(first(root, 'Links'), 'Link')
  const graphs = all(first(root, 'Graphs'), 'Graph')
  return [
    ...notes,
    ...(links.length === 0 ? [] : [note('qdaLinks', { count: links.length, names: named(links) })]),
    ...(graphs.length === 0 ? [] : [note('qdaGraphs', { count: graphs.length, names: named(graphs) })]),
  ]
}
