import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, runPackage } from './house.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApplication = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

function executable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function found() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    process.env.CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    macApplication,
  ]
  return candidates.find((path) => path && executable(path))
}

/** A Chromium to test with: CHROMIUM, one on the PATH, Debian's package when we may install it, else Playwright's own (undefined). */
export async function browser() {
  const here = found()
  if (here) return here
  const debian = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (debian) {
    await run('apt-get', ['update', '-qq'])
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core', 'fonts-liberation'],
      {
        DEBIAN_FRONTEND: 'noninteractive',
      },
    )
    return found()
  }
  await runPackage('@playwright/test/cli.js', ['install', 'chromium'])
  return undefined
}
