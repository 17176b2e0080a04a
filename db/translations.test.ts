import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Access } from './access'
import * as interviews from './interviews'
import { Conflict, Forbidden, NotFound } from './refusal'
import { events, transcripts } from './schema'
import { testHouse } from './testing'
import { interviewOf } from './testing-notes'
import * as translations from './translations'

const text = 'Молочные войны, и это 😀 дорого.'

function house() {
  const all = testHouse()
  const one = interviewOf(all.owner, 'RB-2', text)
  const made = (more: Partial<translations.NewTranslation> = {}): translations.NewTranslation => ({
    ...{ id: crypto.randomUUID(), transcriptId: one.transcriptId, start: 0, end: 14 },
    ...{ language: 'en', text: 'Milk wars', state: 'draft', ...more },
  })
  const add = (access: Access, more: Partial<translations.NewTranslation> = {}) => translations.add(access, made(more))
  return { ...all, one, made, add }
}

describe('a translation', () => {
  it('is a draft by its translator until somebody calls it checked', () => {
    const at = house()
    const { id } = at.add(at.coder)
    const checked = translations.change(at.supervisor, id, { seen: 1, state: 'checked' })
    expect(checked).toMatchObject({ state: 'checked', version: 2, translator: { name: 'Anna' } })
    expect(checked.checker?.name).toBe('Sergey')
    expect(translations.inInterview(at.viewer, at.one.id)).toHaveLength(1)
    const kinds = at.db.select({ kind: events.kind }).from(events).where(eq(events.subject, id)).all()
    expect(kinds.map((one) => one.kind)).toEqual(['translation.add', 'translation.change'])
  })

  it('written anew after it was checked is a draft again, unless it is said to be checked', () => {
    const at = house()
    const { id } = at.add(at.coder, { state: 'checked' })
    const draft = translations.change(at.coder, id, { seen: 1, text: 'The milk wars' })
    expect([draft.state, draft.checker]).toEqual(['draft', null])
    const checked = translations.change(at.owner, id, { seen: 2, text: 'Wars over milk', state: 'checked' })
    expect([checked.state, checked.checker?.name]).toEqual(['checked', 'Olga'])
  })

  it('over a version that was not seen is a conflict', () => {
    const at = house()
    const { id } = at.add(at.coder)
    translations.change(at.otherCoder, id, { seen: 1, text: 'theirs' })
    expect(() => translations.change(at.coder, id, { seen: 1, text: 'mine' })).toThrow(Conflict)
    expect(translations.inInterview(at.owner, at.one.id)[0]?.text).toBe('theirs')
  })

  it('is there once for a passage and a language, whoever adds it and however its tag is written', () => {
    const at = house()
    const first = at.made({ language: 'EN-gb' })
    expect(translations.add(at.coder, first).language).toBe('en-GB')
    expect(translations.add(at.coder, first).id).toBe(first.id)
    expect(() => at.add(at.otherCoder, { language: 'en-GB' })).toThrow(expect.objectContaining({ reason: 'duplicate' }))
    const other = at.add(at.otherCoder, { language: 'kk' })
    expect(() => translations.change(at.coder, other.id, { seen: 1, language: 'en-GB' })).toThrow(Conflict)
  })

  it('without words, in no language, or of no passage is refused', () => {
    const at = house()
    expect(() => at.add(at.coder, { text: ' ' })).toThrow(expect.objectContaining({ reason: 'empty' }))
    expect(() => at.add(at.coder, { language: 'по-английски' })).toThrow(expect.objectContaining({ reason: 'invalid' }))
    expect(() => at.add(at.coder, { end: text.length + 1 })).toThrow(expect.objectContaining({ reason: 'outsideText' }))
    at.db.update(transcripts).set({ current: false }).run()
    expect(() => at.add(at.coder)).toThrow(expect.objectContaining({ reason: 'changedSince' }))
  })

  it('removed comes back to who removed it, unless the passage was translated anew', () => {
    const at = house()
    const first = at.add(at.coder)
    translations.remove(at.coder, first.id)
    expect(() => translations.restore(at.owner, first.id)).toThrow(NotFound)
    expect(translations.restore(at.coder, first.id)).toEqual(first)
    translations.remove(at.coder, first.id)
    at.add(at.otherCoder)
    expect(() => translations.restore(at.coder, first.id)).toThrow(expect.objectContaining({ reason: 'duplicate' }))
  })

  it('goes with its interview, and comes back and is counted with it', () => {
    const at = house()
    at.add(at.coder)
    at.add(at.coder, { start: 15, end: 20 })
    expect(interviews.list(at.viewer)[0]?.translations).toBe(2)
    interviews.remove(at.owner, [at.one.id])
    expect(translations.counts(at.viewer).size).toBe(0)
    interviews.restore(at.owner, at.one.id)
    expect(translations.counts(at.viewer)).toEqual(new Map([[at.one.id, 2]]))
  })
})

describe('who may do what to translations', () => {
  it('lets a viewer read and do nothing', () => {
    const at = house()
    const { id } = at.add(at.coder)
    expect(translations.inInterview(at.viewer, at.one.id)[0]?.removable).toBe(false)
    expect(() => at.add(at.viewer, { start: 3 })).toThrow(Forbidden)
    expect(() => translations.change(at.viewer, id, { seen: 1, text: 'x' })).toThrow(Forbidden)
    expect(() => translations.remove(at.viewer, id)).toThrow(Forbidden)
    expect(() => translations.restore(at.viewer, id)).toThrow(Forbidden)
  })

  it('lets who made it and who leads remove it', () => {
    const at = house()
    const { id } = at.add(at.coder)
    expect(() => translations.remove(at.otherCoder, id)).toThrow(Forbidden)
    translations.remove(at.supervisor, id)
    expect(translations.inInterview(at.owner, at.one.id)).toEqual([])
  })

  it('shows a stranger nothing and takes nothing from one', () => {
    const at = house()
    const { id } = at.add(at.coder)
    expect(translations.inInterview(at.stranger, at.one.id)).toEqual([])
    expect(translations.inInterviews(at.stranger, [at.one.id]).size).toBe(0)
    expect(translations.counts(at.stranger).size).toBe(0)
    expect(() => at.add(at.stranger, { start: 3 })).toThrow(NotFound)
    expect(() => translations.change(at.stranger, id, { seen: 1, text: 'x' })).toThrow(NotFound)
    expect(() => translations.remove(at.stranger, id)).toThrow(NotFound)
    expect(() => translations.restore(at.stranger, id)).toThrow(NotFound)
    expect(translations.inInterview(at.owner, at.one.id)[0]?.text).toBe('Milk wars')
  })
})
