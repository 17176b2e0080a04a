import { expect, it, vi } from 'vitest'
import { door } from '@/db/access'
import * as projects from '@/db/projects'
import { person, testDb } from '@/db/testing'
import { projectNamed, Refused } from './house'

// Its entry is made for the server of pages, which is not here.
vi.mock('next-intl', () => ({ createTranslator: () => () => '' }))

it('a command on a composed project says on the standard error that nobody real speaks in it, on another it says nothing', () => {
  const db = testDb()
  const anna = person(db, 'Anna')
  projects.add(anna, { name: 'Sample', composed: true })
  projects.add(anna, { name: 'Field' })
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  projectNamed(door(db), 'field')
  expect(written).not.toHaveBeenCalled()
  projectNamed(door(db), 'sample')
  expect(written).toHaveBeenCalledWith(expect.stringContaining('no real interviewee speaks here'))
  written.mockRestore()
  expect(() => projectNamed(door(db), 'other')).toThrow(Refused)
})
