import { beforeEach, describe, expect, test } from 'vitest'

import { everything } from '@/core/excerpts/query'
import type { Access } from './access'
import * as agreement from './agreement'
import * as versions from './codebook-versions'
import * as codes from './codes'
import * as codings from './codings'
import * as excerpts from './excerpts'
import { whole } from './exchange-export'
import * as exporting from './exporting'
import * as history from './history'
import * as interviews from './interviews'
import * as masking from './masking'
import * as memos from './memos'
import * as reading from './reading'
import { Refusal } from './refusal'
import * as rounds from './rounds'
import * as suggested from './suggested'
import { again, house, id, interview, klimov, marker, prepared, transcriptId, view } from './testing-masking'
import * as threads from './threads'
import { undo, undoStep } from './undo'
import * as variables from './variables'

beforeEach(prepared)

describe('suggestions', () => {
  test('are decided once for all their forms, by a pseudonym or by letting them be named', () => {
    expect(suggested.queue(house.owner).map(({ words }) => words)).toEqual(['Рудне'])
    masking.allow(house.supervisor, 'Рудня')
    expect(suggested.queue(house.owner)).toEqual([])
    undo(house.supervisor, history.list(house.supervisor, { by: house.supervisor.userId })[0]?.seq ?? 0)
    const [one] = suggested.queue(house.owner)
    suggested.accept(house.owner, one?.key ?? '', id(), { kind: 'place', spellings: ['Рудня'], pseudonym: 'Казань' })
    expect(suggested.queue(house.owner)).toEqual([])
    expect(reading.read(again(house.coder), interview).transcript.text).toContain('в Казани молчит')
  })

  test('that no form of the name explains are marked where they stand', () => {
    const [one] = suggested.queue(house.owner)
    suggested.accept(house.owner, one?.key ?? '', id(), { kind: 'place', spellings: ['Городок'], pseudonym: 'Казань' })
    expect(reading.read(again(house.coder), interview).transcript.text).toContain('в [Казань] молчит')
  })

  test('that are undecided keep a file from going out, and are named', () => {
    const refusal = (run: () => unknown) => {
      try {
        run()
      } catch (error) {
        if (error instanceof Refusal) return [error.reason, String(error.values.passages)]
      }
      return null
    }
    const place = { interviewId: interview, start: 41, end: 60 }
    expect(refusal(() => exporting.mustBeDecided(house.owner))?.[1]).toContain('Рудне')
    expect(refusal(() => exporting.mustBeDecided(house.owner, [place]))?.[0]).toBe('undecidedNames')
    expect(refusal(() => exporting.mustBeDecided(house.owner, [{ ...place, end: 45 }]))).toBeNull()
    const told = refusal(() => exporting.mustBeDecided(again(house.coder)))
    expect(told).toEqual(['undecidedNames', '• Климов 2014'.replace('Климов', 'Орлов')])
    masking.setOn(house.owner, false)
    expect(refusal(() => exporting.mustBeDecided(house.owner))).toBeNull()
  })
})

