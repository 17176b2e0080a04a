import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { footer } from './footer'
import { clean } from './runs'
import { styles } from './styles'

const PLACE = 'interlinear-body'

/** A paragraph of WordprocessingML in a style; a line break of the text is one in the document. `keepNext` keeps it on the page of the next one. */
export function paragraphXml(style: string, text: string, keepNext = false): string {
  const keep = keepNext ? '<w:keepNext/>' : ''
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}</w:pPr>${runXml(text)}</w:p>`
}

/** A table of WordprocessingML in the style of tables, its first row repeated at the head of each page; `widths` are parts of the page's. */
export function tableXml(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const twips = widths.map((width) => Math.round((TEXT_WIDTH * width) / whole))
  const row = (cells: readonly string[], r: number): string =>
    `<w:tr><w:trPr><w:cantSplit/>${r === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells
      .map(
        (text, c) =>
          `<w:tc><w:tcPr><w:tcW w:w="${twips[c] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphXml('TableText', text)}</w:tc>`,
      )
      .join('')}</w:tr>`
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Overview"/><w:tblW w:w="5000" w:type="pct"/>` +
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>' +
    `</w:tblPr><w:tblGrid>${twips.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    // What follows a table must be a paragraph.
    `${rows.map(row).join('')}</w:tbl><w:p/>`
  )
}

/** The width of the text on a page, in twentieths of a point. */
const TEXT_WIDTH = 9026

/**
 * A Word document (Office Open XML, ECMA-376) whose body is written as it comes, part by part, and deflated at once: however long it is, only a part of
 * its XML is in memory. Styles, footer and everything else of the package are the library's.
 */
export async function writeBody(
  about: { readonly title: string; readonly language: string },
  body: Iterable<string>,
): Promise<Uint8Array> {
  const frame = new Document({
    title: clean(about.title),
    creator: 'Interlinear',
    styles: styles(about.language),
    sections: [{ footers: { default: footer() }, children: [new Paragraph(PLACE)] }],
  })
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(frame)))
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [path, bytes] of Object.entries(parts)) {
    if (path === 'word/document.xml') continue
    const file = new ZipPassThrough(path)
    zip.add(file)
    file.push(bytes, true)
  }
  const [before = '', after = ''] = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).split(
    new RegExp(`<w:p>(?:(?!<w:p>).)*${PLACE}.*?</w:p>`, 'su'),
  )
  const file = new ZipDeflate('word/document.xml', { level: 6 })
  zip.add(file)
  file.push(strToU8(before))
  let waiting = ''
  for (const part of body) {
    waiting += part
    if (waiting.length < PART) continue
    file.push(strToU8(waiting))
    waiting = ''
  }
  file.push(strToU8(waiting + after), true)
  zip.end()
  return joined(chunks)
}

const PART = 64 * 1024

function runXml(text: string): string {
  if (text === '') return ''
  const lines = clean(text).split('\n')
  return `<w:r>${lines.map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`).join('<w:br/>')}</w:r>`
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
