import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import * as rounds from '@/db/rounds'
import { accessible, expect, joined, person, project, signIn, test } from './house'
import { data } from './place'

test('codings of a script come into a round by the screen and by the terminal, and a bad row is named by its file and line', async ({
  page,
}, info) => {
  const olga = person('Olga')
  const access = project(olga)
  const anna = joined(access, person('Anna'), 'coder')
  const interview = interviews.add(access, {
    ...{ name: 'I-1', file: '', values: {} },
    read: { text: 'They check the milk again. Nobody knows why.', language: 'en', turns: [], speakers: [] },
  }).id
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'milk' })
  const round = rounds.add(access, {
    ...{ name: 'Pilot', blind: true, due: null, rule: null, groups: [] },
    assignments: [{ interviewId: interview, coderId: anna.userId }],
  })
  const text = 'interview,start,end,code,coder\nI-1,0,26,milk,Script\nI-9,0,26,milk,Script\n'
  await signIn(page, olga)
  await page.goto(`/projects/${access.projectId}/rounds/${round.id}`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'other.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const status = page.getByRole('region', { name: 'Second opinions (CSV)' }).getByRole('status')
  await expect(status).toContainText('1 coding of Script came in.')
  await expect(status).toContainText('other.csv, line 3: there is no interview “I-9” in this round')
  expect(codings.inInterview(access, interview).map(({ quote }) => quote)).toEqual(['They check the milk again.'])
  expect(codings.inInterview(anna, interview)).toEqual([])
  await accessible(page)

  const file = info.outputPath('other.csv')
  writeFileSync(file, `${text}I-1,27,44,milk,Script\n`)
  const words = ['run', '-s', 'cli', '--', 'opinions', access.projectId, file, '--round', 'pilot', '--data', data]
  const { status: code, stdout, stderr } = spawnSync('npm', words, { encoding: 'utf8' })
  expect(stdout).toContain('1 added, 1 there already, 1 refused')
  expect(stderr).toContain(`${file}:3: there is no interview “I-9”`)
  expect(code).toBe(1)
  expect(codings.inInterview(access, interview)).toHaveLength(2)
})
