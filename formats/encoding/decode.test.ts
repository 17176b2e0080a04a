import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode } from './decode'

const russian =
  'И: Расскажите, пожалуйста, как вы сюда приехали?\r\nР: Приехал я в семьдесят втором году — по распределению, после «политеха». Ёлки, подъезд, объявление.\r\n'
/** KOI8-R and DOS have neither dash nor these quotation marks. */
const plain = russian.replace(/[—«»]/gu, '"')
const ukrainian = 'Розкажіть, будь ласка, про її життя: чи є ще щось? Київ і Львів, ґанок.'

describe('finding an encoding', () => {
  test.each([
    ['windows-1251', russian],
    ['KOI8-R', plain],
    ['CP866', plain],
    ['MacCyrillic', russian],
    ['ISO-8859-5', plain],
    ['UTF-8', russian],
    ['UTF-16LE', russian],
    ['UTF-16BE', russian],
    ['windows-1251', ukrainian],
    ['KOI8-U', ukrainian],
    ['windows-1252', 'Größe – “schön”: très bien, ¿cómo está usted? Mañana será otro día, señor.'],
    ['windows-1252', 'It’s “fine” — really, I don’t know… that’s it.'],
    ['windows-1250', 'Dzień dobry, proszę opowiedzieć, jak się pani tu żyje. Źle, łatwo, ćma'],
    ['ISO-8859-2', 'Dzień dobry, proszę opowiedzieć, jak się pani tu żyje. Źle, łatwo, ćma'],
    ['Shift_JIS', '今日は、私たちの仕事について話します。'],
    ['EUC-JP', '今日は、私たちの仕事について話します。'],
    ['GB18030', '大家早上好！今天我想聊聊，这是我们的一项工作，也汇集了来自许多人的想法。'],
    ['EUC-KR', '안녕하세요 저는 학생입니다. 그리고 있는 사람은'],
  ])('%s without a mark', (encoding, text) => {
    expect(decode(new Uint8Array(iconv.encode(text, encoding)))).toEqual({ text, encoding, broken: 0 })
  })

  test.each(['UTF-8', 'UTF-16LE', 'UTF-16BE'])('%s with its mark, which is no part of the text', (encoding) => {
    expect(decode(new Uint8Array(iconv.encode(russian, encoding, { addBOM: true })))).toEqual({
      text: russian,
      encoding,
      broken: 0,
    })
  })

  test('a whole text in capitals is not taken for one with its cases the other way round', () => {
    const shouted = plain.toUpperCase()
    for (const encoding of ['windows-1251', 'KOI8-R'])
      expect(decode(new Uint8Array(iconv.encode(shouted, encoding)))?.text).toBe(shouted)
  })

  test('UTF-8 that was cut in the middle of a letter is still UTF-8, with one broken place', () => {
    const bytes = new TextEncoder().encode(russian.repeat(3))
    const letter = bytes.lastIndexOf(0xd0) + 1
    expect(decode(bytes.subarray(0, letter))).toMatchObject({ encoding: 'UTF-8', broken: 1 })
  })

  test('bytes that are no text have no encoding', () => {
    expect(decode(Uint8Array.from({ length: 3000 }, (_, at) => (at * at * 31) % 256))).toBe(null)
    expect(
      decode(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])),
    ).toBe(null)
  })
})
