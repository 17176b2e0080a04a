import { beforeEach, describe, expect, it } from 'vitest'
import { projectTemplate } from '@/core/project-template'
import * as interviews from './interviews'
import { events } from './schema'
import { type TestHouse, testHouse } from './testing'
import * as variables from './variables'

let house: TestHouse
let ids: string[]
beforeEach(() => {
  house = testHouse()
  const read = { text: 'Yes.', language: 'en', turns: [], speakers: [] }
  ids = ['a', 'b', 'c'].map((name) => interviews.add(house.owner, { name, file: '', read }).id)
})

const give = (variableId: string, ...values: readonly (string | null)[]) =>
  interviews.setValues(
    house.owner,
    values.map((value, i) => ({ interviewId: ids[i] ?? '', variableId, value })),
  )
const valuesOf = (variableId: string) => interviews.list(house.owner).map((i) => i.values[variableId] ?? null)
const reason = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
  return 'nothing was refused'
}
const text = (name: string) => variables.add(house.owner, { name, kind: 'text', categories: [] })
const side = () =>
  variables.add(house.owner, { name: 'side', kind: 'category', categories: ['Russia', 'Belarus', 'Kazakhstan'] })

describe('variables', () => {
  it('of the template are added in their order', () => {
    for (const variable of projectTemplate) variables.add(house.supervisor, variable)
    expect(variables.list(house.viewer).map(({ id, ...rest }) => rest)).toEqual(projectTemplate)
  })

  it('are told apart by name whatever the case', () => {
    text('Год')
    expect(reason(() => text(' год '))).toBe('nameTaken')
    expect(reason(() => text(''))).toBe('nameEmpty')
    expect(variables.list(house.stranger)).toEqual([])
  })

  it('are for those who lead', () => {
    const { id } = text('year')
    for (const who of [house.coder, house.viewer]) {
      expect(reason(() => variables.add(who, { name: 'x', kind: 'text', categories: [] }))).toBe('forbidden')
      expect(reason(() => variables.rename(who, id, 'x'))).toBe('forbidden')
      expect(reason(() => variables.changeKind(who, id, 'number'))).toBe('forbidden')
      expect(reason(() => variables.setCategories(who, id, []))).toBe('forbidden')
      expect(reason(() => variables.reorder(who, [id]))).toBe('forbidden')
      expect(reason(() => variables.remove(who, id))).toBe('forbidden')
      expect(reason(() => variables.restore(who, id))).toBe('forbidden')
    }
    for (const run of [variables.remove, variables.restore])
      expect(reason(() => run(house.stranger, id))).toMatch(/notFound|gone/)
    expect(reason(() => variables.rename(house.stranger, id, 'x'))).toBe('notFound')
    expect(variables.list(house.owner)).toHaveLength(1)
  })

  it('are put in another order, all of them or none', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => text(name).id)
    variables.reorder(house.owner, [c ?? '', a ?? '', b ?? ''])
    expect(variables.list(house.owner).map((v) => v.name)).toEqual(['c', 'a', 'b'])
    expect(reason(() => variables.reorder(house.owner, [c ?? '', a ?? '']))).toBe('changedSince')
    expect(reason(() => variables.reorder(house.owner, [c ?? '', a ?? '', a ?? '']))).toBe('changedSince')
  })
})

it('variables of a sheet are made once, and a category keeps its order and gets what is new', () => {
  const { id } = side()
  const wanted = [
    { name: 'Side', kind: 'category', categories: ['russia', 'Mongolia'] },
    { name: 'year', kind: 'number', categories: [] },
  ] as const
  const first = variables.ensure(house.supervisor, wanted)
  expect(first.map((v) => [v.name, v.categories])).toEqual([
    ['side', ['Russia', 'Belarus', 'Kazakhstan', 'Mongolia']],
    ['year', []],
  ])
  expect(first[0]?.id).toBe(id)
  expect(variables.ensure(house.owner, wanted)).toEqual(first)
  expect(reason(() => variables.ensure(house.coder, wanted))).toBe('forbidden')
})

