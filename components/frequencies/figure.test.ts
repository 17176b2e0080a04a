import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { drawn, type Figure } from './figure'

const figure: Figure = {
  title: 'Codes & <groups>',
  caption: 'Interviews that mention a code, of 55.',
  columns: ['RU-BY · business', 'RU-KZ · business'],
  rows: [
    { name: 'trade', depth: 0, cells: [shown(12), shown(3)] },
    { name: 'milk wars', depth: 1, cells: [shown(4), { value: null, text: '' }] },
  ],
}
function shown(value: number) {
  return { value, text: String(value) }
}
const svg = drawn(figure, parseHTML('<!doctype html><html><body></body></html>').document)

test('a figure holds its title, caption, codes, headings and the number at each bar', () => {
  for (const text of [
    'Codes &amp; &lt;groups&gt;',
    'Interviews that mention a code, of 55.',
    '>trade<',
    'milk wars',
    'RU-BY',
    '>12<',
    '>3<',
    '>4<',
  ])
    expect(svg).toContain(text)
})
test('an empty cell has no bar', () => {
  expect(svg.match(/<rect /gu)?.length).toBe(1 + 3)
})
test('a figure is drawn on white and is as wide as its parts', () => {
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="680"/u)
  expect(svg).toContain('fill="white"')
})
