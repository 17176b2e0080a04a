import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { differences } from '@/core/rounds/differences'
import * as agreement from './agreement'
import * as codes from './codes'
import * as codings from './codings'
import { comparedWithConsensus } from './consensus'
import * as notes from './decision-notes'
import * as decisions from './decisions'
import { driftOf } from './drift'
import { feedback } from './feedback'
import * as interviews from './interviews'
import * as reading from './reading'
import * as rounds from './rounds'
import { events } from './schema'
import { testHouse } from './testing'
import { undo } from './undo'

function closedRound() {
  const house = testHouse()
  const text = 'The milk was stopped at the border. Costs rose. Nobody knew why it was so.'
  const interview = interviews.add(house.owner, {
    ...{ name: 'RB-001', file: '' },
    read: { text, language: 'en', turns: [], speakers: [] },
  }).id
  const { transcriptId } = reading.read(house.owner, interview)
  const code = (name: string) => codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name }).id
  const [milk, costs] = [code('milk wars'), code('costs')]
  const who = [house.coder, house.otherCoder]
  const round = rounds.add(house.owner, {
    ...{ name: 'Pilot', blind: true, due: null, rule: null, groups: [] },
    assignments: who.map(({ userId }) => ({ interviewId: interview, coderId: userId })),
  })
  const put = (by: (typeof who)[number], codeId: string, start: number, end: number) => {
    const id = crypto.randomUUID()
    codings.add(by, { id, transcriptId, codeId, start, end })
    return id
  }
  const a = { agreed: put(house.coder, milk, 0, 35), other: put(house.coder, milk, 36, 47) }
  const b = { agreed: put(house.otherCoder, milk, 0, 34), other: put(house.otherCoder, costs, 36, 47) }
  const only = put(house.coder, costs, 48, 60)
  for (const one of who) rounds.setDone(one, round.id, interview, true)
  rounds.close(house.owner, round.id, 1)
  const all = differences(agreement.compared(house.owner, round.id).snapshot, 0.9)
  const keyOf = (id: string) => all.find((one) => one.codings.some((coding) => coding.id === id))?.key ?? ''
  const consensus = () =>
    codings
      .inInterview(house.viewer, interview)
      .filter((one) => one.coderId === house.consensusId)
      .map((one) => [one.codeId === milk ? 'milk' : 'costs', one.start, one.end])
  return { house, round, a, b, only, keyOf, consensus, costs, milk }
}
const why = { reasonId: null, note: '' }

test('full agreement is taken over by the rule, the stretch that all marked, once', () => {
  const { house, round, consensus } = closedRound()
  expect(decisions.takeOver(house.owner, round.id, 0.99)).toBe(0)
  expect(decisions.takeOver(house.owner, round.id, 0.9)).toBe(1)
  expect(decisions.takeOver(house.owner, round.id, 0.9)).toBe(0)
  expect(consensus()).toEqual([['milk', 0, 34]])
})

test('taking one side, both, the other code, none or new boundaries makes the consensus; undo takes exactly that away', () => {
  const { house, round, a, b, only, keyOf, consensus, costs } = closedRound()
  const key = keyOf(a.other)
  const reason = decisions.addReason(house.owner, 'The definition says so')
  const one = decisions.decide(
    house.owner,
    round.id,
    key,
    0,
    { kind: 'take', codings: [a.other] },
    { reasonId: reason.id, note: ' see p. 3 ' },
  )
  expect([one.reasonId, one.note, one.version]).toEqual([reason.id, 'see p. 3', 1])
  expect(consensus()).toEqual([['milk', 36, 47]])
  decisions.decide(house.supervisor, round.id, key, 1, { kind: 'take', codings: [b.other] }, why)
  expect(consensus()).toEqual([['costs', 36, 47]])
  decisions.decide(house.owner, round.id, keyOf(b.other), 0, { kind: 'take', codings: [a.other, b.other] }, why)
  expect(consensus()).toHaveLength(2)
  decisions.undo(house.owner, round.id, keyOf(b.other), 1)
  expect(consensus()).toEqual([['costs', 36, 47]])
  decisions.decide(house.owner, round.id, key, 2, { kind: 'neither' }, why)
  expect(consensus()).toEqual([])
  decisions.decide(house.owner, round.id, keyOf(only), 0, { kind: 'draw', code: costs, start: 48, end: 54 }, why)
  expect(consensus()).toEqual([['costs', 48, 54]])
  decisions.decide(house.owner, round.id, keyOf(only), 1, { kind: 'postponed' }, why)
  expect(consensus()).toEqual([])
  expect([...decisions.ofRound(house.viewer, round.id).values()].map((d) => d.verdict).toSorted()).toEqual([
    'neither',
    'postponed',
  ])
})

