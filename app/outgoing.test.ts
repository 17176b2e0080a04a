import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What these let out is no file of a project's words: a copy of the house for who runs it. */
const others = ['app/backups/download/route.ts']

test('every route that lets a file out takes it from what may go out', () => {
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => `app/${file}`)
    .filter((file) => file.endsWith('/route.ts') && readFileSync(file, 'utf8').includes('fileResponse('))
  expect(routes.length).toBeGreaterThan(5)
  const unasked = routes.filter(
    (file) => !others.includes(file) && !/forExport|forFigures|[a-z]Out\(/.test(readFileSync(file, 'utf8')),
  )
  expect(unasked).toEqual([])
})

test('the files of every analysis are asked the same', () => {
  const analysis = 'app/projects/[project]/analysis'
  const routes = readdirSync(analysis, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('route.ts'),
  )
  expect(routes.length).toBeGreaterThan(4)
  const unasked = routes.filter((file) => !/forFigures|taken\(/.test(readFileSync(`${analysis}/${file}`, 'utf8')))
  expect(unasked).toEqual([])
  expect(readFileSync(`${analysis}/shown.tsx`, 'utf8')).toContain('search, true)')
  expect(readFileSync(`${analysis}/opened.ts`, 'utf8')).toContain('goesOut ? forFigures(member)')
})

test('every such route says of a composed project that nobody real speaks in it', () => {
  const routes = readdirSync('app/projects/[project]', { recursive: true, encoding: 'utf8' })
    .map((file) => `app/projects/[project]/${file}`)
    .filter((file) => file.endsWith('.ts') && readFileSync(file, 'utf8').includes('fileResponse('))
  expect(routes.length).toBeGreaterThan(6)
  expect(routes.filter((file) => !/composed[\s\S]*\('composed'\)/.test(readFileSync(file, 'utf8')))).toEqual([])
})
