import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { pathOf } from '@/core/codebook/tree'
import type { Access } from './access'
import * as codes from './codes'
import * as codings from './codings'
import { Conflict, Forbidden, NotFound, Refusal } from './refusal'
import { events, interviews, codings as table, transcripts } from './schema'
import { testHouse } from './testing'

const words = 'Молочные войны, и это дорого.'

function interview(access: Access, name: string): string {
  const id = crypto.randomUUID()
  const transcript = crypto.randomUUID()
  access.db.insert(interviews).values({ id, projectId: access.projectId, name, nameKey: name.toLowerCase() }).run()
  access.db
    .insert(transcripts)
    .values({ id: transcript, interviewId: id, text: words, turns: [], length: words.length, words: 5 })
    .run()
  return transcript
}

function house() {
  const at = testHouse()
  const add = (access: Access, name: string, parentId: string | null = null, position?: number) =>
    codes.add(access, { id: crypto.randomUUID(), parentId, name, position })
  const trade = add(at.owner, 'trade')
  const identity = add(at.owner, 'identity')
  const milk = add(at.owner, 'milk wars', trade.id)
  const own = add(at.coder, 'roads', trade.id)
  const texts = [interview(at.owner, 'RB-1'), interview(at.owner, 'RB-2')] as const
  const code = (access: Access, codeId: string, transcriptId: string = texts[0], start = 0) =>
    codings.add(access, { id: crypto.randomUUID(), transcriptId, codeId, start, end: start + 8 })
  const paths = () => codes.list(at.owner).map((one) => pathOf(codes.list(at.owner), one.id))
  return { ...at, add, trade, identity, milk, own, texts, code, paths }
}

const reason = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
  return 'done'
}

describe('adding a code', () => {
  it('puts it last, or where it is asked to, and its siblings make room', () => {
    const at = house()
    const first = at.add(at.coder, 'first', at.trade.id, 0)
    expect(first).toMatchObject({ position: 0, colour: at.trade.colour })
    const order = codes.list(at.owner).filter((code) => code.parentId === at.trade.id)
    expect(order.map((code) => [code.name, code.position])).toEqual([
      ['first', 0],
      ['milk wars', 1],
      ['roads', 2],
    ])
  })

  it('twice with one id is one code; a name like its sibling, or none, is refused', () => {
    const at = house()
    expect(codes.add(at.owner, { ...at.milk, name: 'other' }).name).toBe('milk wars')
    expect(reason(() => at.add(at.owner, 'Milk  WARS', at.trade.id))).toBe('nameTaken')
    expect(reason(() => at.add(at.owner, '  '))).toBe('nameEmpty')
    expect(at.add(at.owner, 'Milk wars').parentId).toBeNull()
  })

  it('is not for viewers, and strangers do not find the parent', () => {
    const at = house()
    expect(() => at.add(at.viewer, 'x')).toThrow(Forbidden)
    expect(() => at.add(at.stranger, 'x', at.trade.id)).toThrow(NotFound)
  })
})

describe('changing a code', () => {
  it('writes the fields that are given, tidied, with one event', () => {
    const at = house()
    const changed = codes.change(at.supervisor, at.milk.id, {
      name: ' milk  war ',
      definition: ' Bans on dairy.\r\nSince 2009. ',
      aliases: ['молоко', ' Молоко', '', 'dairy'],
      colour: 7,
    })
    expect(changed).toEqual({
      ...at.milk,
      name: 'milk war',
      definition: 'Bans on dairy.\nSince 2009.',
      aliases: ['молоко', 'dairy'],
      colour: 7,
    })
    expect(codes.get(at.owner, at.milk.id)).toEqual(changed)
    codes.change(at.owner, at.milk.id, { name: 'milk war' })
    const written = at.db.select().from(events).where(eq(events.kind, 'code.change')).all()
    expect(written.map((event) => [event.userId, event.before])).toEqual([[at.supervisor.userId, at.milk]])
  })

  it('is refused when somebody wrote the same field since, and not when they wrote another', () => {
    const at = house()
    codes.change(at.owner, at.milk.id, { definition: 'by Olga' })
    const late = (seen: string) => codes.change(at.supervisor, at.milk.id, { definition: 'mine' }, { definition: seen })
    expect(reason(() => late(''))).toBe('changedSince')
    expect(codes.get(at.owner, at.milk.id).definition).toBe('by Olga')
    codes.change(at.supervisor, at.milk.id, { include: 'bans' }, { include: '' })
    expect(codes.get(at.owner, at.milk.id)).toMatchObject({ definition: 'by Olga', include: 'bans' })
    expect(late('by Olga').definition).toBe('mine')
  })

  it('keeps sibling names apart in any case', () => {
    const at = house()
    expect(reason(() => codes.change(at.owner, at.milk.id, { name: 'ROADS' }))).toBe('nameTaken')
    expect(reason(() => codes.change(at.owner, at.milk.id, { name: ' ' }))).toBe('nameEmpty')
    expect(codes.change(at.owner, at.milk.id, { name: 'Milk Wars' }).name).toBe('Milk Wars')
  })
})