test('two who decide at a time do not overwrite each other', () => {
  const { house, round, a, b, keyOf, consensus } = closedRound()
  const key = keyOf(a.other)
  decisions.decide(house.owner, round.id, key, 0, { kind: 'take', codings: [a.other] }, why)
  const late = () => decisions.decide(house.supervisor, round.id, key, 0, { kind: 'take', codings: [b.other] }, why)
  expect(late).toThrow('changedSince')
  expect(() => decisions.undo(house.supervisor, round.id, key, 2)).toThrow('changedSince')
  expect(consensus()).toEqual([['milk', 36, 47]])
})

test('coders and viewers do not decide, a stranger finds no round, and what is not there is refused', () => {
  const { house, round, a, keyOf, consensus } = closedRound()
  const key = keyOf(a.other)
  const take = { kind: 'take', codings: [a.other] } as const
  for (const who of [house.coder, house.viewer])
    expect(() => decisions.decide(who, round.id, key, 0, take, why)).toThrow('forbidden')
  expect(() => decisions.decide(house.stranger, round.id, key, 0, take, why)).toThrow('notFound')
  expect(() => decisions.ofRound(house.stranger, round.id)).toThrow('notFound')
  expect(() => decisions.takeOver(house.stranger, round.id, 0.9)).toThrow('notFound')
  const odd = [
    [key, { kind: 'take', codings: ['nothing'] }, 'gone'],
    ['nowhere', take, 'notFound'],
    [key, { kind: 'draw', code: 'nothing', start: 0, end: 1 }, 'gone'],
  ] as const
  for (const [at, verdict, reason] of odd)
    expect(() => decisions.decide(house.owner, round.id, at, 0, verdict, why)).toThrow(reason)
  expect(() => decisions.addReason(house.coder, 'x')).toThrow('forbidden')
  expect(decisions.reasonList(house.stranger)).toEqual([])
  expect(consensus()).toEqual([])
})

test('a coder reads where they were overruled, who leads anybody, other coders and strangers not', () => {
  const { house, round, only, keyOf } = closedRound()
  decisions.decide(house.owner, round.id, keyOf(only), 0, { kind: 'neither' }, { reasonId: null, note: 'too short' })
  const of = (who: typeof house.coder) =>
    feedback(who, round.id, house.coder.userId).map(({ decision, consensus }) => [decision.note, consensus.length])
  for (const who of [house.coder, house.supervisor, house.owner]) expect(of(who)).toEqual([['too short', 0]])
  expect(feedback(house.otherCoder, round.id, house.otherCoder.userId)).toEqual([])
  for (const who of [house.otherCoder, house.viewer]) expect(() => of(who)).toThrow('forbidden')
  expect(() => feedback(house.stranger, round.id, house.stranger.userId)).toThrow('notFound')
})

test('deciders ask and coders answer on a passage; viewers read, strangers find nothing', () => {
  const { house, round, only, keyOf } = closedRound()
  const key = keyOf(only)
  notes.add(house.owner, round.id, key, 'Why costs? ')
  notes.add(house.coder, round.id, key, 'They rose.')
  expect(notes.list(house.viewer, round.id).map((one) => [one.author, one.text])).toEqual([
    ['Olga', 'Why costs?'],
    ['Anna', 'They rose.'],
  ])
  expect(() => notes.add(house.viewer, round.id, key, 'x')).toThrow('forbidden')
  expect(() => notes.add(house.coder, round.id, key, ' ')).toThrow('empty')
  expect(() => notes.add(house.coder, round.id, 'nowhere', 'x')).toThrow('notFound')
  expect(() => notes.add(house.stranger, round.id, key, 'x')).toThrow('notFound')
  expect(() => notes.list(house.stranger, round.id)).toThrow('notFound')
})

test('many are decided at once as one by one, all of them or none, and by nobody who does not lead', () => {
  const { house, round, a, only, keyOf, consensus } = closedRound()
  const [first, second] = [keyOf(a.other), keyOf(only)]
  const neither = { kind: 'neither' } as const
  const take = { kind: 'take', codings: [a.other] } as const
  expect(() =>
    decisions.decideAll(house.owner, round.id, [
      { key: first, seen: 0, verdict: take, why },
      { key: 'nowhere', seen: 0, verdict: neither, why },
    ]),
  ).toThrow()
  expect(decisions.ofRound(house.owner, round.id).size).toBe(0)
  expect(consensus()).toEqual([])
  const both = [
    { key: first, seen: 0, verdict: take, why },
    { key: second, seen: 0, verdict: neither, why },
  ]
  for (const other of [house.coder, house.stranger]) expect(() => decisions.decideAll(other, round.id, both)).toThrow()
  expect(decisions.decideAll(house.owner, round.id, both).map(({ verdict }) => verdict)).toEqual(['take', 'neither'])
  expect([...decisions.ofRound(house.owner, round.id).keys()].toSorted()).toEqual([first, second].toSorted())
  expect(consensus()).toEqual([['milk', 36, 47]])
})

