import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { curvesDrawn } from './curves'
import { matrixDrawn } from './matrix'
import { networkDrawn } from './network'
import { stripsDrawn } from './strips'

const { document } = parseHTML('<!doctype html><html><body></body></html>')
const legend = { title: 'Codes & codes', caption: 'n = 12 interviews.', alt: 'Most often: a – b.' }

test('a matrix has its names, a shaded cell and a number for each value, and nothing for what is not counted', () => {
  const cells = [
    { value: 2, text: 'two' },
    { value: null, text: '' },
  ]
  const svg = matrixDrawn({ ...legend, columns: ['x <1>', 'y'], rows: [{ name: 'trade', depth: 0, cells }] }, document)
  for (const text of [
    'Codes &amp; codes',
    'n = 12 interviews.',
    'Most often: a – b.',
    'x &lt;1&gt;',
    '>trade<',
    '>two<',
  ])
    expect(svg).toContain(text)
  expect(svg.match(/<rect /gu)).toHaveLength(2)
})
test('a network draws each link with its number between nodes that are named', () => {
  const nodes = ['trade', 'milk', 'costs'].map((name) => ({ name, size: 4 }))
  const links = [{ from: 0, to: 2, value: 3, text: 'three' }]
  for (const directed of [true, false]) {
    const svg = networkDrawn({ ...legend, nodes, links, directed }, document)
    for (const text of ['>trade<', '>milk<', '>costs<', '>three<']) expect(svg).toContain(text)
    expect(svg.match(/<circle /gu)).toHaveLength(3)
    expect(svg).not.toContain('NaN')
  }
})
test('curves end in their names and are told apart without colour', () => {
  const curve = { points: [3, 5, 5], mark: 2 }
  const curves = [
    { ...curve, name: 'RU-BY' },
    { ...curve, name: 'RU-KZ' },
  ]
  const svg = curvesDrawn({ ...legend, x: 'interviews', y: 'codes', curves }, document)
  for (const text of ['>RU-BY<', '>RU-KZ<', '6 3', '>2<']) expect(svg).toContain(text)
  expect(svg).not.toContain('NaN')
})
test('strips have a bar for each place, and a small one is still seen at the very end', () => {
  const panels = ['RB-1', 'RB <2>'].map((name) => ({ name, bars: [{ line: 1, from: 1, to: 1 }] }))
  const svg = stripsDrawn({ ...legend, lines: ['trade', 'milk'], panels }, document)
  for (const text of ['>RB-1<', 'RB &lt;2&gt;', '>milk<', 'width="1.5"']) expect(svg).toContain(text)
  expect(svg.match(/<rect /gu)).toHaveLength(3)
})
