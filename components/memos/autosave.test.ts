import { expect, test } from 'vitest'
import type { Memo } from '@/core/notes/memo'
import { richText } from '@/core/notes/rich-text'
import { Autosave, type Kept, PAUSE, type SaveAnswer } from './autosave'

const person = { id: 'p', name: 'Anna' }
const memo = (version: number, title: string): Memo => ({
  ...{ id: 'm', title, version, text: '', body: richText(''), links: [], back: [], removable: true },
  ...{ author: person, editor: person, createdAt: 0, updatedAt: 0 },
  subject: { kind: 'project', id: 'x', name: '', interviewId: null },
})

function desk() {
  const sent: Kept[] = []
  const states: string[] = []
  const waits: { milliseconds: number; run: () => void }[] = []
  let kept: Kept | null = null
  let answer: (sent: Kept) => Promise<SaveAnswer> = async (one) => ({
    ok: { stored: true, memo: memo(one.seen + 1, one.title) },
  })
  const autosave = new Autosave(1, {
    save: (one) => {
      sent.push(one)
      return answer(one)
    },
    keep: (one) => {
      kept = one
    },
    changed: (state) => states.push(state.is),
    stored: () => {},
    unreachable: 'no server',
    wait: (milliseconds, run) => {
      const item = { milliseconds, run }
      waits.push(item)
      return () => waits.splice(waits.indexOf(item), waits.includes(item) ? 1 : 0)
    },
  })
  return {
    ...{ autosave, sent, states, waits },
    kept: () => kept,
    answers: (next: typeof answer) => {
      answer = next
    },
    write: (title: string) => autosave.write({ title, body: richText(title) }),
    pause: async () => {
      waits.shift()?.run()
      await new Promise((done) => setTimeout(done))
    },
  }
}

test('what is typed in one go is stored once, a pause after the last key, and kept until then', async () => {
  const at = desk()
  at.write('a')
  at.write('ab')
  expect(at.waits.map((one) => one.milliseconds)).toEqual([PAUSE])
  expect(at.kept()).toMatchObject({ title: 'ab', seen: 1 })
  await at.pause()
  expect(at.sent.map((one) => [one.title, one.seen])).toEqual([['ab', 1]])
  expect(at.kept()).toBeNull()
  expect(at.states.at(-1)).toBe('saved')
  at.write('abc')
  await at.pause()
  expect(at.sent.at(-1)?.seen).toBe(2)
})

test('what is typed while storing is stored after it, over the version that came of it', async () => {
  const at = desk()
  let done: (answer: SaveAnswer) => void = () => {}
  at.answers(
    () =>
      new Promise((resolve) => {
        done = resolve
      }),
  )
  at.write('a')
  await at.pause()
  at.write('ab')
  done({ ok: { stored: true, memo: memo(2, 'a') } })
  await new Promise((next) => setTimeout(next))
  expect(at.states.at(-1)).toBe('unsaved')
  expect(at.kept()).toMatchObject({ title: 'ab', seen: 2 })
  await at.pause()
  expect(at.sent.map((one) => [one.title, one.seen])).toEqual([
    ['a', 1],
    ['ab', 2],
  ])
})

test('while the server is not reached it is kept and tried again, more and more rarely', async () => {
  const at = desk()
  at.answers(() => Promise.reject(new Error('offline')))
  at.write('a')
  await at.pause()
  await at.pause()
  expect(at.states.at(-1)).toBe('failed')
  expect(at.waits.map((one) => one.milliseconds)).toEqual([2000])
  expect(at.kept()).toMatchObject({ title: 'a' })
  at.answers(async () => ({ ok: { stored: true, memo: memo(2, 'a') } }))
  await at.pause()
  expect(at.states.at(-1)).toBe('saved')
  expect(at.kept()).toBeNull()
})

test('over a newer version nothing is stored until the person says so; keeping mine stores it over that version', async () => {
  const at = desk()
  at.answers(async () => ({ ok: { stored: false, memo: memo(5, 'theirs') } }))
  at.write('mine')
  await at.pause()
  expect(at.states.at(-1)).toBe('newer')
  at.write('mine too')
  expect(at.waits).toEqual([])
  expect(at.kept()).toMatchObject({ title: 'mine too' })
  at.answers(async (one) => ({ ok: { stored: true, memo: memo(one.seen + 1, one.title) } }))
  at.autosave.over(5)
  await at.pause()
  expect(at.sent.at(-1)).toMatchObject({ title: 'mine too', seen: 5 })
  expect(at.states.at(-1)).toBe('saved')
})

test('what was kept of an earlier visit is stored over the version that it was written over', async () => {
  const at = desk()
  at.autosave.resume({ title: 'old', body: richText('old'), seen: 0 })
  await at.pause()
  expect(at.sent).toMatchObject([{ title: 'old', seen: 0 }])
})

test('taking theirs gives up what was written', async () => {
  const at = desk()
  at.answers(async () => ({ ok: { stored: false, memo: memo(5, 'theirs') } }))
  at.write('mine')
  await at.pause()
  at.autosave.giveUp(5)
  expect(at.kept()).toBeNull()
  at.autosave.flush()
  expect(at.sent).toHaveLength(1)
})