describe('who may change, move and remove', () => {
  it('is who leads, and the coder who added it while nobody else coded with it', () => {
    const at = house()
    const try_ = (access: Access, id: string) => reason(() => codes.change(access, id, { definition: access.role }))
    expect(try_(at.owner, at.own.id)).toBe('done')
    expect(try_(at.supervisor, at.own.id)).toBe('done')
    expect(try_(at.coder, at.own.id)).toBe('done')
    expect(try_(at.coder, at.milk.id)).toBe('forbidden')
    expect(try_(at.otherCoder, at.own.id)).toBe('forbidden')
    expect(try_(at.viewer, at.own.id)).toBe('forbidden')
    expect(try_(at.stranger, at.own.id)).toBe('gone')
    at.code(at.coder, at.own.id)
    expect(codes.changeable(at.coder)).toEqual(new Set([at.own.id]))
    at.code(at.otherCoder, at.own.id)
    expect(codes.changeable(at.coder)).toEqual(new Set())
    expect(reason(() => codes.remove(at.coder, at.own.id))).toBe('forbidden')
    expect(reason(() => codes.move(at.coder, at.own.id, { parentId: null, position: 0 }))).toBe('forbidden')
  })

  it('is not the coder any more once something of others is under it', () => {
    const at = house()
    const below = at.add(at.coder, 'ice', at.own.id)
    expect(codes.changeable(at.coder)).toEqual(new Set([at.own.id, below.id]))
    at.add(at.otherCoder, 'mud', at.own.id)
    expect(codes.changeable(at.coder)).toEqual(new Set([below.id]))
  })

  it('is all for who leads, none for who views, and nothing of this project for a stranger', () => {
    const at = house()
    expect(codes.changeable(at.supervisor).size).toBe(4)
    expect(codes.changeable(at.viewer).size).toBe(0)
    expect(codes.changeable(at.stranger).size).toBe(0)
    expect(codes.list(at.stranger)).toEqual([])
    expect(codes.counts(at.stranger)).toEqual({})
    for (const attempt of [
      () => codes.get(at.stranger, at.milk.id),
      () => codes.move(at.stranger, at.milk.id, { parentId: null, position: 0 }),
      () => codes.remove(at.stranger, at.milk.id),
      () => codes.restore(at.stranger, at.milk.id),
    ])
      expect(attempt).toThrow(NotFound)
  })
})

describe('moving a code', () => {
  it('numbers both sides anew and says which codes moved', () => {
    const at = house()
    const moved = codes.move(at.owner, at.milk.id, { parentId: null, position: 0 })
    expect(new Set(moved.map((code) => code.name))).toEqual(new Set(['milk wars', 'trade', 'identity', 'roads']))
    expect(at.paths().sort()).toEqual(['identity', 'milk wars', 'trade', 'trade/roads'])
    expect(codes.get(at.owner, at.own.id).position).toBe(0)
    const event = at.db.select().from(events).where(eq(events.kind, 'code.move')).get()
    expect([event?.before, event?.after]).toEqual([
      { parentId: at.trade.id, position: 0 },
      { parentId: null, position: 0 },
    ])
  })

  it('is refused under itself, beside its namesake, and where nothing is any more', () => {
    const at = house()
    at.add(at.owner, 'Roads')
    const to = (id: string, parentId: string | null) =>
      reason(() => codes.move(at.owner, id, { parentId, position: 0 }))
    expect(to(at.trade.id, at.trade.id)).toBe('underItself')
    expect(to(at.trade.id, at.milk.id)).toBe('underItself')
    expect(to(at.own.id, null)).toBe('nameTaken')
    codes.remove(at.supervisor, at.identity.id)
    expect(to(at.milk.id, at.identity.id)).toBe('gone')
    expect(to(at.identity.id, null)).toBe('gone')
    expect(reason(() => codes.change(at.owner, at.identity.id, { name: 'x' }))).toBe('gone')
    expect(reason(() => codes.remove(at.owner, at.identity.id))).toBe('gone')
  })
})

