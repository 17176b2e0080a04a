import { blocksOf } from './passage'
import { among, SampleFault, type Section, sections, topics } from './terms'

/** An interviewer's question, and what the answer must be for it to fit. */
export type Question = {
  /** A topic, `follow-up` for what is said between two answers on one topic, or `told` before what is handed on from others. */
  readonly topic: string
  readonly text: string
  readonly section: Section | null
  /** Codes of which the answer's main one is one; empty = any answer fits. */
  readonly codes: readonly string[]
  /** What the answer's text must match; null = anything. */
  readonly says: RegExp | null
}

/**
 * The questions of a file: a `##` heading a topic, a line beginning with `-` a question, before it in square brackets and separated by
 * semicolons a section, codes, or `says:` with a regular expression. Throws SampleFault, naming file and line.
 */
export function questionsOf(file: string, content: string, codePaths: ReadonlySet<string>): Question[] {
  return blocksOf(content).flatMap(({ at, title, lines }) => {
    if (title !== 'follow-up' && title !== 'told' && among(topics, title) === null)
      throw new SampleFault(file, at, `no topic “${title}”`)
    return lines
      .filter((line) => line.text !== '')
      .map((line) => {
        const [, tags, text] = /^- (?:\[(.*?)\] )?(\S.*)$/.exec(line.text) ?? []
        if (text === undefined) throw new SampleFault(file, line.at, 'a question begins with “- ”')
        const read = tagged(tags ?? '')
        const unknown = read.codes.find((code) => !codePaths.has(code))
        if (unknown !== undefined) throw new SampleFault(file, line.at, `no section or code “${unknown}”`)
        return { topic: title, text, ...read }
      })
  })
}

function tagged(tags: string): { section: Section | null; codes: string[]; says: RegExp | null } {
  const parts = tags.split(/; */).filter((part) => part !== '')
  const says = parts.find((part) => part.startsWith('says:'))
  const section = parts.map((part) => among(sections, part)).find((one) => one !== null)
  return {
    section: section ?? null,
    codes: parts.filter((part) => part !== says && part !== section),
    says: says ? new RegExp(says.slice(5).trim(), 'iu') : null,
  }
}
