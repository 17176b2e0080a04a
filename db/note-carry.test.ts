import { expect, test } from 'vitest'
import type { RichNode } from '@/core/notes/rich-text'
import * as corrections from './corrections'
import * as memos from './memos'
import { testHouse } from './testing'
import { interviewOf } from './testing-notes'
import * as threads from './threads'
import * as translations from './translations'

const text = 'Молочные войны. Ездим реже. Свои люди.'

function house() {
  const all = testHouse()
  const one = interviewOf(all.owner, 'RB-2', text)
  const on = (words: string) => {
    const start = text.indexOf(words)
    return { id: crypto.randomUUID(), transcriptId: one.transcriptId, start, end: start + words.length }
  }
  const ask = (words: string) =>
    threads.ask(all.coder, { ...on(words), postId: crypto.randomUUID(), to: null, text: '?', meeting: false }).id
  const translate = (words: string) =>
    translations.add(all.coder, { ...on(words), language: 'en', text: words, state: 'checked' }).id
  const correct = (to: string) =>
    corrections.correct(all.owner, one.id, 1, {
      ...{ text: to, speakers: [] },
      turns: [{ start: 0, end: to.length, said: 0, speaker: null, time: null }],
    })
  return { ...all, one, on, ask, translate, correct }
}

test('questions and translations follow their words when the text before them is corrected', () => {
  const at = house()
  const question = at.ask('Ездим реже')
  at.translate('Свои люди')
  at.correct(`Да. ${text}`)
  expect(threads.get(at.viewer, question)).toMatchObject({ quote: 'Ездим реже', start: text.indexOf('Ездим') + 4 })
  expect(threads.inInterview(at.viewer, at.one.id)).toHaveLength(1)
  expect(translations.inInterview(at.viewer, at.one.id)).toMatchObject([
    { text: 'Свои люди', state: 'checked', start: text.indexOf('Свои') + 4 },
  ])
})

test('a translation whose words were corrected is a draft again', () => {
  const at = house()
  at.translate('Ездим реже')
  at.correct(text.replace('Ездим реже', 'Ездим гораздо реже'))
  expect(translations.inInterview(at.viewer, at.one.id)).toMatchObject([{ state: 'draft', checker: null }])
})

test('a question nothing of whose words is left is still listed with what it was about', () => {
  const at = house()
  const question = at.ask('Ездим реже. ')
  at.correct('Молочные войны. Свои люди.')
  expect(threads.list(at.viewer).map((one) => [one.id, one.quote])).toEqual([[question, 'Ездим реже. ']])
})

test('a link of a memo leads to the same words, and still does when the memo is saved again', () => {
  const at = house()
  const { transcriptId, start, end } = at.on('Свои люди')
  const body: RichNode = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'mention', attrs: { kind: 'passage', id: transcriptId, label: 'there', start, end } }],
      },
    ],
  }
  const subject = { kind: 'project', id: at.projectId } as const
  const { id } = memos.add(at.coder, { id: crypto.randomUUID(), subject, title: 'a', body })
  at.correct(`Да. ${text}`)
  const [link] = memos.get(at.viewer, id).links
  expect(link).toMatchObject({ name: 'RB-2', start: start + 4, end: end + 4 })
  expect(memos.inInterview(at.viewer, at.one.id)).toHaveLength(1)
  const again = memos.save(at.coder, id, { title: 'b', body: memos.get(at.coder, id).body, seen: 1 })
  expect(again.links).toEqual([link])
})
