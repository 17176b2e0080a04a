import type { ComposedInterview, Study } from './compose'
import { difficultyOf } from './difficulty'
import { type Random, random } from './random'
import { sentences } from './sentences'

/** Who codes the sample: nobody can sign in as one of them. `role` is what memos call them. */
export const team = [
  { role: 'supervisor', name: 'Vera Lomova (sample)', email: 'supervisor@sample.invalid' },
  { role: 'coder 1', name: 'Anton Reznik (sample)', email: 'coder-1@sample.invalid' },
  { role: 'coder 2', name: 'Dina Kallas (sample)', email: 'coder-2@sample.invalid' },
  { role: 'coder 3', name: 'Igor Sanin (sample)', email: 'coder-3@sample.invalid' },
] as const
/** A member of the team, by role. */
export type TeamRole = (typeof team)[number]['role']

/** A code on a passage of an interview; offsets into its text, half-open. `interview` is its place in the study. */
export type SampleCoding = {
  readonly interview: number
  readonly coder: TeamRole | 'consensus'
  readonly code: string
  readonly start: number
  readonly end: number
}

/** A round of coding: the same interviews coded blind by several. */
export type SampleRound = {
  readonly name: string
  readonly state: 'closed' | 'open'
  readonly coders: readonly TeamRole[]
  readonly interviews: readonly number[]
}

/** What the supervisor decided where the coders of the closed round differed. */
export type SampleDecision = {
  readonly interview: number
  readonly code: string
  readonly start: number
  readonly end: number
  readonly verdict: 'keep' | 'reject'
  readonly reason: string
  readonly by: TeamRole
}

/** The team's work on a study. */
export type Work = {
  /** Who codes which interview, by its place in the study, whether they found anything or not. */
  readonly assigned: ReadonlyMap<number, readonly TeamRole[]>
  readonly codings: readonly SampleCoding[]
  readonly rounds: readonly SampleRound[]
  readonly decisions: readonly SampleDecision[]
}

/** How a person codes: how often more or less is overlooked than by others, cuts closer, takes the question along, and adds codes. */
type Habit = { readonly care: number; readonly trims: number; readonly widens: number; readonly adds: number }
const habits: Readonly<Record<TeamRole, Habit>> = {
  supervisor: { care: 0.5, trims: 0.35, widens: 0.02, adds: 0.01 },
  'coder 1': { care: 0.9, trims: 0.15, widens: 0.12, adds: 0.03 },
  'coder 2': { care: 1.1, trims: 0.4, widens: 0.03, adds: 0.02 },
  'coder 3': { care: 1, trims: 0.1, widens: 0.2, adds: 0.22 },
}

/** The coders' work on a study, derived from the codes of the passages; the same for the same study. */
export function coded(study: Study): Work {
  const chance = random(study.seed, 'coders')
  const rounds = roundsOf(study, chance)
  const assigned = assignments(study, rounds, chance)
  const present = [...new Set(study.interviews.flatMap((one) => one.answers.flatMap((answer) => answer.codes)))].sort()
  const blind = study.interviews.flatMap((interview, at) =>
    (assigned.get(at) ?? []).flatMap((coder) => codingsOf(interview, at, coder, chance, present)),
  )
  const settled = (rounds[0]?.interviews ?? []).flatMap((at) => consensusOf(study, at, blind))
  return {
    assigned,
    rounds,
    codings: [...blind, ...settled.map(({ coding }) => coding).filter((one) => one !== null)],
    decisions: settled.flatMap(({ decision }) => decision ?? []),
  }
}

/** 30 of 101 interviews are coded by two or three, half of them in a closed round; of both sections and every stakeholder. */
function roundsOf({ interviews }: Study, chance: Random): SampleRound[] {
  const size = Math.min(Math.max(1, Math.round((interviews.length * 15) / 101)), Math.floor(interviews.length / 2))
  const numbers = chance.shuffled(interviews.map((_, at) => at))
  const kind = (at: number) => `${interviews[at]?.plan.section} ${interviews[at]?.plan.stakeholder}`
  const seen = new Map<string, number>()
  const dealt = numbers
    .map((at) => {
      const nth = (seen.get(kind(at)) ?? 0) + 1
      seen.set(kind(at), nth)
      return { at, nth }
    })
    .sort((a, b) => a.nth - b.nth)
    .map(({ at }) => at)
  const inOrder = (numbers: number[]) => numbers.sort((a, b) => a - b)
  return [
    {
      name: 'First round',
      state: 'closed',
      coders: ['supervisor', 'coder 1', 'coder 2', 'coder 3'],
      interviews: inOrder(dealt.slice(0, size)),
    },
    {
      name: 'Second round',
      state: 'open',
      coders: ['coder 1', 'coder 2', 'coder 3'],
      interviews: inOrder(dealt.slice(size, 2 * size)),
    },
  ]
}

