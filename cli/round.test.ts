import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import * as reading from '@/db/reading'
import * as rounds from '@/db/rounds'
import { testHouse } from '@/db/testing'
import { agreementOfStudyFile } from './agreement'
import { agreementOfRound, studyOfRound } from './round'

it('a round’s figures are those of its study file, and stay the same to the digit when codings change after closing', async () => {
  const house = testHouse()
  const names = ['milk', 'costs']
  const ids = names.map((name) => codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name }).id)
  const text = 'Milk was stopped at the border, and costs rose for everybody there. '.repeat(8)
  const made = Array.from(
    { length: 6 },
    (_, i) =>
      interviews.add(house.owner, { name: `I-${i}`, file: '', read: { text, language: 'en', turns: [], speakers: [] } })
        .id,
  )
  const who = [house.coder, house.otherCoder]
  const round = rounds.add(house.owner, {
    ...{ name: 'Pilot', blind: true, due: null, rule: null, groups: [] },
    assignments: made.flatMap((interviewId) => who.map(({ userId }) => ({ interviewId, coderId: userId }))),
  })
  const mark = (interview: string, coder: number, start: number, end: number, code: number) => {
    const by = who[coder] ?? house.coder
    const { transcriptId } = reading.read(by, interview)
    codings.add(by, { id: crypto.randomUUID(), transcriptId, codeId: ids[code] ?? '', start, end })
  }
  made.forEach((interview, i) => {
    mark(interview, 0, 10 * i, 10 * i + 60, 0)
    mark(interview, 1, 10 * i + 5, 10 * i + 70, 0)
    mark(interview, 0, 200, 240 + i, 1)
    if (i > 1) mark(interview, 1, 190, 230, 1)
  })
  for (const one of who) for (const interview of made) rounds.setDone(one, round.id, interview, true)
  rounds.close(house.owner, round.id, 1)
  const asked = { measure: 'u_alpha_binary', unit: 'character', withInterviewer: true } as const
  const first = agreementOfRound(house.owner, 'pilot', asked)
  const home = mkdtempSync(join(tmpdir(), 'round-'))
  writeFileSync(join(home, 'study.json'), JSON.stringify(studyOfRound(house.owner, 'Pilot')))
  const { values } = await agreementOfStudyFile(join(home, 'study.json'))
  rmSync(home, { recursive: true })
  const ofRound = Object.fromEntries(Object.entries(first.by_code).map(([code, { value }]) => [code, value]))
  expect(Object.keys(ofRound)).toEqual(names)
  expect(values.u_alpha_binary_by_code).toEqual(ofRound)
  expect(first.by_code.milk?.interval?.low).toBeLessThanOrEqual(ofRound.milk ?? -2)
  mark(made[0] ?? '', 0, 300, 400, 0)
  codes.remove(house.owner, ids[1] ?? '')
  expect(agreementOfRound(house.owner, 'Pilot', asked)).toEqual(first)
  expect(() => agreementOfRound(house.owner, 'Other', asked)).toThrow('Other')
})
