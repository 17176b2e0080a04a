import { describe, expect, test } from 'vitest'
import { type Desk, quoted, renderingOf } from '@/core/quotes/desk'
import { account, door, enter } from './access'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import * as history from './history'
import * as removal from './interview-removal'
import * as interviews from './interviews'
import * as masking from './masking'
import * as desks from './quote-desks'
import * as references from './quote-reference'
import * as quotes from './quotes'
import { consentShown, deskOut } from './quotes-out'
import { Forbidden, NotFound, Refusal } from './refusal'
import { testHouse } from './testing'
import { interviewOf } from './testing-notes'
import * as translations from './translations'
import { undoStep } from './undo'
import * as variables from './variables'

const text = 'They check again, only it is called something else now. The milk wars began.'

function study() {
  const house = testHouse()
  const codeId = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'trade' }).id
  const one = interviewOf(house.owner, 'one', text)
  const two = interviewOf(house.owner, 'two', text)
  const put = (words: string, at = one, by = house.coder) => {
    const start = text.indexOf(words)
    const range = { start, end: start + words.length }
    return codings.add(by, { id: crypto.randomUUID(), transcriptId: at.transcriptId, codeId, ...range }).id
  }
  const desk = (by = house.coder, shared = false) =>
    desks.add(by, { id: crypto.randomUUID(), name: 'Paper', shared }).id
  const outline = (id: string, by = house.coder) =>
    quotes
      .read(by, id)
      .items.map((item) => (item.kind === 'heading' ? item.text : `${item.kind === 'gap' ? 'gap ' : ''}${item.number}`))
  return { house, one, two, put, desk, outline }
}

describe('a quote desk', () => {
  test('holds headings and codings in an order, each coding once', () => {
    const { house, two, put, desk, outline } = study()
    const [a, b, c] = [put('They check again'), put('The milk wars began'), put('something else', two)]
    const id = desk()
    expect(quotes.quote(house.coder, id, [a, c, a])).toBe(2)
    expect(quotes.quote(house.coder, id, [a, b])).toBe(1)
    expect(outline(id)).toEqual(['1:1', '2:1', '1:2'])
    const [first, , last] = quotes.read(house.coder, id).items.map((item) => item.id)
    const heading = crypto.randomUUID()
    quotes.addHeading(house.coder, id, { id: heading, level: 9, text: ' Trade ', before: first ?? null })
    quotes.move(house.coder, id, [last ?? ''], first ?? null)
    expect(outline(id)).toEqual(['Trade', '1:2', '1:1', '2:1'])
    expect(quotes.read(house.coder, id).items[0]).toMatchObject({ level: 4 })
    quotes.edit(house.coder, id, heading, { text: 'Barriers', level: 2 })
    expect(quotes.read(house.coder, id).items[0]).toMatchObject({ level: 2, text: 'Barriers' })
    expect(() => quotes.edit(house.coder, id, heading, { text: ' ' })).toThrow(Refusal)
  })

  test('keeps the original of what is shortened, and refuses edits that break a rule', () => {
    const { house, put, desk } = study()
    const id = desk()
    quotes.quote(house.coder, id, [put('They check again, only it is called something else now.')])
    const read = () => {
      const [item] = quotes.read(house.coder, id).items
      if (item?.kind !== 'quote') throw new Error('no quote')
      return item
    }
    quotes.edit(house.coder, id, read().id, { edits: [{ kind: 'cut', start: 18, end: 35 }] })
    expect(quoted(read().excerpt.quote, read().edits)).toBe('They check again, […] something else now.')
    expect(read().excerpt.quote).toBe('They check again, only it is called something else now.')
    expect(() => quotes.edit(house.coder, id, read().id, { edits: [{ kind: 'cut', start: 1, end: 3 }] })).toThrow(
      Refusal,
    )
  })

  test('shortens a translation for itself', () => {
    const { house, one, put, desk } = study()
    const id = desk()
    quotes.quote(house.coder, id, [put('The milk wars began.')])
    const start = text.indexOf('The milk')
    translations.add(house.coder, {
      ...{ id: crypto.randomUUID(), transcriptId: one.transcriptId, start, end: text.length },
      ...{ language: 'ru', text: 'Начались молочные войны.', state: 'checked' },
    })
    const [item] = quotes.read(house.coder, id).items
    quotes.edit(house.coder, id, item?.id ?? '', {
      translation: { language: 'ru', edits: [{ kind: 'insert', at: 8, text: 'тогда' }] },
    })
    const [after] = quotes.read(house.coder, id).items
    const shown = after?.kind === 'quote' ? renderingOf(after, '') : null
    expect(quoted(shown?.text ?? '', shown?.edits ?? [])).toBe('Начались [тогда] молочные войны.')
  })

  test('follows a corrected text with the edits that still find their place', () => {
    const { house, one, put, desk } = study()
    const id = desk()
    quotes.quote(house.coder, id, [put('They check again, only it is called something else now.')])
    const [item] = quotes.read(house.coder, id).items
    quotes.edit(house.coder, id, item?.id ?? '', { edits: [{ kind: 'cut', start: 18, end: 35 }] })
    const now = text.replace('again', 'always')
    corrections.correct(house.owner, one.id, 1, { text: now, turns: [], speakers: [] })
    const [after] = quotes.read(house.coder, id).items
    if (after?.kind !== 'quote') throw new Error('no quote')
    expect(quoted(after.excerpt.quote, after.edits)).toBe('They check always, […] something else now.')
    expect(after.lostEdits).toBe(0)
  })
})

