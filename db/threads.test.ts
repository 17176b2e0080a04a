import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Access } from './access'
import * as interviews from './interviews'
import * as members from './members'
import { Forbidden, NotFound } from './refusal'
import { events, transcripts } from './schema'
import { testHouse } from './testing'
import { interviewOf } from './testing-notes'
import * as threads from './threads'

const text = 'Молочные войны, и это 😀 дорого.'

function house() {
  const all = testHouse()
  const one = interviewOf(all.owner, 'RB-10', text)
  const two = interviewOf(all.owner, 'RB-2', text)
  const asked = (more: Partial<threads.NewQuestion> = {}): threads.NewQuestion => ({
    ...{ id: crypto.randomUUID(), postId: crypto.randomUUID(), transcriptId: one.transcriptId, start: 0, end: 14 },
    ...{ to: null, text: 'Чьи войны?', meeting: false, ...more },
  })
  const ask = (access: Access, more: Partial<threads.NewQuestion> = {}) => threads.ask(access, asked(more))
  return { ...all, one, two, asked, ask }
}

const answer = (words: string) => ({ id: crypto.randomUUID(), text: words })

describe('a question', () => {
  it('is asked on a passage, addressed to a member, answered, settled and opened again', () => {
    const at = house()
    const { id } = at.ask(at.coder, { to: at.supervisor.userId })
    threads.reply(at.otherCoder, id, answer(' Белорусские. '))
    const settled = threads.settle(at.supervisor, id, true)
    expect(settled).toMatchObject({ quote: 'Молочные войны', author: { name: 'Anna' }, to: { name: 'Sergey' } })
    expect(settled.settled?.by.name).toBe('Sergey')
    expect(settled.posts.map((post) => [post.author.name, post.text])).toEqual([
      ['Anna', 'Чьи войны?'],
      ['Boris', 'Белорусские.'],
    ])
    expect(threads.settle(at.coder, id, false).settled).toBeNull()
    const kinds = at.db.select({ kind: events.kind }).from(events).where(eq(events.subject, id)).all()
    expect(kinds.map((one) => one.kind)).toEqual([
      'question.ask',
      'question.reply',
      'question.change',
      'question.change',
    ])
  })

  it('repeated with its id, as an answer with its own, is there once', () => {
    const at = house()
    const question = at.asked()
    const said = answer('Да')
    threads.ask(at.coder, question)
    threads.reply(at.coder, question.id, said)
    expect(threads.ask(at.coder, question).posts).toHaveLength(2)
    expect(threads.reply(at.coder, question.id, said).posts).toHaveLength(2)
    expect(threads.list(at.owner)).toHaveLength(1)
  })

  it.each([
    [-1, 5],
    [5, 5],
    [0, text.length + 1],
  ])('on %d to %d is refused as outside the text', (start, end) => {
    const at = house()
    expect(() => at.ask(at.coder, { start, end })).toThrow(expect.objectContaining({ reason: 'outsideText' }))
  })

  it('without words, to who is no member, or on a text with a newer version is refused', () => {
    const at = house()
    expect(() => at.ask(at.coder, { text: ' \n' })).toThrow(expect.objectContaining({ reason: 'empty' }))
    expect(() => at.ask(at.coder, { to: at.stranger.userId })).toThrow(NotFound)
    at.db.update(transcripts).set({ current: false }).run()
    expect(() => at.ask(at.coder)).toThrow(expect.objectContaining({ reason: 'changedSince' }))
    expect(threads.list(at.owner)).toEqual([])
  })

  it('goes with its interview and comes back with it', () => {
    const at = house()
    const { id } = at.ask(at.coder)
    interviews.remove(at.owner, [at.one.id])
    expect(threads.list(at.coder)).toEqual([])
    interviews.restore(at.owner, at.one.id)
    expect(threads.get(at.coder, id).posts).toHaveLength(1)
  })

  it('removed comes back to who removed it, with its answers', () => {
    const at = house()
    const { id } = at.ask(at.coder)
    const before = threads.reply(at.otherCoder, id, answer('Да'))
    threads.remove(at.supervisor, id)
    expect(threads.list(at.owner)).toEqual([])
    expect(() => threads.restore(at.coder, id)).toThrow(NotFound)
    expect(threads.restore(at.supervisor, id).posts).toEqual(before.posts)
  })

  it('addressed to a member who left is theirs by name still', () => {
    const at = house()
    const { id } = at.ask(at.coder, { to: at.otherCoder.userId })
    members.remove(at.owner, at.otherCoder.userId)
    expect(threads.get(at.coder, id).to?.name).toBe('Boris')
  })
})