describe('a change of kind', () => {
  it('brings every value into the new form', () => {
    const { id } = text('duration')
    give(id, '1 200,5', null, '−3')
    expect(variables.changeKind(house.owner, id, 'number').kind).toBe('number')
    expect(valuesOf(id)).toEqual(['1200.5', null, '-3'])
  })

  it('changes nothing when one value does not fit', () => {
    const { id } = text('duration')
    give(id, '15', 'an hour')
    expect(reason(() => variables.changeKind(house.owner, id, 'number'))).toBe('notANumber')
    expect(valuesOf(id)).toEqual(['15', 'an hour', null])
    expect(variables.list(house.owner)[0]?.kind).toBe('text')
  })

  it('makes categories of the values in use', () => {
    const { id } = text('side')
    give(id, 'Russia', 'belarus', 'russia')
    expect(variables.changeKind(house.owner, id, 'category').categories).toEqual(['belarus', 'Russia'])
    expect(valuesOf(id)).toEqual(['Russia', 'belarus', 'Russia'])
  })

  it('is taken back with the values as they were', () => {
    const { id } = text('duration')
    give(id, '1 200,5')
    variables.changeKind(house.owner, id, 'number')
    variables.restore(house.owner, id)
    expect(variables.list(house.owner)[0]?.kind).toBe('text')
    expect(valuesOf(id)[0]).toBe('1 200,5')
  })
})

describe('a category', () => {
  it('is renamed with its interviews, moved, added and left out in one go, and all of it is taken back', () => {
    const { id } = side()
    give(id, 'Russia', 'Belarus', 'Kazakhstan')
    const after = variables.setCategories(house.owner, id, [
      { was: 'Kazakhstan', name: 'KZ' },
      { was: null, name: 'other' },
      { was: 'Russia', name: 'Russia' },
    ])
    expect(after.categories).toEqual(['KZ', 'other', 'Russia'])
    expect(valuesOf(id)).toEqual(['Russia', null, 'KZ'])
    variables.restore(house.owner, id)
    expect(variables.list(house.owner)[0]?.categories).toEqual(['Russia', 'Belarus', 'Kazakhstan'])
    expect(valuesOf(id)).toEqual(['Russia', 'Belarus', 'Kazakhstan'])
  })

  it('can change places with another by name', () => {
    const { id } = side()
    give(id, 'Russia', 'Belarus')
    variables.setCategories(house.owner, id, [
      { was: 'Russia', name: 'Belarus' },
      { was: 'Belarus', name: 'Russia' },
    ])
    expect(valuesOf(id)).toEqual(['Belarus', 'Russia', null])
  })

  it('is refused when two compare equal, one is blank, or one is gone', () => {
    const { id } = side()
    const set = (...wanted: variables.CategoryChange[]) =>
      reason(() => variables.setCategories(house.owner, id, wanted))
    expect(set({ was: null, name: 'x' }, { was: null, name: ' X' })).toBe('nameTaken')
    expect(set({ was: null, name: ' ' })).toBe('nameEmpty')
    expect(set({ was: 'Mongolia', name: 'x' })).toBe('gone')
    expect(variables.list(house.owner)[0]?.categories).toEqual(['Russia', 'Belarus', 'Kazakhstan'])
  })
})

describe('a variable that is removed', () => {
  it('comes back in its place with its values, but not for an interview that is gone', () => {
    text('first')
    const { id } = side()
    text('last')
    give(id, 'Russia', 'Belarus')
    variables.remove(house.owner, id)
    expect(variables.list(house.owner).map((v) => v.name)).toEqual(['first', 'last'])
    interviews.remove(house.owner, ids.slice(1, 2))
    variables.restore(house.owner, id)
    expect(variables.list(house.owner).map((v) => v.name)).toEqual(['first', 'side', 'last'])
    expect(valuesOf(id)).toEqual(['Russia', null])
    const kinds = house.db.select({ kind: events.kind, undone: events.undoneBy }).from(events).all()
    expect(kinds.filter((event) => event.undone !== null).map((event) => event.kind)).toEqual(['variable.remove'])
  })

  it('does not come back over another of its name', () => {
    const { id } = side()
    variables.remove(house.owner, id)
    side()
    expect(reason(() => variables.restore(house.owner, id))).toBe('nameTaken')
  })
})

it('a change is not taken back over a later one, and a new name leaves later values alone', () => {
  const { id } = side()
  variables.rename(house.owner, id, 'border')
  give(id, 'Russia')
  variables.restore(house.owner, id)
  expect([variables.list(house.owner)[0]?.name, valuesOf(id)[0]]).toEqual(['side', 'Russia'])
  variables.rename(house.owner, id, 'border')
  variables.rename(house.supervisor, id, 'frontier')
  expect(reason(() => variables.restore(house.owner, id))).toBe('changedSince')
})
