import type { Zip } from '../zip/read'
import { walk } from './xml'

/** The parts of a Word file that have text: paths in the zip. `document` is null when the zip is no Word file. */
export type Parts = {
  readonly document: string | null
  readonly footnotes: string | null
  readonly endnotes: string | null
  /** Page headers and footers. */
  readonly margins: readonly string[]
}

type Relation = { readonly kind: string; readonly target: string }

/** Finds the parts by their relations, as the standard asks, not by their usual names. */
export function partsOf(zip: Zip): Parts {
  const document = relations(zip, '').find((relation) => relation.kind === 'officeDocument')?.target ?? null
  const none = { document: null, footnotes: null, endnotes: null, margins: [] }
  if (document === null || !/\.xml$/u.test(document) || /(^|\/)(workbook|presentation)\.xml$/u.test(document))
    return none
  const related = relations(zip, document)
  const one = (kind: string) => related.find((relation) => relation.kind === kind)?.target ?? null
  return {
    document,
    footnotes: one('footnotes'),
    endnotes: one('endnotes'),
    margins: related.filter(({ kind }) => kind === 'header' || kind === 'footer').map(({ target }) => target),
  }
}

function relations(zip: Zip, path: string): readonly Relation[] {
  const cut = path.lastIndexOf('/') + 1
  const folder = path.slice(0, cut)
  const part = zip.part(`${folder}_rels/${path.slice(cut)}.rels`)
  const found: Relation[] = []
  if (part === null) return found
  walk(part, {
    open: (element) => {
      const target = element.attribute('Target')
      const type = element.attribute('Type')
      if (target === undefined || type === undefined || element.attribute('TargetMode') === 'External') return
      found.push({ kind: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) })
    },
    close: () => {},
    text: () => {},
  })
  return found
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
