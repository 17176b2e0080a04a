import { wordCount } from '@/core/text/words'
import { places } from './lexicon'
import type { Passage } from './passage'
import type { Plan } from './plan'
import { type Random, random } from './random'
import { settle } from './respondent'
import type { Stakeholder, Topic } from './terms'

/** An interview's answers in their order, and what the respondent turned out to be. */
export type Choice = {
  readonly passages: readonly Passage[]
  readonly personas: ReadonlySet<string> | null
  /** Passages out of another trade than the respondent's: they are handed on as an acquaintance's words. */
  readonly told: ReadonlySet<Passage>
}

/**
 * How far passages may be repeated. Up to 101 interviews a passage is used at most 8 times and two interviews share at most a fifth of
 * their answers. The passages do not grow with the study: in a larger one each is used as much more often as there are more interviews,
 * and two interviews of the same kind of respondent cannot help sharing more - a quarter up to 200 interviews, then half, then three quarters.
 */
export function limitsFor(interviews: number): { readonly uses: number; readonly shared: number } {
  if (interviews <= 101) return { uses: 8, shared: 1 / 5 }
  const uses = Math.ceil((8 * interviews) / 101) * 2
  return { uses, shared: interviews <= 200 ? 1 / 4 : interviews <= 500 ? 1 / 2 : 3 / 4 }
}

/**
 * Chooses the answers of every interview, one interview after another. When one finds nothing left to say within the limits, a few that say
 * much the same take their words back and are chosen anew. Throws RangeError when the passages do not suffice.
 */
export function choose(seed: number, passages: readonly Passage[], plans: readonly Plan[]): Choice[] {
  const chance = random(seed, 'choice')
  // Those with the fewest passages to choose from go first.
  const waiting = chance
    .shuffled(plans)
    .map((plan) => {
      const pool = passages.filter((passage) => mayBeSaid(passage, plan))
      return { pool, plan: { ...plan, turns: Math.max(12, Math.min(plan.turns, Math.floor(pool.length / 5))) } }
    })
    .sort((a, b) => a.pool.length - b.pool.length)
  const desk = new Desk(waiting)
  const chosen = new Map<number, Choice>()
  const queue = [...waiting]
  for (let steps = 0; queue.length > 0; steps++) {
    const next = queue.shift()
    if (!next) break
    const choice = attempts(chance, next.plan, next.pool, desk)
    if (choice) {
      desk.keep(next.plan, choice.passages)
      chosen.set(next.plan.number, choice)
      continue
    }
    const like = (least: number) =>
      waiting.filter(({ plan }) => chosen.has(plan.number) && likeness(plan, next.plan) >= least)
    const near = like(2)
    const rivals = near.length > 4 ? near : like(0)
    if (steps > 40 * plans.length || rivals.length === 0)
      throw new RangeError(`The passages do not suffice for ${plans.length} interviews`)
    const again = chance.shuffled(rivals).slice(0, steps % 10 === 9 ? 8 : 3)
    for (const { plan } of again) {
      desk.takeBack(plan, chosen.get(plan.number)?.passages ?? [])
      chosen.delete(plan.number)
    }
    queue.unshift(next, ...again)
  }
  return plans.flatMap((plan) => chosen.get(plan.number) ?? [])
}

/** Of several interviews that could be made, the one in which the respondent hands on least of what others said. */
function attempts(chance: Random, plan: Plan, pool: readonly Passage[], desk: Desk): Choice | null {
  let best: Choice | null = null
  for (let attempt = 0; attempt < desk.attempts; attempt++) {
    const choice = interview(chance, plan, pool, desk)
    if (choice && (best === null || choice.told.size < best.told.size)) best = choice
    if (best?.told.size === 0) break
  }
  return best
}

/** How many of the things are alike that decide what can be said; -1 in another language. */
function likeness(a: Plan, b: Plan): number {
  if (a.language !== b.language) return -1
  return [a.section === b.section, a.stakeholder === b.stakeholder, a.side === b.side].filter(Boolean).length
}

