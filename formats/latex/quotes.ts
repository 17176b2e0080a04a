import { lineUnder, type PrintedTable, type QuoteDocument, withNote } from '@/core/quotes/document'
import type { Exporter, Written } from '../reading'
import { latex } from './escape'

/** A quote desk as LaTeX, for pdfTeX, XeTeX and LuaTeX: an article that can be built as it is, or its body taken into another. */
export const quotesLatexExporter: Exporter<QuoteDocument> = {
  id: 'latex',
  name: 'LaTeX',
  extension: 'tex',
  type: 'application/x-tex; charset=utf-8',
  write: async (document): Promise<Written> => ({
    bytes: new TextEncoder().encode(`${[...linesOf(document)].join('\n')}\n`),
    notes: [],
  }),
}

const SECTIONS = ['section', 'subsection', 'subsubsection', 'paragraph'] as const

function* linesOf(document: QuoteDocument): Generator<string> {
  yield* preamble(document.words.language.startsWith('ru'))
  yield '\\begin{document}'
  yield `\\title{${latex(document.title)}}\\author{}\\date{}\\maketitle`
  for (const line of document.subtitle) yield `\\noindent ${latex(line)}\\par`
  if (document.notice !== null) yield `\\noindent\\textbf{${latex(document.notice)}}\\par`
  for (const block of document.blocks) {
    if (block.kind === 'heading') yield `\n\\${SECTIONS[block.level - 1] ?? 'paragraph'}*{${latex(block.text)}}`
    else {
      yield '\n\\begin{quote}'
      yield `${latex(withNote(block.said))}\\par`
      if (block.translation) yield `\\emph{${latex(withNote(block.translation))}}\\par`
      yield `{\\small ${latex(lineUnder(block, document.words))}\\par}`
      yield '\\end{quote}'
    }
  }
  yield* tableOf(document.matrix)
  yield* tableOf(document.interviews)
  yield '\\end{document}'
}

function* preamble(russian: boolean): Generator<string> {
  yield '\\documentclass[11pt,a4paper]{article}'
  yield '\\usepackage{iftex}'
  yield '\\ifPDFTeX\\usepackage[T1,T2A]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{textcomp}\\else\\usepackage{fontspec}\\setmainfont{CMU Serif}\\fi'
  yield `\\usepackage[${russian ? 'english,main=russian' : 'russian,main=english'}]{babel}`
  yield '\\usepackage{longtable}'
}

function* tableOf({ heading, rows }: PrintedTable): Generator<string> {
  const columns = rows[0]?.length ?? 0
  const width = (0.9 / Math.max(columns, 1)).toFixed(3)
  yield `\n\\section*{${latex(heading)}}`
  yield `{\\small\\begin{longtable}{${`p{${width}\\linewidth}`.repeat(columns)}}`
  for (const [r, row] of rows.entries()) {
    yield `${row.map(latex).join(' & ')} \\\\${r === 0 ? ' \\hline\\endhead' : ''}`
  }
  yield '\\end{longtable}}'
}
