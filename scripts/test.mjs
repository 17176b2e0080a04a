import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { browser } from './browser.mjs'
import { build, install, root, runPackage } from './house.mjs'

const reports = join(root, 'test-results')
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const failures = []

async function step(name, work) {
  console.log(`\n— ${name}`)
  try {
    await work()
  } catch (error) {
    failures.push(name)
    console.error(error.message)
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
await install()
await build()
await step('types', () => runPackage('typescript/bin/tsc', ['--noEmit']))
await step('lint', () => runPackage('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']))
await step('unit', () =>
  runPackage('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]),
)
const chromium = await browser()
await step('end to end', () =>
  runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
    ...(chromium ? { CHROMIUM: chromium } : {}),
  }),
)

const unit = read(vitestReport)
const whole = read(playwrightReport)?.stats
const passed = (unit?.numPassedTests ?? 0) + (whole?.expected ?? 0) + (whole?.flaky ?? 0)
const failed = (unit?.numFailedTests ?? 0) + (whole?.unexpected ?? 0)
const skipped = (unit?.numPendingTests ?? 0) + (whole?.skipped ?? 0)
if (failures.length > 0) console.error(`\nFailed: ${failures.join(', ')}`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failures.length > 0 || passed === 0 ? 1 : 0)
