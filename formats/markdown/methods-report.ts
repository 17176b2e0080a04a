import type { MethodsReport } from '../methods-report'
import type { Exporter, Written } from '../reading'

/** A methods section as Markdown (CommonMark with a table of GitHub's kind). */
export const methodsMarkdownExporter: Exporter<MethodsReport> = {
  id: 'md',
  name: 'Markdown',
  extension: 'md',
  type: 'text/markdown; charset=utf-8',
  write: async ({ title, notice, paragraphs, head, rows }): Promise<Written> => {
    const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`
    const rule = `| ${head.map((_, i) => (i === 0 ? ':--' : '--:')).join(' | ')} |`
    const blocks = [
      `# ${escaped(title)}`,
      ...(notice === null ? [] : [`**${escaped(notice)}**`]),
      ...paragraphs.map(escaped),
      [line(head), rule, ...rows.map(line)].join('\n'),
    ]
    return { bytes: new TextEncoder().encode(`${blocks.join('\n\n')}\n`), notes: [] }
  },
}

function escaped(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/gu, '\\$&')
}