/** Whether this respondent could say it, whatever else was said. */
export function mayBeSaid(passage: Passage, plan: Plan): boolean {
  const place = places[plan.region]
  return (
    passage.language === plan.language &&
    passage.sections.includes(plan.section) &&
    passage.stakeholders.includes(plan.stakeholder) &&
    passage.sides.includes(plan.side) &&
    passage.years.from <= plan.year &&
    plan.year <= passage.years.to &&
    (passage.gender === null || passage.gender === plan.gender) &&
    (passage.regions === null || passage.regions.includes(plan.region)) &&
    (passage.unit === null || passage.unit === plan.unit) &&
    // "Our oblast" is not said in a krai or a republic.
    (place.kind === 'oblast' || passage.regions !== null || !/област|oblast/i.test(passage.text))
  )
}

/** Who has said what so far. */
class Desk {
  readonly uses = new Map<string, number>()
  private readonly saidIn = new Map<string, Plan[]>()
  readonly attempts: number
  private readonly limits: { readonly uses: number; readonly shared: number }
  /** In how many interviews of the study a passage could be said. */
  private readonly reach = new Map<string, number>()
  constructor(waiting: readonly { readonly pool: readonly Passage[] }[]) {
    this.limits = limitsFor(waiting.length)
    this.attempts = attemptsFor(waiting.length)
    for (const { pool } of waiting) for (const { id } of pool) this.reach.set(id, (this.reach.get(id) ?? 0) + 1)
  }

  /** Whether the passage may be used once more, and with no earlier interview too much would be shared; `shared` counts so far. */
  allows(passage: Passage, plan: Plan, shared: ReadonlyMap<number, number>): boolean {
    if ((this.uses.get(passage.id) ?? 0) >= this.limits.uses) return false
    return (this.saidIn.get(passage.id) ?? []).every(
      (other) => (shared.get(other.number) ?? 0) + 1 <= Math.min(other.turns, plan.turns) * this.limits.shared,
    )
  }

  /** What choosing it uses up: it is said once more, and brings the interview nearer to those in which it was said. */
  cost(passage: Passage, plan: Plan, shared: ReadonlyMap<number, number>): number {
    const nearness = this.others(passage).map((other) => {
      const limit = Math.min(other.turns, plan.turns) * this.limits.shared
      return 0.5 + 2 * ((shared.get(other.number) ?? 0) / limit)
    })
    return nearness.reduce((all, one) => all + one, 0) + 0.08 * (this.reach.get(passage.id) ?? 0)
  }

  /** The earlier interviews in which it was said. */
  others(passage: Passage): readonly Plan[] {
    return this.saidIn.get(passage.id) ?? []
  }

  takeBack(plan: Plan, passages: readonly Passage[]): void {
    for (const { id } of passages) {
      this.uses.set(id, (this.uses.get(id) ?? 0) - 1)
      this.saidIn.set(
        id,
        (this.saidIn.get(id) ?? []).filter((other) => other !== plan),
      )
    }
  }

  keep(plan: Plan, passages: readonly Passage[]): void {
    for (const { id } of passages) {
      this.uses.set(id, (this.uses.get(id) ?? 0) + 1)
      const said = this.saidIn.get(id) ?? []
      said.push(plan)
      this.saidIn.set(id, said)
    }
  }
}

// Rather anything of one's own than an acquaintance's words; without any, the passages would not suffice for 101 interviews.
const TOLD = 6
/** How often an interview is tried; less for large studies, whose passages are repeated anyway. */
const attemptsFor = (interviews: number): number => Math.max(4, Math.min(30, Math.round(3000 / interviews)))

/** What the answers may have so that the whole transcript, with questions, labels and header, has 1,200 to 2,500 words. */
const answerWords = { least: 1080, most: 2150 } as const

