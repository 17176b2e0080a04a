import type { IncomingCode } from '@/core/codebook/incoming'
import { tidy } from '@/core/text/fold'
import type { Outline } from '../docx/outline'
import { note, type Reading, refuse } from '../reading'
import { sheetOf } from '../sheet'
import { type CodebookField, fieldOf } from './columns'
import { aliasesIn, codesOfSheet } from './table'

type Growing = { readonly path: readonly string[]; readonly texts: Map<CodebookField, string> }

/**
 * The codes of a written codebook: a heading for each, its level being that of the code, and under it paragraphs that begin with a label (`Definition:`, `Включать:`)
 * or are the definition; quotations are the data's and left out. A document without headings is read by the first table in it that names codes.
 */
export function codesOfOutline(file: string, { paragraphs, tables }: Outline): Reading<readonly IncomingCode[]> {
  if (!paragraphs.some(({ level }) => level !== null)) return codesOfTables(file, tables)
  const codes: Growing[] = []
  const line: { readonly level: number; readonly name: string }[] = []
  let field: CodebookField = 'definition'
  let quotes = 0
  for (const { level, style, text } of paragraphs) {
    if (level !== null) {
      while (line.length > 0 && (line.at(-1)?.level ?? 0) >= level) line.pop()
      line.push({ level, name: tidy(text) })
      codes.push({ path: line.map(({ name }) => name), texts: new Map() })
      field = 'definition'
      continue
    }
    const code = codes.at(-1)
    if (!code) continue
    if (/^(?:quote|intense quote|reference|цитата|выделенная цитата)$/u.test(style)) {
      quotes++
      continue
    }
    const label = /^([^:：\n]{1,40})[:：]\s*/u.exec(text)
    const named = label?.[1] === undefined ? null : fieldOf(label[1])
    if (named !== null) field = named
    const said = named === null ? text : text.slice(label?.[0].length ?? 0)
    const before = code.texts.get(field)
    code.texts.set(field, before === undefined ? said : `${before}\n${said}`)
  }
  return {
    value: codes.map(({ path, texts }) => ({
      path,
      ...{ definition: texts.get('definition'), include: texts.get('include'), exclude: texts.get('exclude') },
      ...{ example: texts.get('example'), aliases: aliasesIn(texts.get('aliases') ?? '') },
    })),
    notes: quotes === 0 ? [] : [note('codebookQuotesLeft', { count: quotes })],
  }
}

function codesOfTables(file: string, tables: Outline['tables']): Reading<readonly IncomingCode[]> {
  for (const rows of tables) {
    const sheet = sheetOf(file, rows, [])
    const codes = 'refused' in sheet ? sheet : codesOfSheet(file, sheet.value)
    if (!('refused' in codes)) return codes
  }
  return refuse('codebookNoHeadings', file)
}
