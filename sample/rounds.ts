import { differences } from '@/core/rounds/differences'
import type { Access } from '@/db/access'
import { compared } from '@/db/agreement'
import * as decisions from '@/db/decisions'
import * as rounds from '@/db/rounds'
import { type SampleDecision, type SampleRound, type TeamRole, team, type Work } from './coders'
import type { Loaded } from './notes'

/** The reasons the sample's supervisor decides by, in the order of its list. */
const reasons = ['Boundaries', 'Overlooked', 'Exclusion applies', 'Only touched on'] as const

/** A loaded study and the ids of its team. */
export type LoadedTeam = Loaded & { readonly coderIds: ReadonlyMap<TeamRole | 'consensus', string> }

/**
 * Stores the rounds of a study whose codings are stored: the closed one with what was decided about its differences, the open one with its last
 * interviews still to be coded by whoever comes third. The codings of the consensus that decisions ask for are those that are there.
 */
export function loadRounds(loaded: LoadedTeam, work: Work): void {
  const lead = loaded.as('supervisor')
  const why = new Map(reasons.map((name) => [name, decisions.addReason(lead, name).id]))
  for (const round of work.rounds) {
    const id = opened(loaded, lead, round, work)
    if (round.state === 'open') continue
    rounds.close(lead, id, rounds.get(lead, id).version)
    decided(loaded, lead, id, work.decisions, why)
  }
}

function opened({ as, interviewIds, coderIds }: LoadedTeam, lead: Access, round: SampleRound, work: Work): string {
  const coders = (at: number) =>
    team.filter(({ role }) => work.assigned.get(at)?.includes(role) ?? false).map(({ role }) => role)
  const { id } = rounds.add(lead, {
    ...{ name: round.name, blind: true, due: null, rule: null, groups: [] },
    assignments: round.interviews.flatMap((at) =>
      coders(at).map((role) => ({ interviewId: interviewIds[at] ?? '', coderId: coderIds.get(role) ?? '' })),
    ),
  })
  for (const at of round.interviews)
    coders(at).forEach((role, nth) => {
      if (round.state === 'closed' || nth < 2) rounds.setDone(as(role), id, interviewIds[at] ?? '', true)
    })
  return id
}

function decided(
  { interviewIds, codeIds }: LoadedTeam,
  lead: Access,
  id: string,
  wanted: readonly SampleDecision[],
  why: ReadonlyMap<(typeof reasons)[number], string>,
): void {
  const all = differences(compared(lead, id).snapshot, 1)
  const byPlace = new Map<string, (typeof all)[number][]>()
  for (const one of all) {
    const place = `${one.interview} ${one.code}`
    byPlace.set(place, [...(byPlace.get(place) ?? []), one])
  }
  const deciding = new Map<string, decisions.Deciding>()
  for (const { interview, code, start, end, verdict, reason } of wanted) {
    const codeId = codeIds.get(code) ?? ''
    const difference = byPlace
      .get(`${interviewIds[interview]} ${codeId}`)
      ?.find((one) => one.start < end && one.end > start)
    if (!difference) throw new RangeError(`No difference on “${code}” in interview ${interview + 1}`)
    // Two answers coded as one passage are one difference: the first decision stands.
    if (deciding.has(difference.key)) continue
    deciding.set(difference.key, {
      ...{ key: difference.key, seen: 0 },
      verdict: verdict === 'keep' ? { kind: 'draw', code: codeId, start, end } : { kind: 'neither' },
      why: { reasonId: why.get(kindOf(reason)) ?? null, note: reason },
    })
  }
  decisions.decideAll(lead, id, [...deciding.values()])
  decisions.takeOver(lead, id, 1)
}

function kindOf(reason: string): (typeof reasons)[number] {
  if (reason.startsWith('Boundaries')) return 'Boundaries'
  if (reason.startsWith('Overlooked')) return 'Overlooked'
  return reason.startsWith('All of us') ? 'Exclusion applies' : 'Only touched on'
}
