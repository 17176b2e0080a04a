import { describe, expect, test, vi } from 'vitest'
import * as agreement from './agreement'
import * as codes from './codes'
import * as codings from './codings'
import * as interviews from './interviews'
import * as reading from './reading'
import * as rounds from './rounds'
import { testHouse } from './testing'
import * as variables from './variables'

function studied() {
  const house = testHouse()
  const section = variables.add(house.owner, { name: 'Section', kind: 'category', categories: ['RB', 'RK'] }).id
  const ids = Array.from({ length: 12 }, (_, i) => {
    const interviewer = i % 4 === 0 ? 'Anna' : 'Somebody'
    const text = `${interviewer}: What changed?\nThe milk did. ${'More and more. '.repeat(i)}`
    const said = text.indexOf('What')
    const end = text.indexOf('\n')
    return interviews.add(house.owner, {
      ...{ name: `I-${i}`, file: '', values: { [section]: i < 8 ? 'RB' : 'RK' } },
      read: {
        ...{ text, language: 'en' },
        turns: [
          { start: 0, end, said, speaker: 0, time: null },
          { start: end + 1, end: text.length, said: end + 1, speaker: null, time: null },
        ],
        speakers: [{ name: interviewer, role: 'interviewer' }],
      },
    }).id
  })
  const coders = [house.coder, house.otherCoder, house.supervisor].map((one) => one.userId)
  return { house, section, ids, coders }
}

const plain = { name: 'Pilot', blind: true, due: '2027-01-31', rule: null, groups: [] } as const

