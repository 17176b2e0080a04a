import { looks } from '../kind'
import { limits } from '../limits'
import { note, refuse } from '../reading'
import { stored, type TranscriptImporter, transcriptOf } from '../transcript'
import { joinedPages } from './join'
import { withoutMargins } from './margins'
import { orderedLines } from './order'
import { PdfFault, pagesOf } from './pages'

/** PDF with a text layer. Text is put in reading order; scans are told, for there is no text in them. */
export const pdf: TranscriptImporter = {
  id: 'pdf',
  name: 'PDF',
  extensions: ['pdf'],
  sniff: (bytes) => looks(bytes) === 'pdf',
  read: async (name, bytes, options) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF')) return refuse('pdfNone', name, { kind: looks(bytes) })
    const pages = await pagesOf(bytes)
    if (pages instanceof PdfFault)
      return refuse(pages.reason, name, pages.reason === 'pdfTooLong' ? { limit: limits.pages } : {})
    const empty = pages.flatMap(({ pieces }, index) => (pieces.length === 0 ? [index + 1] : []))
    if (empty.length === pages.length) return refuse('pdfScan', name, { count: pages.length })
    const { pages: kept, margins, numbers } = withoutMargins(pages.map(orderedLines))
    const joined = joinedPages(kept)
    const text = stored(joined.text)
    const notes = [
      ...(empty.length > 0 ? [note('pdfScans', { count: empty.length, pages: listed(empty) })] : []),
      ...(margins === '' ? [] : [note('marginsLeftOut', { text: margins })]),
      ...(numbers > 0 ? [note('lineNumbersLeftOut', { count: numbers })] : []),
      ...(joined.hyphens > 0 ? [note('hyphensJoined', { count: joined.hyphens })] : []),
    ]
    return transcriptOf(name, { text, body: text.length, encoding: 'PDF', notes }, options)
  },
}

function listed(pages: readonly number[]): string {
  return pages.length <= 12 ? pages.join(', ') : `${pages.slice(0, 12).join(', ')} …`
}
