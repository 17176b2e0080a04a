import type { ReadText } from '@/core/interviews/interview'
import type { NewVariable } from '@/core/project-template'
import { wordCount } from '@/core/text/words'
import { asked } from './ask'
import { type Choice, choose } from './choose'
import type { CodeEntry } from './codebook'
import { places, products, type Settlement, settlements } from './lexicon'
import type { Material } from './material'
import type { SampleMemo } from './memos'
import type { Passage } from './passage'
import { settlementsOf } from './personas'
import { consents, type Plan, planned } from './plan'
import { random } from './random'
import { filled, numbersFor } from './slots'
import { regionNames, sections, sides, stakeholders } from './terms'
import { leads, told } from './told'
import { written } from './transcript'

/** An answer of a composed interview: which passage it is, where its words stand, which codes fit it. */
export type Answer = {
  readonly passage: string
  /** Whether the respondent hands it on as the words of an acquaintance of another trade. */
  readonly told: boolean
  readonly start: number
  readonly end: number
  readonly codes: readonly string[]
  /** A written English translation of it, or null. */
  readonly translation: string | null
}

/** A composed interview. */
export type ComposedInterview = {
  readonly name: string
  readonly plan: Plan
  readonly settlement: Settlement
  readonly minutes: number
  readonly read: ReadText
  readonly answers: readonly Answer[]
  /** The values of the study's variables, by their names. */
  readonly values: Readonly<Record<string, string>>
}

/** A composed study: the same for the same seed and size, to the byte. */
export type Study = {
  readonly seed: number
  readonly codebook: readonly CodeEntry[]
  readonly interviews: readonly ComposedInterview[]
  readonly memos: readonly SampleMemo[]
}

/** The variables of the study, in their order. */
export const studyVariables: readonly NewVariable[] = [
  { name: 'section', kind: 'category', categories: sections },
  { name: 'stakeholder', kind: 'category', categories: stakeholders },
  { name: 'side', kind: 'category', categories: sides },
  { name: 'region', kind: 'category', categories: regionNames },
  { name: 'year', kind: 'number', categories: [] },
  { name: 'settlement', kind: 'category', categories: settlements },
  { name: 'language', kind: 'category', categories: ['Russian', 'English'] },
  { name: 'consent', kind: 'category', categories: consents },
  { name: 'duration', kind: 'number', categories: [] },
]

/**
 * Composes a study from the sample's passages. Throws RangeError when they do not suffice: for 101 interviews and fewer the limits of
 * `limitsFor` are kept, for more they are wider.
 */
export function compose(material: Material, { seed = 1, interviews = 101 } = {}): Study {
  const plans = planned(seed, interviews)
  const choices = choose(seed, material.passages, plans)
  const digits = Math.max(2, String(interviews).length)
  const inSection = new Map<string, number>()
  return {
    seed,
    codebook: material.codebook,
    memos: material.memos,
    interviews: plans.map((plan, i) => {
      const nth = (inSection.get(plan.section) ?? 0) + 1
      inSection.set(plan.section, nth)
      const choice = choices[i]
      if (!choice) throw new RangeError(`Interview ${i} has no answers`)
      return interview(material, seed, plan, `${plan.section} ${String(nth).padStart(digits, '0')}`, choice)
    }),
  }
}

function interview(material: Material, seed: number, plan: Plan, name: string, choice: Choice): ComposedInterview {
  const chance = random(seed, `interview ${plan.number}`)
  const settlement = chance.pick(settlementsOf(choice.personas))
  const filling = {
    region: places[plan.region],
    neighbour: places[plan.neighbour],
    settlement,
    product: chance.pick(products[plan.section]),
    year: plan.year,
  }
  const lead = leads(random(seed, `told ${plan.number}`))
  const said = choice.passages.map((passage) => {
    const frame = choice.told.has(passage) ? lead(passage) : null
    return spoken(passage, (text, language) => {
      const numbers = numbersFor(passage.text, random(seed, `${plan.number} ${passage.id}`))
      const words = filled(text, language, filling, numbers)
      return frame === null ? words : told(frame, language, words)
    })
  })
  const questions = asked(chance, plan, material.questions[plan.language], choice.passages, choice.told)
  const { transcript, answers, minutes } = written(
    chance,
    plan,
    name,
    said.map(({ text }, i) => ({ question: questions[i] ?? '', answer: text })),
  )
  return {
    name: `${name} ${plan.region}`,
    plan,
    settlement,
    minutes,
    read: { ...transcript, language: plan.language },
    answers: said.map(({ passage, translation }, i) => {
      const { start = 0, end = 0 } = answers[i] ?? {}
      return { passage: passage.id, told: choice.told.has(passage), start, end, codes: passage.codes, translation }
    }),
    values: {
      section: plan.section,
      stakeholder: plan.stakeholder,
      side: plan.side,
      region: plan.region,
      year: String(plan.year),
      settlement,
      language: plan.language === 'ru' ? 'Russian' : 'English',
      consent: plan.consent,
      duration: String(minutes),
    },
  }
}

function spoken(passage: Passage, fill: (text: string, language: Passage['language']) => string) {
  return {
    passage,
    text: fill(passage.text, passage.language),
    translation: passage.translation === null ? null : fill(passage.translation, 'en'),
  }
}

/** How many words a composed interview has, header and questions included. */
export function wordsOf(interview: ComposedInterview): number {
  return wordCount(interview.read.text)
}
