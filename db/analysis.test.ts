import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { everything } from '@/core/analysis/testing'
import type { ReadText } from '@/core/interviews/interview'
import * as analysis from './analysis'
import * as codes from './codes'
import * as codings from './codings'
import * as interviews from './interviews'
import { transcripts } from './schema'
import { type TestHouse, testHouse } from './testing'

const TEXT =
  'И: Что изменилось на границе?\nР: Всё дороже стало. Молоко не пускают.\nИ: А ездите?\nР: Ездим реже, молоко дорогое.'
const starts = [0, TEXT.indexOf('Р: Всё'), TEXT.indexOf('И: А'), TEXT.indexOf('Р: Ездим'), TEXT.length + 1]
const read: ReadText = {
  text: TEXT,
  language: 'ru',
  speakers: [
    { name: 'И', role: 'interviewer' },
    { name: 'Р', role: 'respondent' },
  ],
  turns: [0, 1, 2, 3].map((t) => ({
    ...{ start: starts[t] ?? 0, end: (starts[t + 1] ?? 0) - 1, said: (starts[t] ?? 0) + 3, speaker: t % 2, time: null },
  })),
}

let house: TestHouse
let ids: { dear: string; milk: string; first: string }
beforeEach(() => {
  house = testHouse()
  const [dear, milk] = [crypto.randomUUID(), crypto.randomUUID()]
  codes.add(house.owner, { id: dear, parentId: null, name: 'dear' })
  codes.add(house.owner, { id: milk, parentId: null, name: 'milk' })
  const [first = '', second = ''] = ['RB-1', 'RB-2'].map(
    (name) => interviews.add(house.owner, { name, file: '', read }).id,
  )
  ids = { dear, milk, first }
  const mark = (interviewId: string, access: TestHouse['owner'], codeId: string, quote: string) => {
    const transcript = house.db
      .select({ id: transcripts.id })
      .from(transcripts)
      .where(eq(transcripts.interviewId, interviewId))
      .get()
    const start = TEXT.indexOf(quote)
    const place = { transcriptId: transcript?.id ?? '', start, end: start + quote.length }
    codings.add(access, { id: crypto.randomUUID(), codeId, ...place })
  }
  mark(first, house.coder, dear, 'Всё дороже стало')
  mark(first, house.otherCoder, milk, 'Молоко не пускают')
  mark(first, house.coder, milk, 'молоко дорогое')
  mark(first, house.coder, dear, 'дорогое')
  mark(second, house.coder, milk, 'молоко дорогое')
  mark(second, house.coder, dear, 'Что изменилось')
})

const choice = () => ({ ...everything, codes: [ids.dear, ids.milk] })

test('codes meet where their passages overlap, and in the respondents’ turns', () => {
  for (const access of [house.owner, house.coder, house.viewer]) {
    const overlap = analysis.meet(access, choice(), { unit: 'overlap', words: 0 })
    expect(overlap.cells[0]?.[1]).toEqual({ both: 1, interviews: 1, coefficient: 1 / 4 })
    const turn = analysis.meet(access, choice(), { unit: 'turn', words: 0 })
    expect(turn.cells[0]?.[1]).toEqual({ both: 2, interviews: 1, coefficient: 2 / 3 })
  }
})
test('an interviewer’s turn is a place when it is asked for', () => {
  const turn = { unit: 'turn', words: 0 } as const
  expect(analysis.meet(house.owner, { ...choice(), interviewers: true }, turn).rows[0]?.places).toBe(3)
})
test('a meeting is listed with what is said, both passages in one where they are close', () => {
  const found = analysis.meetingPlaces(house.owner, choice(), { unit: 'overlap', words: 0 }, [ids.dear, ids.milk], 0, 9)
  expect(found).toEqual({
    total: 1,
    from: 0,
    lines: [
      { interviewId: ids.first, interview: 'RB-1', start: TEXT.indexOf('молоко дорогое'), quotes: ['молоко дорогое'] },
    ],
  })
})
test('a list that is asked for behind its end gives its last page', () => {
  const turn = { unit: 'turn', words: 0 } as const
  const found = analysis.meetingPlaces(house.owner, choice(), turn, [ids.dear, ids.milk], 99, 1)
  expect([found.total, found.from, found.lines.length]).toEqual([2, 1, 1])
})
test('a stranger is told nothing', () => {
  const turn = { unit: 'turn', words: 0 } as const
  expect(analysis.meet(house.stranger, choice(), turn)).toEqual({ rows: [], cells: [], interviews: 0 })
  expect(analysis.meetingPlaces(house.stranger, choice(), turn, [ids.dear, ids.milk], 0, 9).total).toBe(0)
})
