import { expect, test } from 'vitest'
import * as history from './history'
import { Conflict, Forbidden, NotFound } from './refusal'
import * as saved from './saved-analyses'
import { testHouse } from './testing'
import { undo } from './undo'

const view = { name: 'Themes by section', page: 'frequencies', search: 'by=1&tests=holm' }
const names = (access: Parameters<typeof saved.list>[0]) => saved.list(access).map((one) => one.name)

test('an analysis is saved under a name for everybody, taken away by who saved it or who leads, and brought back', () => {
  const house = testHouse()
  const id = saved.add(house.coder, view)
  expect(saved.list(house.viewer)).toEqual([{ ...view, id, by: 'Anna', removable: false }])
  expect(() => saved.add(house.owner, { ...view, name: ' themes  BY section' })).toThrow(Conflict)
  expect(() => saved.add(house.owner, { ...view, name: ' ' })).toThrow(Conflict)
  expect(() => saved.add(house.viewer, { ...view, name: 'Other' })).toThrow(Forbidden)
  expect(() => saved.remove(house.otherCoder, id)).toThrow(Forbidden)
  expect(() => saved.remove(house.viewer, id)).toThrow(Forbidden)
  saved.remove(house.supervisor, id)
  expect(names(house.owner)).toEqual([])
  const event = history.list(house.supervisor).find((one) => one.kind === 'analysis.remove')
  undo(house.supervisor, event?.seq ?? 0)
  expect(saved.list(house.coder)).toEqual([{ ...view, id, by: 'Anna', removable: true }])
  saved.remove(house.coder, id)
  saved.add(house.owner, view)
  expect(() => saved.restore(house.coder, id)).toThrow(Conflict)
  expect(() => saved.restore(house.otherCoder, id)).toThrow(NotFound)
})

test('a stranger finds none and takes none away', () => {
  const house = testHouse()
  const id = saved.add(house.owner, view)
  expect(names(house.stranger)).toEqual([])
  expect(() => saved.remove(house.stranger, id)).toThrow(NotFound)
  expect(() => saved.restore(house.stranger, id)).toThrow(NotFound)
})
