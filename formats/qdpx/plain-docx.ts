import { strToU8, zipSync } from 'fflate'
import { element, escaped } from '../qda/write-xml'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const TYPES = element(
  'Types',
  { xmlns: `${PACKAGE}/content-types` },
  element(
    'Default',
    { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' },
    '',
  ) + element('Override', { PartName: '/word/document.xml', ContentType: MAIN }, ''),
)
const RELATIONS = element(
  'Relationships',
  { xmlns: `${PACKAGE}/relationships` },
  element('Relationship', { Id: 'r1', Type: OFFICE, Target: 'word/document.xml' }, ''),
)

/** A text as the least Word file that Word opens: one paragraph a line and nothing else. Programs that want styled text beside the plain get this. */
export function plainDocx(text: string): Uint8Array {
  const paragraphs = text.split('\n').map((line) => {
    const run = line
      .split('\t')
      .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`))
      .join('<w:tab/>')
    return run === '' ? '<w:p/>' : `<w:p><w:r>${run}</w:r></w:p>`
  })
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${WORD}"><w:body>${paragraphs.join('')}</w:body></w:document>`
  return zipSync(
    {
      '[Content_Types].xml': strToU8(TYPES),
      '_rels/.rels': strToU8(RELATIONS),
      'word/document.xml': strToU8(document),
    },
    { level: 4, mtime: new Date(2000, 0, 1) },
  )
}