describe('lists of questions', () => {
  it('tell the open from the settled, and mine from others', () => {
    const at = house()
    const first = at.ask(at.coder, { to: at.supervisor.userId })
    const second = at.ask(at.otherCoder)
    threads.settle(at.otherCoder, second.id, true)
    const ids = (access: Access, asked: threads.Asked) => threads.list(access, asked).map((one) => one.id)
    expect(ids(at.viewer, { settled: false })).toEqual([first.id])
    expect(ids(at.viewer, { settled: true })).toEqual([second.id])
    expect(ids(at.supervisor, { mine: true })).toEqual([first.id])
    expect(ids(at.viewer, { mine: true })).toEqual([])
  })

  it('have what is to be decided at the next meeting by interview and place, settled questions left out', () => {
    const at = house()
    const late = at.ask(at.coder, { start: 15, end: 20, meeting: true })
    const early = at.ask(at.coder, { meeting: true })
    const other = at.ask(at.coder, { transcriptId: at.two.transcriptId, meeting: true })
    at.ask(at.coder)
    const done = at.ask(at.coder, { meeting: true })
    threads.settle(at.coder, done.id, true)
    expect(threads.agenda(at.viewer).map((one) => one.id)).toEqual([other.id, early.id, late.id])
    threads.toMeeting(at.otherCoder, late.id, false)
    expect(threads.agenda(at.viewer)).toHaveLength(2)
  })

  it('show those of one interview by place', () => {
    const at = house()
    const late = at.ask(at.coder, { start: 15, end: 20 })
    const early = at.ask(at.coder)
    at.ask(at.coder, { transcriptId: at.two.transcriptId })
    expect(threads.inInterview(at.viewer, at.one.id).map((one) => one.id)).toEqual([early.id, late.id])
  })
})

describe('who may do what to questions', () => {
  it('lets a viewer read and do nothing', () => {
    const at = house()
    const { id } = at.ask(at.coder)
    expect(threads.get(at.viewer, id).changeable).toBe(false)
    expect(() => at.ask(at.viewer)).toThrow(Forbidden)
    expect(() => threads.reply(at.viewer, id, answer('x'))).toThrow(Forbidden)
    expect(() => threads.settle(at.viewer, id, true)).toThrow(Forbidden)
    expect(() => threads.address(at.viewer, id, null)).toThrow(Forbidden)
    expect(() => threads.toMeeting(at.viewer, id, true)).toThrow(Forbidden)
    expect(() => threads.remove(at.viewer, id)).toThrow(Forbidden)
    expect(() => threads.restore(at.viewer, id)).toThrow(Forbidden)
  })

  it('lets other coders answer and pass it on but not settle it, until it is addressed to them', () => {
    const at = house()
    const { id } = at.ask(at.coder)
    threads.reply(at.otherCoder, id, answer('x'))
    expect(() => threads.settle(at.otherCoder, id, true)).toThrow(Forbidden)
    expect(() => threads.remove(at.otherCoder, id)).toThrow(Forbidden)
    threads.address(at.otherCoder, id, at.otherCoder.userId)
    expect(threads.settle(at.otherCoder, id, true).settled).not.toBeNull()
    expect(threads.settle(at.owner, id, false).settled).toBeNull()
  })

  it('shows a stranger nothing and takes nothing from one', () => {
    const at = house()
    const { id } = at.ask(at.coder, { meeting: true })
    expect(threads.list(at.stranger)).toEqual([])
    expect(threads.agenda(at.stranger)).toEqual([])
    expect(threads.inInterview(at.stranger, at.one.id)).toEqual([])
    expect(() => threads.get(at.stranger, id)).toThrow(NotFound)
    expect(() => at.ask(at.stranger)).toThrow(NotFound)
    expect(() => threads.reply(at.stranger, id, answer('x'))).toThrow(NotFound)
    expect(() => threads.settle(at.stranger, id, true)).toThrow(NotFound)
    expect(() => threads.address(at.stranger, id, null)).toThrow(NotFound)
    expect(() => threads.toMeeting(at.stranger, id, false)).toThrow(NotFound)
    expect(() => threads.remove(at.stranger, id)).toThrow(NotFound)
    expect(() => threads.restore(at.stranger, id)).toThrow(NotFound)
    expect(threads.get(at.owner, id).posts).toHaveLength(1)
  })
})