describe('files', () => {
  test('are masked for everybody, unless somebody who leads says otherwise', () => {
    masking.allow(house.owner, 'Рудня')
    const out = (who: Access, raw: boolean) => JSON.stringify(exporting.excerptsOut(who, everything, view, raw).page)
    expect(out(house.owner, false)).not.toMatch(marker)
    expect(out(again(house.coder), false)).not.toMatch(marker)
    expect(out(house.supervisor, true)).toMatch(marker)
    expect(() => out(again(house.coder), true)).toThrow('forbidden')
    expect(JSON.stringify(whole(exporting.forExport(house.owner, false)))).not.toMatch(marker)
    // What is left out is listed by masked names, too.
    masking.setPassage(house.owner, { id: id(), transcriptId, start: 8, end: 12, level: 'off' })
    const left = exporting.excerptsOut(house.owner, everything, view, false).leftOut
    expect(left.map(({ interview: name, code: path }) => [name, path])).toEqual([['Орлов 2014', 'дело Орлова']])
    expect(exporting.leftOut(exporting.forExport(house.owner, false))).toEqual(left)
    expect(history.list(house.owner).filter(({ kind }) => kind === 'export.raw')).toHaveLength(1)
  })

  test('have nothing off the record, and of what may only be paraphrased place and code; both are listed', () => {
    masking.setOn(house.owner, false)
    const paraphrased = { id: id(), transcriptId, start: 8, end: 20, level: 'paraphrase' } as const
    masking.setPassage(house.owner, paraphrased)
    const out = () => exporting.excerptsOut(house.otherCoder, everything, view, false)
    expect(out().page.excerpts.map(({ quote }) => quote)).toEqual([
      '·, ······, ·ёз молоко с Климовым.',
      '···, ·ёз молоко',
    ])
    expect(out().page.excerpts.map(({ comment }) => comment)).toEqual(['', ''])
    expect(out().leftOut.map(({ level, code: path }) => [level, path])).toEqual([
      ['paraphrase', 'дело Климова'],
      ['paraphrase', 'дело Климова'],
    ])
    masking.setPassage(house.owner, { ...paraphrased, id: id(), start: 8, end: 12, level: 'off' })
    expect(out().page.excerpts).toHaveLength(1)
    expect(out().leftOut.map(({ level }) => level)).toEqual(['off', 'paraphrase'])
    expect(JSON.stringify(whole(exporting.forExport(house.owner, false)).sources[0]?.text)).toContain(
      'Климов: ·, ······, ·ёз',
    )
  })

  test('leave out an interview that is off the record', () => {
    const variable = variables.add(house.owner, { name: 'Consent', kind: 'category', categories: ['yes', 'no'] }).id
    interviews.setValues(house.owner, [{ interviewId: interview, variableId: variable, value: 'no' }])
    masking.setOn(house.owner, false)
    masking.setConsent(house.owner, { variableId: variable, levels: { no: 'off' } })
    const out = exporting.excerptsOut(house.owner, everything, view, false)
    expect([out.page.excerpts.length, out.leftOut.length]).toEqual([0, 2])
    expect(whole(exporting.forExport(house.owner, false)).sources).toEqual([])
    expect(exporting.leftOut(house.owner)).toHaveLength(2)
    masking.setConsent(house.owner, { variableId: variable, levels: { no: 'paraphrase' } })
    expect(exporting.excerptsOut(house.owner, everything, view, false).page.excerpts.map(({ quote }) => quote)).toEqual(
      ['[…]', '[…]'],
    )
    expect(excerpts.all(house.owner, everything, view).excerpts[0]?.quote).toContain('молоко')
  })
})

test('a closed round shows a coder its passages masked', () => {
  const round = rounds.add(house.owner, {
    ...{ name: 'Pilot', blind: false, due: null, rule: null, groups: [] },
    assignments: [house.coder, house.otherCoder].map(({ userId }) => ({ interviewId: interview, coderId: userId })),
  })
  for (const who of [again(house.coder), again(house.otherCoder)]) rounds.setDone(who, round.id, interview, true)
  rounds.close(house.owner, round.id, rounds.get(house.owner, round.id).version)
  const all = agreement.passages(again(house.coder), round.id, 1)
  expect(all.length).toBeGreaterThan(0)
  for (const one of all) {
    expect(one.text).not.toMatch(marker)
    for (const { start, end } of one.codings)
      expect(one.text.slice(start - one.from, end - one.from)).toMatch(/Орлов, вёз молоко/u)
  }
})

test('whatever is decided about names is taken back from the history', () => {
  const undoLast = () => undo(house.owner, history.list(house.owner)[0]?.seq ?? 0)
  const state = () => [masking.names(house.owner), masking.allowed(house.owner), masking.settings(house.owner)]
  const before = state()
  const marks = () => masking.marks(house.owner, transcriptId)
  const handed = marks()
  masking.changeName(house.owner, klimov, { kind: 'person', spellings: ['Климов', 'Климыч'], pseudonym: 'Серов' })
  undoLast()
  const mayor = masking.names(house.owner).find(({ kind }) => kind === 'office')?.id ?? ''
  masking.removeName(house.owner, mayor)
  expect(marks()).toEqual([])
  undoLast()
  masking.unmark(house.owner, handed[0]?.id ?? '')
  undoLast()
  masking.allow(house.owner, 'Рудня')
  undoLast()
  masking.setOn(house.owner, false)
  undoLast()
  masking.setPassage(house.owner, { id: id(), transcriptId, start: 0, end: 4, level: 'off' })
  undoLast()
  expect(state()[1]).toEqual(before[1])
  expect(state()[2]).toEqual(before[2])
  expect(
    masking
      .names(house.owner)
      .map(({ pseudonym }) => pseudonym)
      .toSorted(),
  ).toEqual(['Орлов', 'чиновник А'])
  expect(marks()).toEqual(handed)
  expect(exporting.leftOut(house.owner)).toEqual([])
})

