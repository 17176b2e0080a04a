import { expect, test } from 'vitest'
import { withDensity } from './png'

test('a PNG says 300 dpi right behind its header', () => {
  const png = Uint8Array.from({ length: 50 }, (_, i) => i)
  const dense = withDensity(png, 300)
  expect([...dense.subarray(0, 33)]).toEqual([...png.subarray(0, 33)])
  expect([...dense.subarray(54)]).toEqual([...png.subarray(33)])
  // 11811 pixels a metre and the checksum, as libpng writes this chunk.
  expect(Buffer.from(dense.subarray(33, 54)).toString('hex')).toBe('000000097048597300002e2300002e230178a53f76')
})
