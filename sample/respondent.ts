import type { Passage } from './passage'
import { personasOf } from './personas'
import type { Plan } from './plan'
import { tellerOf } from './told'

/** How many answers of an interview may hand on what somebody of another trade said: more, and the respondent has nothing to say. */
export const mostTold = 2

/** One respondent as the interview goes on: what has been said narrows what can be said next. */
export type Respondent = {
  /** Whether it was not said yet, contradicts no fact that was, and is the respondent's own or can be handed on as an acquaintance's. */
  readonly canSay: (passage: Passage) => boolean
  /** Whether it is said out of another trade than the respondent's, who can only tell it as somebody else's. */
  readonly foreign: (passage: Passage) => boolean
  readonly says: (passage: Passage) => void
  /** What the respondent can still be; null while nothing narrowed it. */
  readonly personas: () => ReadonlySet<string> | null
}

/** Where an energy expert of each kind also has an office: what is said there an expert can say, too. */
const offices = {
  government: ['regional-office', 'trade-office', 'statistics'],
  business: ['association', 'chamber'],
  'non-profit': ['university'],
} as const

/** A respondent who has said nothing yet. An energy expert is one from the beginning, in an industry and in an office. */
export function settle(plan: Plan): Respondent {
  const industry = personasOf(['energy'])
  let personas: ReadonlySet<string> | null =
    plan.unit === 'energy' ? new Set([...industry, ...offices[plan.stakeholder]]) : null
  const said = new Set<string>()
  const facts = new Set<string>()
  let told = 0
  const common = (passage: Passage) => {
    if (passage.personas === null) return personas
    const known = personas
    const left = new Set(passage.personas.filter((one) => known === null || known.has(one)))
    if (plan.unit !== 'energy' || left.size === 0) return left
    // What is said of the one leaves the other open.
    const said = [...left].some((one) => industry.includes(one))
    for (const one of known ?? []) if (industry.includes(one) !== said) left.add(one)
    return left
  }
  const foreign = (passage: Passage) => common(passage)?.size === 0
  return {
    canSay: (passage) =>
      !said.has(passage.id) &&
      (foreign(passage)
        ? told < mostTold && plan.stakeholder === 'business' && tellerOf(passage) !== null
        : !passage.facts.some((fact) => facts.has(fact))),
    foreign,
    says: (passage) => {
      said.add(passage.id)
      if (foreign(passage)) {
        told++
        return
      }
      personas = common(passage)
      for (const fact of passage.facts) facts.add(fact)
    },
    personas: () => personas,
  }
}
