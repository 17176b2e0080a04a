import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { MemoKind } from '@/core/notes/memo'
import { type RichNode, richText } from '@/core/notes/rich-text'
import type { Access } from './access'
import * as codes from './codes'
import * as codings from './codings'
import * as interviews from './interviews'
import * as memos from './memos'
import { Conflict, Forbidden, NotFound } from './refusal'
import { events } from './schema'
import { testHouse } from './testing'
import { interviewOf } from './testing-notes'

const text = 'Молочные войны, и это 😀 дорого.'

function house() {
  const all = testHouse()
  const one = interviewOf(all.owner, 'RB-2', text)
  const code = codes.add(all.owner, { id: crypto.randomUUID(), parentId: null, name: 'milk' })
  const passage = { transcriptId: one.transcriptId, codeId: code.id, start: 0, end: 14 }
  const coding = codings.add(all.coder, { id: crypto.randomUUID(), ...passage })
  const subjects = { project: all.projectId, interview: one.id, code: code.id, coding: coding.id }
  const write = (access: Access, kind: MemoKind, title = 'Ёлка', body: RichNode = richText('Всё дорого')) =>
    memos.add(access, { id: crypto.randomUUID(), subject: { kind, id: subjects[kind] }, title, body })
  return { ...all, one, code, coding, subjects, write }
}

const linking = (kind: string, id: string, start: number | null = null, end: number | null = null): RichNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { kind, id, label: 'there', start, end } }] }],
})

describe('a memo', () => {
  it.each(['project', 'interview', 'code', 'coding'] as const)('can be about a %s, which then has it', (kind) => {
    const at = house()
    const made = at.write(at.coder, kind)
    expect(memos.about(at.viewer, { kind, id: at.subjects[kind] }).map((one) => one.id)).toEqual([made.id])
    expect(memos.get(at.viewer, made.id)).toMatchObject({ title: 'Ёлка', text: 'Всё дорого', version: 1 })
  })

  it('names what it is about, as that is called now', () => {
    const at = house()
    const names = (['project', 'interview', 'code', 'coding'] as const).map((kind) => at.write(at.coder, kind).subject)
    expect(names.map((one) => [one.name, one.interviewId])).toEqual([
      ['', null],
      ['RB-2', at.one.id],
      ['milk', null],
      ['milk · Молочные войны', at.one.id],
    ])
  })

  it('twice with one id is one memo', () => {
    const at = house()
    const memo = { id: crypto.randomUUID(), subject: { kind: 'project', id: at.projectId }, title: 'a' } as const
    memos.add(at.coder, { ...memo, body: richText('one') })
    expect(memos.add(at.coder, { ...memo, body: richText('two') }).text).toBe('one')
    expect(memos.list(at.owner)).toHaveLength(1)
  })

  it('stays when its code or its interview is removed, and belongs to it again when that comes back', () => {
    const at = house()
    const onCode = at.write(at.coder, 'code')
    const onInterview = at.write(at.coder, 'interview')
    codes.remove(at.owner, at.code.id)
    interviews.remove(at.owner, [at.one.id])
    expect(memos.list(at.viewer).map((one) => one.subject.name)).toEqual([null, null])
    interviews.restore(at.owner, at.one.id)
    codes.restore(at.owner, at.code.id)
    expect(memos.get(at.viewer, onCode.id).subject.name).toBe('milk')
    expect(memos.get(at.viewer, onInterview.id).subject.name).toBe('RB-2')
  })

  it('on a coding that was removed is left to who wrote it, and to everybody again when the coding comes back', () => {
    const at = house()
    const memo = at.write(at.otherCoder, 'coding')
    codings.remove(at.coder, at.coding.id)
    expect(memos.list(at.owner)).toEqual([])
    expect(() => memos.get(at.coder, memo.id)).toThrow(NotFound)
    expect(memos.get(at.otherCoder, memo.id).subject.name).toBeNull()
    codings.restore(at.coder, at.coding.id)
    expect(memos.get(at.owner, memo.id).subject.name).toBe('milk · Молочные войны')
  })
})

