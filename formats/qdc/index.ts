import { type ExchangeCodebook, flatCodes } from '@/core/exchange/project'
import { all, first } from '../qda/element'
import { codeNotes, codesIn, setsIn } from '../qda/read-codes'
import { codeElements, setElements } from '../qda/write-codes'
import { element, prolog } from '../qda/write-xml'
import { type Exporter, type Importer, note, refuse } from '../reading'
import { XmlTreeError, xmlTree } from '../xml/tree'

/** A codebook of REFI-QDA (urn:QDA-XML:codebook:1.0), of any version of its namespace: codes with folders, colours and descriptions, and sets. */
export const qdc: Importer<ExchangeCodebook> = {
  id: 'qdc',
  name: 'REFI-QDA codebook',
  extensions: ['qdc'],
  sniff: (bytes) => /<(?:\w+:)?CodeBook[\s>]/u.test(new TextDecoder().decode(bytes.subarray(0, 2048))),
  read: async (name, bytes) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    try {
      const root = xmlTree(bytes)
      if (root.name !== 'CodeBook') return refuse('qdaNoCodebook', name)
      const codes = codesIn(root)
      const sets = setsIn(first(root, 'Sets'))
      const empty = first(root, 'Sets') !== undefined && all(first(root, 'Sets'), 'Set').length === 0
      return {
        value: { origin: root.attributes.origin ?? '', codes, sets },
        notes: [...codeNotes(root, codes), ...(empty ? [note('qdaNotValid', { what: 'Sets' })] : [])],
      }
    } catch (error) {
      if (error instanceof XmlTreeError) return refuse('qdaDamaged', name, { fault: error.message })
      throw error
    }
  },
}

/** The codes of a project as a REFI-QDA codebook, valid against its schema (which wants at least one code). */
export const qdcExporter: Exporter<ExchangeCodebook> = {
  id: 'qdc',
  name: 'REFI-QDA codebook',
  extension: 'qdc',
  type: 'application/xml',
  write: async ({ codes, sets, origin }) => {
    const xml =
      prolog +
      element(
        'CodeBook',
        { xmlns: 'urn:QDA-XML:codebook:1.0', origin },
        element('Codes', {}, codeElements(codes, 'codebook')) + setElements(sets, 'codebook'),
      )
    return {
      bytes: new TextEncoder().encode(xml),
      notes: flatCodes(codes).length === 0 ? [note('qdaNoCodes')] : [],
    }
  },
}
