import type { Agenda, AgendaItem } from '../agenda'
import type { Exporter, Written } from '../reading'

/** An agenda as Markdown (CommonMark): headings for the interviews, questions in bold with their numbers, passages as block quotations. */
export function writeAgendaMarkdown(agenda: Agenda): Uint8Array {
  let number = 0
  const blocks = [
    `# ${line(agenda.title)}`,
    ...agenda.subtitle.map(line),
    ...(agenda.notice === null ? [] : [`**${line(agenda.notice)}**`]),
    ...agenda.groups.flatMap(({ heading, items }) => [
      `## ${line(heading)}`,
      ...items.flatMap((item) => itemBlocks(item, ++number, agenda.decision)),
    ]),
  ]
  return new TextEncoder().encode(`${blocks.join('\n\n')}\n`)
}

/** An agenda in Markdown as a kind of file to download. */
export const agendaMarkdownExporter: Exporter<Agenda> = {
  id: 'md',
  name: 'Markdown',
  extension: 'md',
  type: 'text/markdown; charset=utf-8',
  write: async (agenda): Promise<Written> => ({ bytes: writeAgendaMarkdown(agenda), notes: [] }),
}

function itemBlocks(item: AgendaItem, number: number, decision: string): readonly string[] {
  return [
    `### ${number}. ${line(item.question)}`,
    line(item.asked),
    lines(item.quote)
      .map((one) => `> ${one}`)
      .join('\n'),
    ...(item.answers.length > 0 ? [item.answers.map((answer) => `- ${line(answer)}`).join('\n')] : []),
    `**${line(decision)}**`,
  ]
}

function line(text: string): string {
  return escaped(text.replace(/\s+/gu, ' ').trim())
}

/** A hard break keeps the lines of a passage apart. */
function lines(text: string): readonly string[] {
  const all = text.split('\n').map((one) => escaped(one.trim()))
  return all.map((one, i) => (i < all.length - 1 && one !== '' ? `${one}\\` : one))
}

/** What CommonMark would read as its own signs is written as itself. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/gu, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s|$)/u, (_, blank, sign) => {
    const mark: string = sign
    return `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`
  })
}