describe('writing a memo', () => {
  it('by anybody who codes makes the next version, with who wrote it', () => {
    const at = house()
    const first = at.write(at.coder, 'code')
    const next = memos.save(at.otherCoder, first.id, { title: 'Новое', body: richText('иначе'), seen: 1 })
    expect(next).toMatchObject({ version: 2, title: 'Новое', text: 'иначе', author: { name: 'Anna' } })
    expect(next.editor.name).toBe('Boris')
  })

  it('over a version that was not seen is a conflict, and what is there stays', () => {
    const at = house()
    const first = at.write(at.coder, 'code')
    memos.save(at.otherCoder, first.id, { title: 'Boris', body: richText('theirs'), seen: 1 })
    expect(() => memos.save(at.coder, first.id, { title: 'Anna', body: richText('mine'), seen: 1 })).toThrow(Conflict)
    expect(memos.get(at.owner, first.id).title).toBe('Boris')
  })

  it('again what is stored already is no version and no conflict: a repeated request is answered alike', () => {
    const at = house()
    const first = at.write(at.coder, 'code')
    const to = { title: 'a', body: richText('b'), seen: 1 }
    memos.save(at.coder, first.id, to)
    expect(memos.save(at.coder, first.id, to).version).toBe(2)
  })

  it('many times in one sitting is one event, from the first words to the last; another person begins another', () => {
    const at = house()
    const { id } = at.write(at.coder, 'code', 'one')
    memos.save(at.coder, id, { title: 'two', body: richText('2'), seen: 1 })
    memos.save(at.coder, id, { title: 'three', body: richText('3'), seen: 2 })
    memos.save(at.owner, id, { title: 'four', body: richText('4'), seen: 3 })
    const all = at.db.select().from(events).where(eq(events.subject, id)).all()
    expect(all.map((one) => one.kind)).toEqual(['memo.add', 'memo.change', 'memo.change'])
    expect(all[1]).toMatchObject({ before: { title: 'one' }, after: { title: 'three' } })
    expect(all[2]).toMatchObject({ before: { title: 'three' }, after: { title: 'four' } })
  })
})

describe('links of memos', () => {
  it('lead to codes, interviews, memos and passages, and each shows what leads to it', () => {
    const at = house()
    const target = at.write(at.coder, 'project', 'Target')
    const body: RichNode = {
      type: 'doc',
      content: [
        ...(linking('code', at.code.id).content ?? []),
        ...(linking('interview', at.one.id).content ?? []),
        ...(linking('memo', target.id).content ?? []),
        ...(linking('passage', at.one.transcriptId, 0, 14).content ?? []),
        ...(linking('code', crypto.randomUUID()).content ?? []),
      ],
    }
    const memo = at.write(at.coder, 'project', 'Source', body)
    expect(memo.links.map((one) => one.name)).toEqual(['milk', 'RB-2', 'Target', 'RB-2', null])
    const back = (kind: 'code' | 'interview' | 'passage', id: string, range?: { start: number; end: number }) =>
      memos.linksTo(at.viewer, kind, id, range).map((one) => one.title)
    expect(back('code', at.code.id)).toEqual(['Source'])
    expect(back('interview', at.one.id)).toEqual(['Source'])
    expect(memos.get(at.viewer, target.id).back.map((one) => one.title)).toEqual(['Source'])
    expect(back('passage', at.one.transcriptId, { start: 13, end: 20 })).toEqual(['Source'])
    expect(back('passage', at.one.transcriptId, { start: 14, end: 20 })).toEqual([])
  })

  it('go when they are written out of the memo, and with it, and come back with it', () => {
    const at = house()
    const { id } = at.write(at.coder, 'project', 'Source', linking('code', at.code.id))
    const back = () => memos.linksTo(at.viewer, 'code', at.code.id).length
    memos.remove(at.coder, id)
    expect(back()).toBe(0)
    memos.restore(at.coder, id)
    expect(back()).toBe(1)
    memos.save(at.coder, id, { title: 'Source', body: richText('no link'), seen: 1 })
    expect(back()).toBe(0)
  })

  it('are offered for every code, interview and memo of the project, and for nothing of another', () => {
    const at = house()
    at.write(at.coder, 'project', 'Target')
    expect(memos.targets(at.viewer).map((one) => `${one.kind} ${one.name}`)).toEqual([
      'code milk',
      'interview RB-2',
      'memo Target',
    ])
    expect(memos.targets(at.stranger)).toEqual([])
  })
})

