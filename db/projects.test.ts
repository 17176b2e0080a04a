import { count } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { account, door } from './access'
import * as codes from './codes'
import * as interviews from './interviews'
import * as members from './members'
import * as projects from './projects'
import { Conflict, Forbidden, NotFound } from './refusal'
import { codings, transcripts, users } from './schema'
import { type TestHouse, testHouse } from './testing'

let house: TestHouse
beforeEach(() => {
  house = testHouse()
})
const who = (access: TestHouse['owner']) => account(door(access.db), access.userId)

describe('projects', () => {
  test('are seen by their members only', () => {
    expect(projects.mine(who(house.coder)).map((one) => one.name)).toEqual(['Borderlands'])
    expect(projects.mine(who(house.stranger)).map((one) => one.name)).toEqual(['Elsewhere'])
    expect(projects.mine(who(house.owner))[0]).toMatchObject({ role: 'owner', members: 5, interviews: 0 })
  })

  test('are listed for the operator with their owners and the number of their interviews', () => {
    const text = 'A: milk'
    const read = {
      text,
      turns: [{ start: 0, end: 7, said: 3, speaker: null, time: null }],
      speakers: [],
      language: 'en',
    }
    interviews.add(house.owner, { name: 'One', file: '', read })
    expect(
      projects
        .all(door(house.db))
        .map(({ name, interviews: n, owner }) => [name, n, owner])
        .sort(),
    ).toEqual([
      ['Borderlands', 1, 'olga@example.org'],
      ['Elsewhere', 0, 'stranger@example.org'],
    ])
  })

  test('belong to their maker, and have names that differ', () => {
    const made = projects.add(who(house.coder), { name: '  Второй   проект ' })
    expect(projects.get(made)).toMatchObject({ name: 'Второй проект', role: 'owner' })
    expect(() => projects.add(who(house.coder), { name: 'второй ПРОЕКТ' })).toThrow(Conflict)
    expect(() => projects.add(who(house.coder), { name: ' ' })).toThrow(Conflict)
  })

  test('are deleted by their owner with all that is in them, the consensus too, and nothing else', () => {
    const text = 'A: milk\nB: wars'
    const read = {
      text,
      turns: [{ start: 0, end: 15, said: 0, speaker: null, time: null }],
      speakers: [],
      language: 'en',
    }
    const { id } = interviews.add(house.owner, { name: 'One', file: '', read })
    const code = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'milk wars' })
    const transcript = house.db.select({ id: transcripts.id }).from(transcripts).get()
    for (const coderId of [house.coder.userId, house.consensusId])
      house.db
        .insert(codings)
        .values({
          id: crypto.randomUUID(),
          transcriptId: transcript?.id ?? '',
          codeId: code.id,
          coderId,
          start: 3,
          end: 7,
          quote: 'milk',
          wordStart: 1,
          wordEnd: 2,
          createdAt: 1,
          updatedAt: 1,
        })
        .run()
    expect(id).toBeTruthy()
    for (const access of [house.supervisor, house.coder, house.viewer])
      expect(() => projects.remove(access)).toThrow(Forbidden)
    const before = house.db.select({ n: count() }).from(users).get()?.n ?? 0
    projects.remove(house.owner)
    expect(house.db.select({ n: count() }).from(codings).get()?.n).toBe(0)
    expect(house.db.select({ n: count() }).from(users).get()?.n).toBe(before - 1)
    expect(projects.mine(who(house.stranger))).toHaveLength(1)
    expect(() => projects.get(house.owner)).toThrow(NotFound)
  })
})

describe('members', () => {
  test('are changed by owners only', () => {
    for (const access of [house.supervisor, house.coder, house.viewer])
      expect(() => members.setRole(access, house.viewer.userId, 'coder')).toThrow(Forbidden)
    members.setRole(house.owner, house.viewer.userId, 'coder')
    expect(members.list(house.owner).find((one) => one.userId === house.viewer.userId)?.role).toBe('coder')
    expect(() => members.setRole(house.stranger, house.viewer.userId, 'owner')).toThrow(NotFound)
  })

  test('never leave a project without an owner', () => {
    expect(() => members.setRole(house.owner, house.owner.userId, 'coder')).toThrow(new Conflict('lastOwner'))
    expect(() => members.remove(house.owner, house.owner.userId)).toThrow(new Conflict('lastOwner'))
    members.setRole(house.owner, house.supervisor.userId, 'owner')
    members.remove(house.owner, house.owner.userId)
    expect(projects.mine(who(house.owner))).toEqual([])
  })

  test('may leave by themselves, and are not seen by strangers', () => {
    members.remove(house.coder, house.coder.userId)
    expect(members.list(house.owner)).toHaveLength(4)
    expect(members.list(house.stranger).map((one) => one.name)).toEqual(['Stranger'])
    expect(() => members.remove(house.viewer, house.supervisor.userId)).toThrow(Forbidden)
  })
})