describe('removing a code', () => {
  it('takes what is under it and everybody’s codings, and restoring brings all of it back', () => {
    const at = house()
    codes.change(at.owner, at.milk.id, { definition: 'Bans', aliases: ['dairy'] })
    at.code(at.coder, at.milk.id)
    at.code(at.otherCoder, at.milk.id)
    at.code(at.coder, at.trade.id, at.texts[1])
    at.code(at.coder, at.identity.id)
    const before = { codes: codes.list(at.owner), codings: at.db.select().from(table).orderBy(table.id).all() }
    expect(codes.remove(at.owner, at.trade.id)).toEqual({ codes: 3, codings: 3, people: 2 })
    expect(codes.list(at.owner).map((code) => [code.name, code.position])).toEqual([['identity', 0]])
    expect(at.db.select().from(table).all()).toHaveLength(1)

    const back = codes.restore(at.owner, at.trade.id)
    expect(back).toMatchObject({ codings: 3, lost: 0 })
    expect(back.codes.map((code) => code.name)).toEqual(['trade', 'milk wars', 'roads'])
    expect(codes.list(at.owner)).toEqual(before.codes)
    expect(at.db.select().from(table).orderBy(table.id).all()).toEqual(before.codings)
    expect(codes.changeable(at.coder)).toEqual(new Set([at.own.id]))
    expect(codes.restore(at.owner, at.trade.id)).toMatchObject({ codings: 0, lost: 0 })
  })

  it('can be done and undone again', () => {
    const at = house()
    at.code(at.coder, at.milk.id)
    for (let i = 0; i < 2; i++) {
      expect(codes.remove(at.owner, at.milk.id).codings).toBe(1)
      expect(codes.restore(at.owner, at.milk.id).codings).toBe(1)
    }
    expect(at.paths()).toContain('trade/milk wars')
  })

  it('of something just added is refused once somebody built on it', () => {
    const at = house()
    at.code(at.coder, at.milk.id)
    for (const id of [at.milk.id, at.trade.id]) expect(reason(() => codes.remove(at.owner, id, 'unused'))).toBe('inUse')
    expect(codes.remove(at.owner, at.identity.id, 'unused')).toEqual({ codes: 1, codings: 0, people: 0 })
  })

  it('is undone by the one who did it only', () => {
    const at = house()
    codes.remove(at.coder, at.own.id)
    for (const other of [at.owner, at.otherCoder]) expect(reason(() => codes.restore(other, at.own.id))).toBe('gone')
    expect(reason(() => codes.restore(at.viewer, at.own.id))).toBe('forbidden')
    expect(codes.restore(at.coder, at.own.id).codes).toHaveLength(1)
  })

  it('cannot be undone when its name or the code above it is taken or gone, and changes nothing then', () => {
    const at = house()
    codes.remove(at.owner, at.milk.id)
    const other = at.add(at.supervisor, 'MILK WARS', at.trade.id)
    expect(() => codes.restore(at.owner, at.milk.id)).toThrow(Conflict)
    codes.remove(at.supervisor, other.id)
    codes.remove(at.supervisor, at.trade.id)
    expect(reason(() => codes.restore(at.owner, at.milk.id))).toBe('parentGone')
    expect(at.paths()).toEqual(['identity'])
    codes.restore(at.supervisor, at.trade.id)
    codes.restore(at.owner, at.milk.id)
    expect(at.paths().sort()).toEqual(['identity', 'trade', 'trade/milk wars', 'trade/roads'])
  })

  it('says how many codings cannot come back because their interview went meanwhile', () => {
    const at = house()
    at.code(at.coder, at.milk.id)
    at.code(at.coder, at.milk.id, at.texts[1])
    codes.remove(at.owner, at.milk.id)
    at.db.delete(transcripts).where(eq(transcripts.id, at.texts[1])).run()
    expect(codes.restore(at.owner, at.milk.id)).toMatchObject({ codings: 1, lost: 1 })
  })
})

describe('counts', () => {
  it('hold codings and interviews, alone and with sub-codes', () => {
    const at = house()
    at.code(at.coder, at.milk.id)
    at.code(at.otherCoder, at.milk.id, at.texts[0], 4)
    at.code(at.coder, at.trade.id, at.texts[1])
    const counts = codes.counts(at.viewer)
    expect(counts[at.milk.id]?.own).toEqual({ codings: 2, interviews: 1 })
    expect(counts[at.trade.id]).toEqual({ own: { codings: 1, interviews: 1 }, all: { codings: 3, interviews: 2 } })
    expect(counts[at.identity.id]?.all).toEqual({ codings: 0, interviews: 0 })
  })
})
