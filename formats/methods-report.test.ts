import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { methodsDocxExporter } from './docx/methods-report'
import { methodsMarkdownExporter } from './markdown/methods-report'

const report = {
  title: 'Пилот – методы',
  notice: null,
  paragraphs: ['Two coders, seed 7.'],
  head: ['Code', 'Alpha'],
  rows: [['milk | wars', '0.86']],
  language: 'ru-RU',
}

it('is written as Markdown whose table keeps its columns, whatever a code is called', async () => {
  const { bytes } = await methodsMarkdownExporter.write(report)
  expect(new TextDecoder().decode(bytes)).toBe(
    '# Пилот – методы\n\nTwo coders, seed 7.\n\n| Code | Alpha |\n| :-- | --: |\n| milk \\| wars | 0.86 |\n',
  )
})

it('is written as a Word document with its paragraphs and its table', async () => {
  const { bytes } = await methodsDocxExporter.write(report)
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  for (const text of ['Пилот – методы', 'Two coders, seed 7.', 'milk | wars', '0.86']) expect(xml).toContain(text)
  expect(xml.match(/<w:tr>|<w:tr /g)).toHaveLength(2)
})

it('says what must not be missed right under its title', async () => {
  const noticed = { ...report, notice: 'Composed: nobody real speaks here.' }
  const { bytes } = await methodsMarkdownExporter.write(noticed)
  expect(new TextDecoder().decode(bytes).split('\n\n')[1]).toBe('**Composed: nobody real speaks here.**')
  const docx = await methodsDocxExporter.write(noticed)
  const xml = new TextDecoder().decode(unzipSync(docx.bytes)['word/document.xml'])
  expect(xml.indexOf('nobody real speaks')).toBeGreaterThan(xml.indexOf('Пилот'))
  expect(xml.indexOf('nobody real speaks')).toBeLessThan(xml.indexOf('Two coders'))
})
