import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import * as codes from '@/db/codes'
import * as interviews from '@/db/interviews'
import { accessible, expect, person, project, signIn, test } from './house'

test('a project goes out as a file for other programs and comes in again as a new one', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'milk "wars" & <trade>' })
  const text = 'Молоко дорожает.'
  const turns = [{ start: 0, end: text.length, said: 0, speaker: null, time: null }]
  interviews.add(access, { name: 'Int 1', file: '', read: { text, turns, speakers: [], language: 'ru' } })
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/export`)
  await expect(page.getByRole('heading', { name: 'REFI-QDA project (.qdpx)' })).toBeVisible()
  await accessible(page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download: REFI-QDA project (.qdpx)' }).click()
  const file = await (await waiting).path()
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(file))))).toContain('project.qde')

  await page.goto('/projects/new')
  await accessible(page)
  const choosing = page.waitForEvent('filechooser')
  await page.getByLabel('File', { exact: true }).click()
  await (await choosing).setFiles({ name: 'copy.qdpx', mimeType: 'application/zip', buffer: readFileSync(file) })
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await expect(page.getByText(/1 interview, 1 code, 0 codings/)).toBeVisible()
  await accessible(page)
  await page.getByRole('link', { name: 'Open the project' }).click()
  await expect(page.getByRole('link', { name: 'Int 1' })).toBeVisible()
})

test('what is no project is refused with a reason', async ({ page }) => {
  await signIn(page, person('Boris'))
  await page.goto('/projects/new')
  const choosing = page.waitForEvent('filechooser')
  await page.getByLabel('File', { exact: true }).click()
  await (await choosing).setFiles({ name: 'x.qdpx', mimeType: 'application/zip', buffer: Buffer.from('no zip') })
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'x.qdpx' })).toContainText('is not a REFI-QDA project')
})