test('from the history each decision is taken back alone: a new one, a changed one, one that was undone; and not under what was decided since', () => {
  const { house, round, a, b, only, keyOf, consensus, costs } = closedRound()
  const key = keyOf(a.other)
  const done = (kind: string) => {
    const all = house.db.select().from(events).where(eq(events.kind, kind)).orderBy(desc(events.seq)).all()
    return all[0]?.seq ?? 0
  }
  decisions.decide(house.owner, round.id, key, 0, { kind: 'take', codings: [a.other] }, { reasonId: null, note: 'so' })
  const first = done('decision.add')
  decisions.decide(house.owner, round.id, keyOf(only), 0, { kind: 'draw', code: costs, start: 48, end: 54 }, why)
  notes.add(house.coder, round.id, key, 'Why?')
  decisions.decide(house.owner, round.id, key, 1, { kind: 'take', codings: [b.other] }, why)
  expect(() => undo(house.owner, first)).toThrow('builtOn')
  expect(() => undo(house.supervisor, done('decision.change'))).toThrow('gone')
  undo(house.owner, done('decision.change'))
  const all = () => [...consensus()].sort()
  expect(all()).toEqual([
    ['costs', 48, 54],
    ['milk', 36, 47],
  ])
  expect(decisions.ofRound(house.owner, round.id).get(key)?.note).toBe('so')
  decisions.undo(house.owner, round.id, keyOf(only), 1)
  expect(all()).toEqual([['milk', 36, 47]])
  undo(house.owner, done('decision.remove'))
  expect(all()).toEqual([
    ['costs', 48, 54],
    ['milk', 36, 47],
  ])
  // It stood at version 3 by now: what the first event remembers is another decision than the one that is there.
  expect(() => undo(house.owner, first)).toThrow('changedSince')
  const closed = rounds.get(house.owner, round.id)
  decisions.decide(house.owner, round.id, keyOf(b.other), 0, { kind: 'neither' }, why)
  const late = done('decision.add')
  rounds.reopen(house.supervisor, round.id, closed.version)
  expect(() => undo(house.owner, late)).toThrow('builtOn')
})

test('an interview stands beside its consensus for whoever may see it once all of it is decided, and not after an undo', () => {
  const { house, round, a, b, only, keyOf } = closedRound()
  const seen = (who: typeof house.owner) => {
    const { decided, of, material, consensus } = comparedWithConsensus(who, round.id)
    const own = material.codings.filter(({ coder }) => coder === consensus).map(({ start, end }) => [start, end])
    return [decided, of, own.toSorted()]
  }
  for (const key of [keyOf(a.other), keyOf(b.other), keyOf(only)])
    decisions.decide(house.owner, round.id, key, 0, { kind: 'neither' }, why)
  expect(seen(house.owner)).toEqual([0, 1, []])
  decisions.takeOver(house.owner, round.id, 0.9)
  for (const who of [house.owner, house.coder, house.viewer]) expect(seen(who)).toEqual([1, 1, [[0, 34]]])
  expect(() => comparedWithConsensus(house.stranger, round.id)).toThrow('notFound')
  decisions.undo(house.owner, round.id, keyOf(only), 1)
  expect(seen(house.owner)).toEqual([0, 1, []])
})

test('what is said on a passage waits for those who coded the interview until they answer, and for nobody else', () => {
  const { house, round, only, keyOf, costs } = closedRound()
  const waiting = (who: typeof house.owner) => notes.waitingForMe(who).map(({ code, text }) => [code, text])
  notes.add(house.owner, round.id, keyOf(only), 'Why costs?')
  for (const who of [house.coder, house.otherCoder]) expect(waiting(who)).toEqual([[costs, 'Why costs?']])
  for (const who of [house.owner, house.supervisor, house.viewer, house.stranger]) expect(waiting(who)).toEqual([])
  notes.add(house.coder, round.id, keyOf(only), 'They rose.')
  expect(waiting(house.coder)).toEqual([])
  expect(waiting(house.otherCoder)).toEqual([[costs, 'They rose.']])
  rounds.reopen(house.owner, round.id, rounds.get(house.owner, round.id).version)
  expect(waiting(house.otherCoder)).toEqual([])
})

test('drift by week is told of all to who leads, of oneself to a coder, and to no stranger', () => {
  const { house, round } = closedRound()
  const asked = {
    measure: 'u_alpha_binary',
    choice: { unit: 'character', withInterviewer: true, rollUp: false, share: 0 },
  } as const
  const coders = (access: typeof house.owner) => driftOf(access, round.id, asked).map(({ coder }) => coder)
  expect(coders(house.supervisor).toSorted()).toEqual([house.coder.userId, house.otherCoder.userId].toSorted())
  expect(coders(house.coder)).toEqual([house.coder.userId])
  expect(coders(house.viewer)).toEqual([])
  expect(() => driftOf(house.stranger, round.id, asked)).toThrow('notFound')
  const [own] = driftOf(house.coder, round.id, asked)
  expect(own?.weeks).toMatchObject([{ interviews: 1, decided: 0, mean: { value: null } }])
  expect(Object.values(own?.weeks[0]?.rates ?? {}).toSorted()).toEqual([1, 2])
})
