import * as codings from '@/db/codings'
import { fixture, room } from './coding-house'
import { accessible, expect, test } from './house'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('a real interview is coded on a phone with taps only', async ({ page }) => {
  const file = fixture('en-shef-michelle.txt')
  test.skip(file === null, 'the transcripts of ../shared/fixtures are not here')
  const at = await room(page, file ?? '', ['methods', 'data'])
  await accessible(page)
  const line = at.text.locator('.line').nth(2)
  await line.tap({ position: { x: 120, y: 60 } })
  const bar = page.getByRole('toolbar', { name: 'Selecting and coding' })
  await bar.getByRole('button', { name: /^select the sentence/ }).tap()
  await bar.getByRole('button', { name: 'Code…' }).tap()
  await accessible(page)
  await page.getByRole('option', { name: /methods/ }).tap()
  await expect.poll(() => at.quotes()).toHaveLength(1)

  // A code taken as the pen: a tap on a sentence codes it.
  await at.text
    .locator('.line')
    .nth(4)
    .tap({ position: { x: 120, y: 60 } })
  await page.getByRole('button', { name: 'Codebook', exact: true }).last().tap()
  await accessible(page)
  await page.getByRole('treeitem', { name: /^data/ }).tap()
  await expect(page.getByText('Pen: data.')).toBeVisible()
  await at.text
    .locator('.line')
    .nth(4)
    .tap({ position: { x: 120, y: 60 } })
  await expect
    .poll(() => codings.inInterview(at.access, at.interview).map((one) => one.codeId))
    .toContain(at.codeIds[1])
  await page.getByRole('button', { name: /^This passage/ }).tap()
  await accessible(page)
})
