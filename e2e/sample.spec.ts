import { mine } from '@/db/projects'
import { accessible, expect, person, signIn, test } from './house'

test('the sample study is loaded, shows every role at work, and is deleted and loaded again', async ({ page }) => {
  test.setTimeout(120_000)
  const anna = person('Anna')
  await signIn(page, anna)
  for (let time = 0; time < 2; time++) {
    await page.getByRole('button', { name: 'Load the sample study' }).click()
    const link = page.getByRole('link', { name: /Borderlands 2014-2018/ })
    await expect(link).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('101 interviews ·')).toBeVisible()
    await accessible(page)
    await link.click()
    await expect(page.getByText('Composed sample: no real interviewee speaks here.')).toBeVisible()
    // On a phone, too, and in what is printed.
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.getByText('Composed sample: no real interviewee speaks here.')).toBeInViewport()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Composed sample: no real interviewee speaks here.')).toBeVisible()
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.getByRole('link', { name: 'Rounds' }).click()
    await page.getByRole('link', { name: 'First round' }).click()
    await expect(page.getByText('Vera Lomova (sample)').first()).toBeVisible()
    await expect(page.getByText('Igor Sanin (sample)').first()).toBeVisible()
    await accessible(page)
    const report = await page.request.get(`${page.url()}/report?format=md`)
    expect(await report.text()).toContain('no real interviewee speaks here')
    await page.goto('/projects')
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Borderlands 2014-2018 (composed sample)')
    await accessible(page)
    await dialog.getByRole('button', { name: /Delete/ }).click()
    await expect(link).toBeHidden()
    expect(mine(anna.account)).toEqual([])
  }
})
