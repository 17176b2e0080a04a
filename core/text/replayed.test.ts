import { expect, test } from 'vitest'
import { replayed } from './replayed'

const as = (text: string) => ({
  text,
  turns: [{ start: 0, end: text.length, said: 0, speaker: null, time: null }],
  speakers: [],
})
const base = 'The customs went. But then the milk wars began, and trucks stood for weeks.'

test('edits at different places are both there', () => {
  const done = replayed(base, base.replace('went', 'left'), as(base.replace('weeks', 'days')))
  expect(done).toEqual({ transcript: as(base.replace('went', 'left').replace('weeks', 'days')), refused: [] })
})

test('an edit of the same words is refused and shown', () => {
  const done = replayed(base, base.replace('milk wars', 'cheese wars'), as(base.replace('milk wars', 'butter wars')))
  expect(done.transcript.text).toContain('butter wars')
  expect(done.refused).toHaveLength(1)
  expect(done.refused[0]?.was).toContain('milk')
  expect(done.refused[0]?.wanted).toContain('cheese')
})

test('the same edit by two people is made once', () => {
  const both = base.replace('milk', 'cheese')
  expect(replayed(base, both, as(both)).transcript.text).toBe(both)
})

test('what was written at the very end belongs to the last turn', () => {
  const { transcript } = replayed(base, `${base} Really.`, as(base.replace('went', 'left')))
  expect(transcript).toEqual(as(`${base.replace('went', 'left')} Really.`))
})