test('what a coder who sees masked texts removes and brings back, or changes and takes back, is as it was stored', () => {
  const access = again(house.coder)
  const own = codes.add(house.coder, { id: id(), parentId: null, name: 'own' }).id
  codes.change(house.coder, own, { definition: 'о Климове', include: '', exclude: '', example: '' })
  const coding = codings.add(house.coder, {
    id: id(),
    transcriptId,
    codeId: own,
    start: 0,
    end: 20,
    comment: 'у Климова',
  })
  const memo = memos.add(house.coder, {
    ...{ id: id(), subject: { kind: 'code', id: own }, title: 'Климов' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Климову' }] }] },
  })
  const question = { id: id(), postId: id(), to: null, meeting: false, text: 'Климов?' }
  threads.ask(house.coder, { ...question, transcriptId, start: 8, end: 41 })
  const state = () => ({
    code: codes.list(house.owner).find((one) => one.id === own),
    coding: codings.inInterview(house.owner, interview).find((one) => one.id === coding.id),
    memo: [memos.get(house.owner, memo.id).title, memos.get(house.owner, memo.id).text],
    question: threads.get(house.owner, question.id),
  })
  const before = state()
  codings.change(access, coding.id, { comment: 'x' })
  undoStep(access, coding.id)
  codings.remove(access, coding.id)
  expect(codings.restore(access, coding.id).comment).toBe('у Орлова')
  codes.change(access, own, { definition: 'anders' })
  undoStep(access, own)
  codes.remove(access, own)
  expect(JSON.stringify(codes.restore(access, own))).not.toMatch(marker)
  memos.remove(access, memo.id)
  memos.restore(access, memo.id)
  threads.remove(access, question.id)
  threads.restore(access, question.id)
  expect(state()).toEqual(before)
  const newest = (by: Access) => versions.codesOf(by, versions.versions(by)[0]?.number ?? 0)
  expect(newest(house.owner).map((one) => one.definition)).toContain('о Климове')
  expect(JSON.stringify(newest(access))).not.toMatch(marker)
})

test('a link to a passage that is written on the masked text leads everybody to the words', () => {
  const access = again(house.coder)
  const seen = reading.read(access, interview)
  const start = seen.transcript.text.indexOf('Нет, не')
  const link = { kind: 'passage', id: seen.transcriptId, start, end: start + 7, label: 'Нет, не' }
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: link }] }] }
  const memo = memos.add(access, { id: id(), subject: { kind: 'project', id: house.projectId }, title: 'x', body })
  const places = (by: Access) => {
    const read = memos.get(by, memo.id)
    const text = reading.read(by, interview)
    const inBody = read.body.content?.[0]?.content?.[0]?.attrs
    return [read.links[0], inBody].map((one) => [
      one?.id === text.transcriptId,
      text.transcript.text.slice(one?.start ?? 0, one?.end ?? 0),
    ])
  }
  for (const by of [access, house.owner])
    expect(places(by)).toEqual([
      [true, 'Нет, не'],
      [true, 'Нет, не'],
    ])
  const more = { ...body, content: [...body.content, { type: 'paragraph' }] }
  memos.save(access, memo.id, { title: 'y', body: more, seen: memo.version })
  masking.changeName(house.owner, klimov, { kind: 'person', spellings: ['Климов'], pseudonym: 'Верхнереченский' })
  for (const by of [again(house.coder), house.owner])
    expect(places(by)).toEqual([
      [true, 'Нет, не'],
      [true, 'Нет, не'],
    ])
})
