import { expect, test } from 'vitest'
import type { Code } from '../codebook/code'
import type { Snapshot } from './snapshot'
import { snapshotThen } from './snapshot-then'

const code = (id: string, name: string, parentId: string | null = null): Code => ({
  ...{ id, parentId, name, position: 0, colour: 0, definition: '', include: '', exclude: '', example: '', aliases: [] },
})
const coding = (id: string, of: string) => ({ id, interview: 'i', coder: 'a', code: of, start: 0, end: 5 })
const snapshot: Snapshot = {
  at: 5,
  material: {
    interviews: [
      {
        ...{ id: 'i', length: 9, coders: ['a'], interviewer: [], sentences: [], turns: [], paragraphs: [], values: {} },
      },
    ],
    codes: [
      { id: 'trade', parent: null },
      { id: 'milk', parent: 'trade' },
      { id: 'law', parent: null },
    ],
    codings: [coding('1', 'milk'), coding('2', 'trade'), coding('3', 'law'), coding('4', 'trade')],
  },
  transcripts: { i: 't' },
  names: { interviews: { i: 'I' }, coders: { a: 'A' }, codes: { trade: 'commerce' }, variables: {} },
}

test('codings of a code that was not there stand under the one above it, others have the code they had', () => {
  const then = snapshotThen(
    snapshot,
    [code('trade', 'trade'), code('gone', 'stops', 'trade')],
    new Map([['4', 'gone']]),
  )
  expect(then.material.codings.map(({ id, code: of }) => [id, of])).toEqual([
    ['1', 'trade'],
    ['2', 'trade'],
    ['4', 'gone'],
  ])
  expect(then.names.codes).toEqual({ trade: 'trade', gone: 'trade / stops' })
  expect(then.material.codes).toEqual([
    { id: 'trade', parent: null },
    { id: 'gone', parent: 'trade' },
  ])
  expect([then.at, then.transcripts]).toEqual([5, snapshot.transcripts])
})
