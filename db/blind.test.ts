import { describe, expect, test } from 'vitest'
import { everything } from '@/core/excerpts/query'
import type { Round } from '@/core/rounds/round'
import type { Access } from './access'
import * as agreement from './agreement'
import { eventsVisibleTo, keptFrom } from './blind'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import * as excerpts from './excerpts'
import { cursorOf, watch } from './feed'
import * as frequencies from './frequencies'
import * as history from './history'
import * as interviews from './interviews'
import { material } from './material'
import * as memos from './memos'
import * as projects from './projects'
import * as reading from './reading'
import { Refusal } from './refusal'
import * as rounds from './rounds'
import { events } from './schema'
import { type TestHouse, testHouse } from './testing'
import * as threads from './threads'
import * as translations from './translations'

const people = ['owner', 'supervisor', 'coder', 'otherCoder', 'viewer'] as const
type Who = (typeof people)[number]

/** Boris (otherCoder) marks the word "border" of the interview; it is his marker that others must not find. */
function houseWithRound(blind: boolean, assignedTo: readonly Who[]) {
  const house = testHouse()
  const text = 'About the border. And the milk.'
  const interview = interviews.add(house.owner, {
    name: 'RB-001',
    file: '',
    read: { text, language: 'en', turns: [], speakers: [] },
  }).id
  const { transcriptId } = reading.read(house.owner, interview)
  const code = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'trade' }).id
  const put = (by: Access, word: string) => {
    const start = text.indexOf(word)
    const id = crypto.randomUUID()
    codings.add(by, { id, transcriptId, codeId: code, start, end: start + word.length, comment: `by ${word}` })
    return id
  }
  const round = rounds.add(house.owner, {
    ...{ name: 'Pilot', blind, due: null, rule: null, groups: [] },
    assignments: assignedTo.map((who) => ({ interviewId: interview, coderId: house[who].userId })),
  })
  const marker = put(house.otherCoder, 'border')
  const passage = { transcriptId, start: 0, end: 5, text: 'by border' }
  const id = () => crypto.randomUUID()
  threads.ask(house.otherCoder, { ...passage, id: id(), postId: id(), to: null, meeting: false })
  translations.add(house.otherCoder, { ...passage, id: id(), language: 'ru', state: 'draft' })
  memos.add(house.otherCoder, {
    ...{ id: id(), subject: { kind: 'interview', id: interview }, title: 'by border' },
    body: { type: 'doc', content: [{ type: 'paragraph' }] },
  })
  return { house, interview, round, code, marker, put }
}

/** Every way out by which somebody may see that Boris coded: what it tells about his coding, or nothing. */
const waysOut: Readonly<Record<string, (access: Access, at: ReturnType<typeof houseWithRound>) => unknown>> = {
  'the codings of the interview': (access, { interview }) => codings.inInterview(access, interview),
  'the reading screen': (access, { interview }) => reading.read(access, interview).codings,
  'the list of interviews': (access) => interviews.list(access).map((one) => [one.codings || null, one.coders]),
  'how often codes are used': (access) => Object.values(codes.counts(access)).filter((one) => one.own.codings > 0),
  'the material of frequencies': (access) => material(access).passages.length || null,
  'the coders of frequencies': (access) => frequencies.coders(access),
  'excerpts and the search in them': (access) =>
    excerpts.all(access, { ...everything, text: 'BORDER' }, { grouping: { by: 'code' }, sort: 'place', sentences: 0 })
      .excerpts,
  'the choices of coders for excerpts': (access) => excerpts.choices(access, []).coders,
  'the questions on passages': (access, { interview }) => [
    threads.inInterview(access, interview),
    threads.list(access),
  ],
  'the translations of passages': (access, { interview }) => [
    translations.inInterview(access, interview),
    [...translations.counts(access)],
  ],
  'the memos on the interview': (access, { interview }) => [memos.inInterview(access, interview), memos.list(access)],
  'the live news of the interview': (access, { interview }) => [
    watch(interview, reading.read(access, interview).transcriptId, null)(access)?.codings,
    cursorOf(access) === null ? null : keptFrom(access),
  ],
  events: (access) =>
    access.db
      .select()
      .from(events)
      .where(eventsVisibleTo(access))
      .all()
      .filter((one) => one.kind.startsWith('coding.')),
  'changing it': (access, { marker }) => attempt(() => codings.change(access, marker, { comment: 'seen' })),
}

function attempt(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'gone') return null
    return 'refused knowing of it'
  }
}

const tells = (answer: unknown): boolean => JSON.stringify(answer ?? null).replace(/[[\]{},\s]|null/g, '') !== ''

type State = 'open, due' | 'open, done' | 'closed, due' | 'closed, done'
const states: readonly State[] = ['open, due', 'open, done', 'closed, due', 'closed, done']

function bring(at: ReturnType<typeof houseWithRound>, who: Access, state: State): void {
  rounds.setDone(at.house.otherCoder, at.round.id, at.interview, true)
  if (state.endsWith('done')) rounds.setDone(who, at.round.id, at.interview, true)
  if (!state.startsWith('closed')) return
  const closer = who.userId === at.house.owner.userId ? at.house.supervisor : at.house.owner
  rounds.close(closer, at.round.id, rounds.get(closer, at.round.id).version)
}