function assignments({ interviews }: Study, rounds: readonly SampleRound[], chance: Random): Map<number, TeamRole[]> {
  const assigned = new Map<number, TeamRole[]>()
  for (const round of rounds)
    round.interviews.forEach((at, i) => {
      // Every second by three; the open round still waits for the third.
      const several = i % 2 === 0 ? 3 : 2
      assigned.set(at, chance.shuffled(round.coders).slice(0, several))
    })
  interviews.forEach((_, at) => {
    const alone = chance.pick(team.filter((one) => one.role !== 'supervisor')).role
    if (!assigned.has(at)) assigned.set(at, [alone])
  })
  return assigned
}

function codingsOf(
  interview: ComposedInterview,
  at: number,
  coder: TeamRole,
  chance: Random,
  present: readonly string[],
): SampleCoding[] {
  const habit = habits[coder]
  const made = new Map<string, SampleCoding>()
  interview.answers.forEach((answer) => {
    const put = (code: string) => {
      const range = rangeOf(interview, answer, habit, chance)
      made.set(`${code} ${answer.start}`, { interview: at, coder, code, ...range })
    }
    answer.codes.forEach((code, place) => {
      const { missed, mistaken, for: taken } = difficultyOf(code)
      // A passage's second code is argued in passing and easier to overlook.
      if (chance.chance(missed * habit.care * (place === 0 ? 1 : 1.6))) return
      put(taken.length > 0 && chance.chance(mistaken * habit.care) ? chance.pick(taken) : code)
    })
    if (chance.chance(habit.adds)) put(added(answer.codes, present, chance))
  })
  return [...made.values()]
}

/** What over-coding adds: mostly something near the codes that fit. */
function added(codes: readonly string[], present: readonly string[], chance: Random): string {
  const near = codes.flatMap((code) => difficultyOf(code).for).filter((code) => !codes.includes(code))
  const liked = ['integration/costs', 'integration/asymmetry', 'integration/benefits', 'economy/path dependence']
  const known = liked.filter((code) => present.includes(code) && !codes.includes(code))
  return chance.pick(near.length > 0 ? near : known.length > 0 ? known : present)
}

/** The answer, cut at ends of sentences or widened by the question before it. */
function rangeOf(
  { read }: ComposedInterview,
  answer: { readonly start: number; readonly end: number },
  habit: Habit,
  chance: Random,
): { start: number; end: number } {
  const parts = sentences(read.text, answer.start, answer.end)
  const question = read.turns.find((turn, i) => read.turns[i + 1]?.said === answer.start && turn.speaker === 0)
  if (question && chance.chance(habit.widens)) return { start: question.said, end: answer.end }
  if (parts.length < 3 || !chance.chance(habit.trims)) return { start: answer.start, end: answer.end }
  const most = Math.max(1, Math.floor(parts.length / 3))
  const fromStart = chance.chance(0.5) ? chance.int(1, most) : 0
  const fromEnd = fromStart === 0 || chance.chance(0.3) ? chance.int(1, most) : 0
  const kept = parts.slice(fromStart, parts.length - fromEnd)
  return { start: kept[0]?.start ?? answer.start, end: kept.at(-1)?.end ?? answer.end }
}

type Settled = { readonly coding: SampleCoding | null; readonly decision: SampleDecision | null }

/** What the team agreed on in an interview of the closed round, and the decisions it took. */
function consensusOf(study: Study, at: number, blind: readonly SampleCoding[]): Settled[] {
  const interview = study.interviews[at]
  const coders = new Set(blind.filter((one) => one.interview === at).map((one) => one.coder))
  return (interview?.answers ?? []).flatMap((answer) => {
    const here = blind.filter((one) => one.interview === at && one.start < answer.end && one.end > answer.start)
    return [...new Set(here.map((one) => one.code))].map((code): Settled => {
      const own = here.filter((one) => one.code === code)
      const right = answer.codes.includes(code)
      const whole = { interview: at, code, start: answer.start, end: answer.end }
      const [first] = own
      const same = own.every((one) => one.start === first?.start && one.end === first.end)
      const agreed = right && same && own.length === coders.size && first
      return {
        coding: right
          ? { ...whole, ...(agreed ? { start: first.start, end: first.end } : {}), coder: 'consensus' }
          : null,
        decision: agreed
          ? null
          : {
              ...whole,
              verdict: right ? 'keep' : 'reject',
              reason: reasonOf(code, right, own.length, coders.size),
              by: 'supervisor',
            },
      }
    })
  })
}

function reasonOf(code: string, right: boolean, by: number, of: number): string {
  const name = code.split('/').at(-1) ?? code
  if (right && by === of) return `Boundaries: the whole answer argues “${name}”, so the whole answer is coded.`
  if (right) return `Overlooked by ${of - by} of ${of}: the answer says what the definition of “${name}” asks for.`
  return by === of
    ? `All of us read it as “${name}”, but the code's exclusion applies.`
    : `“${name}” is only touched on; the argument belongs to the code beside it.`
}
