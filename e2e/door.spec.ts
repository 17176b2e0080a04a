import { door } from '@/db/access'
import { first } from '@/db/invitations'
import * as users from '@/db/users'
import { accessible, db, expect, person, project, signIn, test } from './house'

test('the first account is made from a one-time link, makes a project and invites a coder', async ({
  page,
  browser,
}) => {
  const token = first(door(db()))
  await page.goto(`/welcome/${token}`)
  await accessible(page)
  await page.getByLabel('Your name').fill('Olga')
  await page.getByLabel('E-mail address').fill('olga@example.org')
  await page.getByLabel(/^Password( \*)?$/).fill('a long password')
  await page.getByLabel('Password again').fill('a long password')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL('**/projects')
  await accessible(page)

  await page.getByRole('link', { name: 'New project' }).click()
  await page.getByLabel('Name').fill('Borderlands 2014-2018')
  await page.getByRole('button', { name: 'Make the project' }).click()
  await page.waitForURL('**/interviews')
  await page.getByRole('link', { name: 'Members' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByRole('status').locator('code').textContent()
  await accessible(page)

  const elsewhere = await browser.newContext()
  const guest = await elsewhere.newPage()
  await guest.goto(link ?? '')
  await guest.getByLabel('Your name').fill('Anna')
  await guest.getByLabel('E-mail address').fill('anna@example.org')
  await guest.getByLabel(/^Password( \*)?$/).fill('another long one')
  await guest.getByLabel('Password again').fill('another long one')
  await guest.getByRole('button', { name: 'Accept', exact: true }).click()
  await guest.waitForURL('**/projects')
  await expect(guest.getByRole('link', { name: 'Borderlands 2014-2018' })).toBeVisible()
  await guest.goto(link ?? '')
  await expect(guest.getByText('This link has been used')).toBeVisible()
  await page.goto(`/welcome/${token}`)
  await expect(page.getByText('This link has been used')).toBeVisible()
  await elsewhere.close()
})

test('a change of password ends the other sessions, and a disabled account is locked out at once', async ({
  page,
  browser,
}) => {
  const anna = person('Anna')
  await signIn(page, anna)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, anna)
  await page.goto('/account')
  await accessible(page)
  await page.getByLabel('Password now').fill(anna.password)
  await page.getByLabel('New password').fill('quite another password')
  const again = page.waitForResponse('**/callback/credentials')
  await page.getByRole('button', { name: 'Change it' }).click()
  expect((await again).ok()).toBe(true)
  await page.waitForLoadState('load')
  await expect(page.getByText('Signed in as Anna')).toBeVisible()
  await other.goto('/projects')
  await other.waitForURL('**/sign-in')
  await page.goto('/projects')
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible()
  users.setDisabled(door(db()), anna.email, true)
  await page.reload()
  await page.waitForURL('**/sign-in')
})

test('ten wrong passwords close the door for that account', async ({ page }) => {
  const boris = person('Boris')
  await page.goto('/sign-in')
  for (let attempt = 0; attempt < 11; attempt++) {
    await page.getByLabel('E-mail address').fill(boris.email)
    await page.getByLabel(/^Password( \*)?$/).fill(`wrong ${attempt}`)
    const answered = page.waitForResponse('**/callback/credentials')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await answered
  }
  await expect(page.getByText('Too many failed attempts')).toBeVisible()
})

test('the project of others is not found, whatever the page', async ({ page }) => {
  const theirs = project(person('Olga'))
  await signIn(page, person('Stranger'))
  for (const place of ['', '/interviews', '/codebook', '/frequencies', '/excerpts', '/members']) {
    await page.goto(`/projects/${theirs.projectId}${place}`)
    await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()
  }
})

test('the screens speak Russian', async ({ page }) => {
  const vera = person('Vera')
  await signIn(page, vera)
  await page.goto('/account')
  await page.getByText('Русский').click()
  await expect(page.getByRole('heading', { name: 'Учётная запись' })).toBeVisible()
  await page.goto('/projects')
  await expect(page.getByRole('heading', { name: 'Проекты' })).toBeVisible()
  await accessible(page)
})