describe('numbers', () => {
  test('are given once: not again after removal, and the same after coming back', () => {
    const { house, one, put, desk, outline } = study()
    const id = desk(house.owner)
    const a = put('They check again')
    quotes.quote(house.owner, id, [a])
    codings.remove(house.coder, a)
    expect(outline(id, house.owner)).toEqual(['gap 1:1'])
    quotes.quote(house.owner, id, [put('The milk wars began')])
    expect(outline(id, house.owner)).toEqual(['gap 1:1', '1:2'])
    codings.restore(house.coder, a)
    expect(outline(id, house.owner)).toEqual(['1:1', '1:2'])
    removal.remove(house.owner, [one.id])
    const three = interviewOf(house.owner, 'three', text)
    quotes.quote(house.owner, id, [put('something else', three)])
    expect(outline(id, house.owner)).toEqual(['gap 1:1', 'gap 1:2', '3:1'])
  })

  test('are the same on another desk', () => {
    const { house, put, desk, outline } = study()
    const [a, b] = [put('They check again'), put('The milk wars began')]
    const [first, second] = [desk(), desk()]
    quotes.quote(house.coder, first, [a, b])
    quotes.quote(house.coder, second, [b])
    expect(outline(second)).toEqual(['1:2'])
  })
})

describe('what was done on a desk is taken back', () => {
  test('step by step, down to the desk itself', () => {
    const { house, put, desk, outline } = study()
    const id = desk()
    const [a, b] = [put('They check again'), put('The milk wars began')]
    quotes.quote(house.coder, id, [a, b])
    quotes.addHeading(house.coder, id, { id: crypto.randomUUID(), level: 1, text: 'Trade', before: null })
    const ids = quotes.read(house.coder, id).items.map((item) => item.id)
    quotes.move(house.coder, id, [ids[2] ?? ''], ids[0] ?? null)
    quotes.drop(house.coder, id, [ids[2] ?? '', ids[0] ?? ''])
    desks.change(house.coder, id, { name: 'Other paper' })
    desks.remove(house.coder, id)
    const seen: unknown[] = []
    for (let i = 0; i < 6; i++) {
      undoStep(house.coder, id)
      seen.push([desks.get(house.coder, id).name, ...outline(id)])
    }
    expect(seen).toEqual([
      ['Other paper', '1:2'],
      ['Paper', '1:2'],
      ['Paper', 'Trade', '1:1', '1:2'],
      ['Paper', '1:1', '1:2', 'Trade'],
      ['Paper', '1:1', '1:2'],
      ['Paper'],
    ])
  })
})

describe('who sees a desk', () => {
  test('a private one nobody but its maker; a shared one the project, and coders work on it', () => {
    const { house, put, desk } = study()
    const id = desk()
    const coding = put('They check again')
    for (const access of [house.owner, house.otherCoder, house.viewer, house.stranger]) {
      expect(desks.list(access)).toEqual([])
      expect(() => quotes.read(access, id)).toThrow(NotFound)
      expect(history.list(access).filter((event) => event.kind.startsWith('desk.'))).toEqual([])
    }
    expect(() => quotes.quote(house.otherCoder, id, [coding])).toThrow(NotFound)
    expect(() => desks.add(house.viewer, { id: crypto.randomUUID(), name: 'x' })).toThrow(Forbidden)
    desks.change(house.coder, id, { shared: true })
    expect(quotes.quote(house.otherCoder, id, [coding])).toBe(1)
    expect(quotes.read(house.viewer, id).items).toHaveLength(1)
    expect(() => quotes.quote(house.viewer, id, [coding])).toThrow(Forbidden)
    expect(() => desks.remove(house.otherCoder, id)).toThrow(Forbidden)
    expect(() => desks.change(house.otherCoder, id, { shared: false })).toThrow(Forbidden)
    expect(() => quotes.read(house.stranger, id)).toThrow(NotFound)
    expect(() => quotes.quote(house.stranger, id, [coding])).toThrow(NotFound)
    desks.remove(house.owner, id)
    expect(desks.list(house.coder)).toEqual([])
  })

  test("a stranger's coding cannot be quoted", () => {
    const { house, put } = study()
    const own = desks.add(house.stranger, { id: crypto.randomUUID(), name: 'x' }).id
    expect(() => quotes.quote(house.stranger, own, [put('They check again')])).toThrow(NotFound)
  })
})