function interview(chance: Random, plan: Plan, pool: readonly Passage[], desk: Desk): Choice | null {
  const respondent = settle(plan)
  const told = new Set<Passage>()
  const shared = new Map<number, number>()
  const answers = new Map<Topic, Passage[]>()
  const take = (topic: Topic): boolean => {
    const found = pool
      .filter((one) => one.topic === topic && respondent.canSay(one) && desk.allows(one, plan, shared))
      .map((one) => ({
        one,
        cost:
          desk.cost(one, plan, shared) + chance.next() * 1.5 - own(one, plan) + (respondent.foreign(one) ? TOLD : 0),
      }))
      .sort((a, b) => a.cost - b.cost)[0]
    if (!found) return false
    if (respondent.foreign(found.one)) told.add(found.one)
    respondent.says(found.one)
    for (const other of desk.others(found.one)) shared.set(other.number, (shared.get(other.number) ?? 0) + 1)
    answers.set(topic, [...(answers.get(topic) ?? []), found.one])
    return true
  }
  if (!take('introduction') || !take('closing')) return null
  const wants = new Map(
    weights[plan.stakeholder].map(([topic, weight]) => [topic, weight * (0.6 + chance.next() * 0.8)]),
  )
  if (plan.unit === 'energy') wants.set('economy', 12)
  // Who speaks in short sentences is asked more.
  const words = () => [...answers.values()].flat().reduce((all, { text }) => all + wordCount(text), 0)
  for (let said = 2; said < plan.turns || words() < answerWords.least; said++) {
    const topic = nextTopic(wants, answers)
    if (topic === null) return null
    if (!take(topic)) {
      wants.delete(topic)
      said--
    }
  }
  const passages = ordered(chance, answers)
  return words() > answerWords.most ? null : { passages, personas: respondent.personas(), told }
}

/** What belongs to few respondents is said by them first: an energy expert speaks of energy, a dairy of milk. */
function own(passage: Passage, plan: Plan): number {
  if (passage.unit !== null) return 6
  return (
    (passage.personas && passage.personas.length <= 3 ? 0.8 : 0) + (passage.regions && plan.unit === null ? 0.8 : 0)
  )
}

/** How much each kind of respondent has to say on a topic; the larger, the more answers. */
const weights: Readonly<Record<Stakeholder, readonly (readonly [Topic, number])[]>> = {
  government: [
    ...[['integration', 3.2] as const, ['economy', 2.4] as const, ['trade', 2.4] as const],
    ...[['demography', 2.2] as const, ['identity', 1.6] as const, ['border', 1.6] as const],
    ...[['suggestions', 1.2] as const, ['digression', 1.1] as const],
  ],
  business: [
    ...[['trade', 5.5] as const, ['economy', 3] as const, ['integration', 2] as const, ['border', 1.8] as const],
    ...[['demography', 1] as const, ['identity', 0.7] as const, ['suggestions', 1.2] as const],
    ...[['digression', 1.2] as const],
  ],
  'non-profit': [
    ...[['identity', 2.6] as const, ['demography', 2.4] as const, ['integration', 2.4] as const],
    ...[['border', 1.9] as const, ['trade', 1.5] as const, ['economy', 1.5] as const],
    ...[['suggestions', 1.2] as const, ['digression', 1.4] as const],
  ],
}

/** The topic with the most left to say (D'Hondt), or null when all are exhausted. */
function nextTopic(wants: ReadonlyMap<Topic, number>, answers: ReadonlyMap<Topic, readonly Passage[]>): Topic | null {
  let best: { topic: Topic; quotient: number } | null = null
  for (const [topic, weight] of wants) {
    const quotient = weight / ((answers.get(topic)?.length ?? 0) + 1)
    if (best === null || quotient > best.quotient) best = { topic, quotient }
  }
  return best?.topic ?? null
}

const guides: readonly (readonly Topic[])[] = [
  ['demography', 'identity', 'economy', 'trade', 'border', 'integration', 'suggestions'],
  ['border', 'trade', 'economy', 'demography', 'identity', 'integration', 'suggestions'],
  ['economy', 'trade', 'border', 'integration', 'demography', 'identity', 'suggestions'],
  ['economy', 'border', 'trade', 'identity', 'demography', 'integration', 'suggestions'],
  ['trade', 'economy', 'integration', 'border', 'demography', 'identity', 'suggestions'],
]

/** Introduction, the topics as a guide orders them with a digression behind one or another, closing. */
function ordered(chance: Random, answers: ReadonlyMap<Topic, readonly Passage[]>): Passage[] {
  const guide = chance.pick(guides).filter((topic) => answers.has(topic))
  const digressions = [...(answers.get('digression') ?? [])]
  const behind = new Set(chance.shuffled(guide.slice(0, -1)).slice(0, digressions.length))
  const middle = guide.flatMap((topic) => {
    const own = answers.get(topic) ?? []
    const digression = behind.has(topic) ? digressions.shift() : undefined
    return digression ? [...own, digression] : own
  })
  return [...(answers.get('introduction') ?? []), ...middle, ...digressions, ...(answers.get('closing') ?? [])]
}