describe.each(Object.keys(waysOut))('in a blind round, %s', (way) => {
  const ask = waysOut[way]
  test.each((['owner', 'supervisor', 'coder'] as const).flatMap((who) => states.map((state) => [who, state] as const)))(
    'to the %s who codes it too (%s) tell of a colleague only when closed and done',
    (who, state) => {
      const at = houseWithRound(true, ['otherCoder', who])
      const access = at.house[who]
      bring(at, access, state)
      expect(tells(ask?.(access, at))).toBe(state === 'closed, done')
    },
  )

  test.each([
    ['owner', true],
    ['supervisor', true],
    ['coder', false],
    ['viewer', false],
  ] as const)('to the %s who does not code it: %s while it is open', (who, expected) => {
    const at = houseWithRound(true, ['otherCoder'])
    if (way === 'changing it' && who === 'viewer')
      return expect(() => codings.change(at.house.viewer, at.marker, {})).toThrow()
    expect(tells(ask?.(at.house[who], at))).toBe(expected)
  })

  test('to the coder themselves, and to all in an open round that is not blind, tell everything', () => {
    const at = houseWithRound(true, ['otherCoder', 'coder'])
    expect(tells(ask?.(at.house.otherCoder, at))).toBe(true)
    const seen = houseWithRound(false, ['otherCoder', 'coder'])
    expect(tells(ask?.(seen.house.coder, seen))).toBe(true)
  })
})

describe('what else could tell', () => {
  const at = (): ReturnType<typeof houseWithRound> => houseWithRound(true, ['otherCoder', 'coder'])

  test('a removed code counts only the codings that one may see', () => {
    const { house, code } = at()
    expect(codes.remove(house.supervisor, code)).toEqual({ codes: 1, codings: 1, people: 1 })
    const blind = houseWithRound(true, ['otherCoder', 'supervisor'])
    expect(codes.remove(blind.house.supervisor, blind.code)).toEqual({ codes: 1, codings: 0, people: 0 })
  })

  test('the history tells a supervisor who codes it too nothing of it, one who does not all', () => {
    const told = (who: Access) => history.list(who, { subject: 'coding' }).length
    const blind = houseWithRound(true, ['otherCoder', 'supervisor'])
    expect([told(blind.house.supervisor), told(blind.house.owner)]).toEqual([0, 1])
  })

  test('a former member is named by none of their codings', () => {
    const { house } = at()
    house.db.$client.prepare('delete from members where user_id = ?').run(house.otherCoder.userId)
    const named = (who: Access) => projects.coders(who).some((one) => one.id === house.otherCoder.userId)
    expect([named(house.owner), named(house.coder)]).toEqual([true, false])
  })

  test('what a correction of the text touched is listed of one’s own codings only', () => {
    const { house, interview, put } = at()
    put(house.coder, 'milk')
    const text = 'About the boundary. And the butter.'
    corrections.correct(house.owner, interview, 1, { text, turns: [], speakers: [] })
    const listed = (who: Access) => corrections.toLookAt(who, interview).map((one) => one.before)
    expect(listed(house.owner).toSorted()).toEqual(['border', 'milk'])
    expect(listed(house.coder)).toEqual(['milk'])
  })

  test('the round itself shows a coder their own assignment, and its comparison only when closed and done', () => {
    const { house, round, interview } = at()
    expect(rounds.progress(house.coder, round.id).map((one) => one.coder)).toEqual(['Anna'])
    expect(rounds.progress(house.owner, round.id).map((one) => one.coder)).toEqual(['Anna', 'Boris'])
    expect(() => agreement.compared(house.coder, round.id)).toThrow('roundOpen')
    rounds.setDone(house.otherCoder, round.id, interview, true)
    rounds.close(house.owner, round.id, round.version)
    expect(() => agreement.compared(house.coder, round.id)).toThrow('notDone')
    rounds.setDone(house.coder, round.id, interview, true)
    expect(agreement.compared(house.coder, round.id).snapshot.material.codings).toHaveLength(1)
  })

  test('an interview moved to somebody else stays kept from both', () => {
    const { house, round, interview }: { house: TestHouse; round: Round; interview: string } = at()
    rounds.assign(
      house.owner,
      round.id,
      { interviewId: interview, coderId: house.supervisor.userId },
      house.coder.userId,
    )
    expect(codings.inInterview(house.coder, interview)).toEqual([])
    expect(codings.inInterview(house.supervisor, interview)).toEqual([])
  })

  test('whether a colleague used a code of one’s own is told neither by what may be changed nor by what may be removed', () => {
    const answers = [true, false].map((used) => {
      const { house, interview } = at()
      const own = codes.add(house.coder, { id: crypto.randomUUID(), parentId: null, name: 'own' }).id
      const { transcriptId } = reading.read(house.otherCoder, interview)
      const coding = { id: crypto.randomUUID(), transcriptId, codeId: own, start: 0, end: 4 }
      if (used) codings.add(house.otherCoder, coding)
      const removing = (only?: 'unused') => {
        try {
          codes.remove(house.coder, own, only)
          return 'done'
        } catch (error) {
          return error instanceof Refusal ? error.reason : 'broken'
        }
      }
      return [codes.changeable(house.coder).has(own), removing(), removing('unused')]
    })
    expect(answers).toEqual([
      [true, 'blindRound', 'blindRound'],
      [true, 'blindRound', 'blindRound'],
    ])
  })
})
