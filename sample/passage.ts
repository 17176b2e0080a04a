import { wordCount } from '@/core/text/words'
import { personasOf } from './personas'
import { slotFault } from './slots'
import * as terms from './terms'
import { SampleFault } from './terms'

/** What a respondent may say, and by whom, where and when it may be said. */
export type Passage = {
  readonly id: string
  readonly language: terms.Language
  /** Paths of the codebook, the main one first; empty for talk that no code fits. */
  readonly codes: readonly string[]
  readonly sections: readonly terms.Section[]
  readonly stakeholders: readonly terms.Stakeholder[]
  readonly sides: readonly terms.Side[]
  /** The years of interview, both included. */
  readonly years: { readonly from: number; readonly to: number }
  /** The respondent's, where the grammar or the story shows it. */
  readonly gender: terms.Gender | null
  readonly topic: terms.Topic
  /** In these regions alone, or null for anywhere. */
  readonly regions: readonly terms.Region[] | null
  readonly unit: terms.Unit | null
  /** In the mouth of these alone, or null for anybody. One respondent is one persona. */
  readonly personas: readonly string[] | null
  /** What a respondent says once, of oneself or the firm (`tenure`, `size`, `children`) or as a story others tell, too (`dog`, `one-laboratory`). */
  readonly facts: readonly string[]
  /** With its slots. */
  readonly text: string
  /** A written English translation with the same slots, or null. */
  readonly translation: string | null
}

const known = ['codes', 'sections', 'stakeholders', 'sides', 'years', 'gender', 'topic'] as const
const optional = ['regions', 'unit', 'persona', 'facts'] as const

/**
 * The passages of a file. Throws SampleFault, naming file and line, for a field that is missing, doubled or says what it cannot say, for
 * a code the codebook does not have, for an unknown slot, and for a text that is not one paragraph of 30 to 150 words.
 */
export function passagesOf(
  file: string,
  content: string,
  language: terms.Language,
  codePaths: ReadonlySet<string>,
  personas: ReadonlySet<string>,
): Passage[] {
  return blocksOf(content).map((block) => passage(file, block, language, codePaths, personas))
}

type Line = { readonly at: number; readonly text: string }
type Block = { readonly at: number; readonly title: string; readonly lines: readonly Line[] }

/** The `##` blocks of a Markdown file with the numbers of their lines, from 1. */
export function blocksOf(content: string): Block[] {
  const blocks: { at: number; title: string; lines: Line[] }[] = []
  content.split('\n').forEach((text, i) => {
    if (text.startsWith('## ')) blocks.push({ at: i + 1, title: text.slice(3).trim(), lines: [] })
    else blocks.at(-1)?.lines.push({ at: i + 1, text: text.trim() })
  })
  return blocks
}

function passage(
  file: string,
  block: Block,
  language: terms.Language,
  codePaths: ReadonlySet<string>,
  personaNames: ReadonlySet<string>,
): Passage {
  const fault = (at: number, what: string) => new SampleFault(file, at, what)
  const blank = block.lines.findIndex((line) => line.text === '')
  const fields = new Map<string, { at: number; value: string }>()
  for (const { at, text } of block.lines.slice(0, Math.max(0, blank))) {
    const [, name = '', value = ''] = /^([a-z]+): *(.+)$/.exec(text) ?? []
    if (![...known, ...optional].some((one) => one === name)) throw fault(at, `no field “${text}”`)
    if (fields.has(name)) throw fault(at, `“${name}” for the second time`)
    fields.set(name, { at, value })
  }
  const field = (name: string) => {
    const found = fields.get(name)
    if (!found) throw fault(block.at, `“${block.title}” has no field “${name}”`)
    return found
  }
  const several = <T extends string>(name: string, values: readonly T[]): T[] => {
    const { at, value } = field(name)
    return value.split(/, */).map((part) => {
      const one = terms.among(values, part)
      if (one === null) throw fault(at, `“${part}” is none of the ${name}: ${values.join(', ')}`)
      return one
    })
  }
  const onlyOne = <T extends string>(name: string, values: readonly T[]): T => {
    const [one, more] = several(name, values)
    if (one === undefined || more !== undefined) throw fault(field(name).at, `one value of “${name}” is wanted`)
    return one
  }
  const [from, to] = yearsOf(field('years'), fault)
  const codes = field('codes').value === '-' ? [] : several('codes', [...codePaths])
  const [text, translation] = paragraphs(block, blank, fault)
  const slots = slotFault(text.text, language) ?? (translation ? slotFault(translation.text, 'en') : null)
  if (slots !== null) throw fault(text.at, slots)
  const words = wordCount(text.text)
  if (words < 30 || words > 150) throw fault(text.at, `${words} words where 30 to 150 are wanted`)
  return {
    id: block.title,
    language,
    codes,
    sections: several('sections', terms.sections),
    stakeholders: several('stakeholders', terms.stakeholders),
    sides: several('sides', terms.sides),
    years: { from, to },
    gender: field('gender').value === '-' ? null : onlyOne('gender', terms.genders),
    topic: onlyOne('topic', terms.topics),
    regions: fields.has('regions') ? several('regions', terms.regionNames) : null,
    unit: fields.has('unit') ? onlyOne('unit', terms.units) : null,
    personas: fields.has('persona') ? personasOf(several('persona', [...personaNames])) : null,
    facts: fields.has('facts') ? field('facts').value.split(/, */) : [],
    text: text.text,
    translation: translation?.text ?? null,
  }
}

function yearsOf(
  { at, value }: { at: number; value: string },
  fault: (at: number, what: string) => SampleFault,
): [number, number] {
  const [, from = 0, to = 0] = (/^(\d{4})-(\d{4})$/.exec(value) ?? []).map(Number)
  if (from < 2014 || to > 2018 || from > to) throw fault(at, `“${value}” are no years from 2014 to 2018`)
  return [from, to]
}

function paragraphs(
  block: Block,
  blank: number,
  fault: (at: number, what: string) => SampleFault,
): [Line, Line | undefined] {
  const written = block.lines.slice(Math.max(0, blank)).filter((line) => line.text !== '')
  const [text, second, third] = written
  if (!text || text.text.startsWith('en: ')) throw fault(block.at, `“${block.title}” says nothing`)
  if (third) throw fault(third.at, 'one paragraph is wanted, and at most one translation')
  if (second && !second.text.startsWith('en: ')) throw fault(second.at, 'a second paragraph begins with “en: ”')
  return [text, second && { at: second.at, text: second.text.slice(4) }]
}