describe('the reference of a project', () => {
  test('is set by who leads, for everybody', () => {
    const { house } = study()
    expect(references.get(house.viewer)).toContain('{interview}')
    references.set(house.supervisor, '({interview}, {year})')
    expect(references.get(house.viewer)).toBe('({interview}, {year})')
    expect(references.get(house.stranger)).not.toBe('({interview}, {year})')
    expect(() => references.set(house.coder, 'x')).toThrow(Forbidden)
    expect(() => references.set(house.owner, ' ')).toThrow(Refusal)
    undoStep(house.supervisor, house.projectId)
    expect(references.get(house.viewer)).toContain('{section}')
  })
})

describe('a desk of a masked project', () => {
  function masked() {
    const { house, put, desk } = study()
    masking.addName(house.owner, crypto.randomUUID(), {
      kind: 'organisation',
      spellings: ['milk wars'],
      pseudonym: 'X wars',
    })
    masking.setOn(house.owner, true)
    const id = desk(house.owner, true)
    quotes.quote(house.owner, id, [
      put('only it is called something else now. The milk wars began.', undefined, house.owner),
    ])
    const [item] = quotes.read(house.owner, id).items
    const at = text.indexOf('began') - text.indexOf('only')
    quotes.edit(house.owner, id, item?.id ?? '', {
      edits: [
        { kind: 'cut', start: 0, end: 'only it is called'.length },
        { kind: 'insert', at: at + 5, text: 'the milk wars of 2010' },
      ],
    })
    quotes.addHeading(house.owner, id, { id: crypto.randomUUID(), level: 1, text: 'The milk wars', before: null })
    const coder = enter(account(door(house.db), house.coder.userId), house.projectId)
    return { house, id, coder }
  }
  const told = (desk: Desk) =>
    desk.items.map((item) =>
      item.kind === 'quote' ? quoted(item.excerpt.quote, item.edits) : item.kind === 'heading' ? item.text : '',
    )

  test('is read without names by who may not see them, shortened at the same words', () => {
    const { house, id, coder } = masked()
    expect(coder.seesRaw).toBe(false)
    expect(told(quotes.read(coder, id))).toEqual([
      '[…] something else now. The X wars began [the X wars of 2010].',
      'The X wars',
    ])
    expect(JSON.stringify(quotes.read(coder, id))).not.toContain('milk')
    expect(told(quotes.read(house.owner, id))[1]).toBe('The milk wars')
  })

  test('goes out without names, unless who leads asks for them', () => {
    const { house, id, coder } = masked()
    expect(JSON.stringify(deskOut(house.owner, id, false).desk)).not.toContain('milk')
    expect(told(deskOut(house.owner, id, true).desk)[1]).toBe('The milk wars')
    expect(() => deskOut(coder, id, true)).toThrow(Forbidden)
    expect(() => deskOut(house.stranger, id, false)).toThrow(NotFound)
  })

  test('what a masked reader takes off comes back with its names', () => {
    const { house, id, coder } = masked()
    const ids = quotes.read(coder, id).items.map((item) => item.id)
    quotes.drop(coder, id, ids)
    undoStep(coder, id)
    expect(told(quotes.read(house.owner, id))).toEqual([
      '[…] something else now. The milk wars began [the milk wars of 2010].',
      'The milk wars',
    ])
  })
})

test('a file has nothing of an interview that is off the record, and the consent beside a quote is that of the project', () => {
  const { house, one, put, desk } = study()
  const variable = variables.add(house.owner, { name: 'may be used', kind: 'category', categories: ['no', 'yes'] }).id
  interviews.setValues(house.owner, [{ interviewId: one.id, variableId: variable, value: 'no' }])
  masking.setConsent(house.owner, { variableId: variable, levels: { no: 'off' } })
  const id = desk(house.owner)
  quotes.quote(house.owner, id, [put('They check again')])
  const { desk: out, leftOut } = deskOut(house.owner, id, false)
  expect(out.items.filter((item) => item.kind === 'quote')).toEqual([])
  expect(leftOut).toHaveLength(1)
  expect(consentShown(house.owner, variables.list(house.owner))?.id).toBe(variable)
})