describe('a round', () => {
  test('is drawn by a seeded share of each section, and nobody gets the interviews they led', () => {
    const { house, section, ids, coders } = studied()
    const rule = { size: { kind: 'share', share: 0.5 }, by: [section], seed: 7 } as const
    const given = rounds.draw(house.owner, { rule, coders, perInterview: 2, own: null })
    expect(rounds.draw(house.owner, { rule, coders, perInterview: 2, own: null })).toEqual(given)
    const sample = new Set(given.map((one) => one.interviewId))
    const inRB = ids.slice(0, 8).filter((id) => sample.has(id))
    expect([inRB.length, sample.size]).toEqual([4, 6])
    const annas = ids.filter((_, i) => i % 4 === 0)
    const all = rounds.distribute(house.owner, ids, { coders, perInterview: 3, own: null }, 1)
    const ofAnna = all.filter((one) => one.coderId === house.coder.userId).map((one) => one.interviewId)
    expect(ofAnna.toSorted()).toEqual(ids.filter((id) => !annas.includes(id)).toSorted())
    expect(() => rounds.draw(house.coder, { rule, coders, perInterview: 2, own: null })).toThrow('forbidden')
    const elsewhere = [house.stranger.userId]
    expect(() => rounds.draw(house.owner, { rule, coders: elsewhere, perInterview: 1, own: null })).toThrow('notFound')
  })

  test('is opened by who leads only, under a name of its own; a stranger knows nothing of it', () => {
    const { house, ids } = studied()
    const [interviewId = ''] = ids
    const assigned = [{ interviewId, coderId: house.coder.userId }]
    expect(() => rounds.add(house.coder, { ...plain, assignments: assigned })).toThrow('forbidden')
    const round = rounds.add(house.supervisor, { ...plain, assignments: assigned })
    expect(() => rounds.add(house.owner, { ...plain, name: ' PILOT', assignments: [] })).toThrow('nameTaken')
    expect(rounds.list(house.viewer)).toEqual([round])
    expect(rounds.list(house.stranger)).toEqual([])
    for (const ask of [rounds.get, rounds.progress, agreement.compared])
      expect(() => ask(house.stranger, round.id)).toThrow('notFound')
    expect(() => rounds.close(house.stranger, round.id, 1)).toThrow('notFound')
    const elsewhere = [{ interviewId, coderId: house.stranger.userId }]
    expect(() => rounds.add(house.owner, { ...plain, name: 'Other', assignments: elsewhere })).toThrow('notFound')
    expect(rounds.list(house.owner)).toHaveLength(1)
  })

  test('shows a coder what is due, moves it to another, and is done by nobody else', () => {
    const { house, ids } = studied()
    const [one = '', two = ''] = ids
    const coderId = house.coder.userId
    const round = rounds.add(house.owner, {
      ...plain,
      assignments: [one, two].map((interviewId) => ({ interviewId, coderId })),
    })
    expect(rounds.mine(house.coder).map((due) => [due.interview, due.doneAt])).toEqual([
      ['I-0', null],
      ['I-1', null],
    ])
    expect(() => rounds.setDone(house.otherCoder, round.id, one, true)).toThrow('notFound')
    rounds.setDone(house.coder, round.id, one, true)
    rounds.assign(house.owner, round.id, { interviewId: two, coderId: house.otherCoder.userId }, coderId)
    expect(rounds.mine(house.coder).map((due) => due.interview)).toEqual(['I-0'])
    expect(rounds.mine(house.otherCoder).map((due) => due.interview)).toEqual(['I-1'])
    expect(() => rounds.withdraw(house.owner, round.id, { interviewId: two, coderId })).toThrow('gone')
    rounds.setDone(house.coder, round.id, one, false)
    expect(rounds.progress(house.owner, round.id).every((due) => due.doneAt === null)).toBe(true)
  })

  test('is closed on what was done only, once for two who close it at a time, and opened again', () => {
    const { house, ids } = studied()
    const [one = '', two = ''] = ids
    const code = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'milk' }).id
    const round = rounds.add(house.owner, {
      ...plain,
      assignments: [one, two].flatMap((interviewId) =>
        [house.coder, house.otherCoder].map(({ userId }) => ({ interviewId, coderId: userId })),
      ),
    })
    for (const who of [house.coder, house.otherCoder, house.supervisor]) {
      const { transcriptId, transcript } = reading.read(who, one)
      const start = transcript.text.indexOf('milk')
      codings.add(who, { id: crypto.randomUUID(), transcriptId, codeId: code, start, end: start + 4 })
    }
    expect(() => rounds.close(house.owner, round.id, 1)).toThrow('nothingToCompare')
    rounds.setDone(house.coder, round.id, one, true)
    rounds.setDone(house.otherCoder, round.id, one, true)
    rounds.setDone(house.coder, round.id, two, true)
    expect(() => rounds.close(house.coder, round.id, 1)).toThrow('forbidden')
    const closed = rounds.close(house.owner, round.id, 1)
    expect(closed.state).toBe('closed')
    expect(() => rounds.close(house.supervisor, round.id, 1)).toThrow('roundClosed')
    expect(() => rounds.setDone(house.coder, round.id, one, false)).toThrow('roundClosed')
    const { material, names } = agreement.compared(house.owner, round.id).snapshot
    const by = new Map(material.interviews.map((interview) => [interview.id, interview]))
    expect([by.get(one)?.coders.length, by.get(two)?.coders]).toEqual([2, [house.coder.userId]])
    expect(by.get(one)?.interviewer).toEqual([{ start: 0, end: 'Anna: What changed?'.length }])
    expect(by.get(one)?.sentences).toHaveLength(2)
    expect(material.codings.map(({ coder }) => names.coders[coder]).toSorted()).toEqual(['Anna', 'Boris'])
    expect(() => rounds.reopen(house.owner, round.id, 1)).toThrow('changedSince')
    expect(rounds.reopen(house.owner, round.id, closed.version).state).toBe('open')
    expect(() => agreement.compared(house.owner, round.id)).toThrow('roundOpen')
  })
})

test('a round that begins later is not among what its coders have to do before that day', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2027, 0, 30, 23, 59) })
  try {
    const { house, ids } = studied()
    const assignments = [{ interviewId: ids[0] ?? '', coderId: house.coder.userId }]
    const round = rounds.add(house.owner, { ...plain, starts: '2027-01-31', assignments })
    expect(round.starts).toBe('2027-01-31')
    expect(rounds.mine(house.coder)).toEqual([])
    // It is blind from the moment it is made.
    expect(rounds.progress(house.owner, round.id)).toHaveLength(1)
    vi.setSystemTime(new Date(2027, 0, 31, 0, 1))
    expect(rounds.mine(house.coder)).toHaveLength(1)
    expect(rounds.mine(house.stranger)).toEqual([])
  } finally {
    vi.useRealTimers()
  }
})
