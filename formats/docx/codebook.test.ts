import { expect, test } from 'vitest'
import { docx } from '.'
import { codebookDocxExporter } from './codebook'

test('a printed codebook reads back with every code, text and example in order', async () => {
  const { bytes } = await codebookDocxExporter.write({
    ...{ title: 'Borderlands – Codebook', subtitle: ['2 codes'], notice: 'Composed.', language: 'en-GB' },
    codes: [
      { name: 'trade', depth: 0, fields: [], quotes: [] },
      {
        ...{ name: 'молочные войны', depth: 9 },
        fields: [{ label: 'Definition', text: 'Bans & checks <on> milk\u0001' }],
        quotes: [{ text: 'Стояли три недели.', reference: 'rb-01' }],
      },
    ],
  })
  const read = await docx.read('codebook.docx', bytes, {})
  if ('refused' in read) throw new Error(read.refused.key)
  expect(read.value.text.split('\n').filter((line) => line !== '')).toEqual([
    ...['Borderlands – Codebook', '2 codes', 'Composed.', 'trade', 'молочные войны'],
    ...['Definition: Bans & checks <on> milk', 'Стояли три недели.', 'rb-01'],
  ])
})