describe('memos beside what they are about', () => {
  it('of an interview are those on it and its codings, and those that lead to it or its text', () => {
    const at = house()
    const other = interviewOf(at.owner, 'RB-3', text)
    at.write(at.coder, 'interview', 'on it')
    at.write(at.coder, 'coding', 'on a coding')
    at.write(at.coder, 'project', 'to it', linking('interview', at.one.id))
    at.write(at.coder, 'project', 'to its text', linking('passage', at.one.transcriptId, 0, 3))
    at.write(at.coder, 'project', 'to another', linking('passage', other.transcriptId, 0, 3))
    at.write(at.coder, 'code', 'on a code')
    const titles = memos.inInterview(at.viewer, at.one.id).map((one) => one.title)
    expect(titles.toSorted()).toEqual(['on a coding', 'on it', 'to it', 'to its text'])
    expect(memos.inInterview(at.stranger, at.one.id)).toEqual([])
  })

  it('of codes are those on them and those that lead to them, once each', () => {
    const at = house()
    at.write(at.coder, 'code', 'both', linking('code', at.code.id))
    at.write(at.coder, 'project', 'leads', linking('code', at.code.id))
    const found = memos.onCodes(at.viewer)
    expect(Object.keys(found)).toEqual([at.code.id])
    expect(found[at.code.id]?.map((one) => one.title).toSorted()).toEqual(['both', 'leads'])
    expect(memos.onCodes(at.stranger)).toEqual({})
  })
})

describe('the list of memos', () => {
  it('finds words in any case, ё as е, in title and text', () => {
    const at = house()
    at.write(at.coder, 'project', 'Ёлка', richText('снег'))
    at.write(at.coder, 'project', 'Other', richText('ЁЖ и снег'))
    const found = (asked: string) => memos.list(at.viewer, { text: asked }).length
    expect([found('елка'), found('ЕЖ'), found('СНЕГ'), found('лёд')]).toEqual([1, 1, 2, 0])
  })

  it('is filtered by kind and author and sorted by title', () => {
    const at = house()
    at.write(at.coder, 'project', 'Б')
    at.write(at.otherCoder, 'code', 'Ё')
    at.write(at.otherCoder, 'project', 'А')
    const titles = (asked: memos.Asked) => memos.list(at.viewer, asked).map((one) => one.title)
    expect(titles({ sort: 'title' })).toEqual(['А', 'Б', 'Ё'])
    expect(titles({ kind: 'code' })).toEqual(['Ё'])
    expect(memos.authors(at.viewer).map((one) => one.name)).toEqual(['Anna', 'Boris'])
    expect(memos.authors(at.stranger)).toEqual([])
    expect(titles({ authorId: at.otherCoder.userId, sort: 'title' })).toEqual(['А', 'Ё'])
  })
})

describe('who may do what to memos', () => {
  it('lets a viewer read and do nothing', () => {
    const at = house()
    const memo = at.write(at.coder, 'code')
    expect(memos.list(at.viewer)).toHaveLength(1)
    expect(() => at.write(at.viewer, 'code')).toThrow(Forbidden)
    expect(() => memos.save(at.viewer, memo.id, { title: 'x', body: richText('x'), seen: 1 })).toThrow(Forbidden)
    expect(() => memos.remove(at.viewer, memo.id)).toThrow(Forbidden)
    expect(() => memos.restore(at.viewer, memo.id)).toThrow(Forbidden)
  })

  it('lets who wrote it and who leads remove it, and who removed it bring it back as it was', () => {
    const at = house()
    const memo = at.write(at.coder, 'code')
    expect(memo.removable).toBe(true)
    expect(memos.get(at.otherCoder, memo.id).removable).toBe(false)
    expect(() => memos.remove(at.otherCoder, memo.id)).toThrow(Forbidden)
    memos.remove(at.supervisor, memo.id)
    expect(() => memos.restore(at.coder, memo.id)).toThrow(NotFound)
    const back = memos.restore(at.supervisor, memo.id)
    expect(back).toEqual({ ...memo, removable: true })
    const kinds = at.db.select({ kind: events.kind }).from(events).where(eq(events.subject, memo.id)).all()
    expect(kinds.map((one) => one.kind)).toEqual(['memo.add', 'memo.remove', 'memo.restore'])
  })

  it('shows a stranger nothing and takes nothing from one', () => {
    const at = house()
    const memo = at.write(at.coder, 'code', 'x', linking('code', at.code.id))
    expect(memos.list(at.stranger)).toEqual([])
    expect(memos.about(at.stranger, { kind: 'code', id: at.code.id })).toEqual([])
    expect(memos.linksTo(at.stranger, 'code', at.code.id)).toEqual([])
    expect(() => memos.get(at.stranger, memo.id)).toThrow(NotFound)
    expect(() => memos.save(at.stranger, memo.id, { title: 'x', body: richText('x'), seen: 1 })).toThrow(NotFound)
    expect(() => memos.remove(at.stranger, memo.id)).toThrow(NotFound)
    expect(() => memos.restore(at.stranger, memo.id)).toThrow(NotFound)
    for (const kind of ['project', 'interview', 'code', 'coding'] as const)
      expect(() => at.write(at.stranger, kind)).toThrow(NotFound)
    expect(memos.get(at.owner, memo.id).version).toBe(1)
  })
})
