import type { Passage } from './passage'
import type { Plan } from './plan'

/** One respondent as the interview goes on: what has been said narrows what can be said next. */
export type Respondent = {
  /** Whether it was not said yet and does not contradict what was. */
  readonly canSay: (passage: Passage) => boolean
  readonly says: (passage: Passage) => void
  /** What the respondent can still be; null while nothing narrowed it. */
  readonly personas: () => ReadonlySet<string> | null
}

/** A respondent who has said nothing yet. An energy expert is one from the beginning. */
export function settle(plan: Plan): Respondent {
  let personas: ReadonlySet<string> | null = plan.unit === 'energy' ? new Set(['energy']) : null
  const said = new Set<string>()
  const facts = new Set<string>()
  const common = (passage: Passage) => {
    if (passage.personas === null) return personas
    const known = personas
    return new Set(passage.personas.filter((one) => known === null || known.has(one)))
  }
  return {
    canSay: (passage) =>
      !said.has(passage.id) && !passage.facts.some((fact) => facts.has(fact)) && common(passage)?.size !== 0,
    says: (passage) => {
      personas = common(passage)
      said.add(passage.id)
      for (const fact of passage.facts) facts.add(fact)
    },
    personas: () => personas,
  }
}
