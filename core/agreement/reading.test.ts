import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import ru from '@/messages/ru.json'
import { continuaMeasures, otherContinuaMeasures, ratingsMeasures } from './measures'
import { altman, fleiss, krippendorff, landisKoch, readingOf } from './reading'
import { figure, none, type Reason } from './result'

const around = { prevalence: 0.1, interviews: 20, marked: 12 }
const interval = { low: 0.66, high: 0.81, level: 0.95 }

describe('a reading', () => {
  it('names Krippendorff for alpha, Landis & Koch for kappa, and nobody where nobody gave a threshold', () => {
    const read = (measure: string, value: number) =>
      readingOf(measure, { result: figure(value, 100), ...around }, interval)
    expect(read('alpha_nominal', 0.74)).toEqual({
      key: 'krippendorff.tentative',
      values: { value: 0.74, author: 'Krippendorff 2004' },
    })
    expect(read('alpha_nominal', 0.667).key).toBe('krippendorff.tentative')
    expect(read('alpha_nominal', 0.8).key).toBe('krippendorff.reliable')
    expect(read('cohen_kappa', 0.74).key).toBe('landisKoch.substantial')
    expect(read('cohen_kappa', -0.1).key).toBe('landisKoch.poor')
    expect(read('nvivo', 0.74).key).toBe('fleiss.fair')
    expect(read('gamma', 0.74).key).toBe('noScale')
  })

  it('says too few instead of a verdict with fewer than five interviews marked, or an interval wider than 0.4', () => {
    const result = figure(0.9, 100)
    expect(readingOf('alpha_nominal', { result, ...around, marked: 4 }, null).key).toBe('tooFew.interviews')
    expect(readingOf('alpha_nominal', { result, ...around }, { low: 0.5, high: 0.95, level: 0.95 }).key).toBe(
      'tooFew.width',
    )
  })

  it('gives the reason when there is no figure', () => {
    expect(readingOf('alpha_nominal', { result: none('no_pairable'), ...around }, null).key).toBe('none.no_pairable')
  })
})

describe.each([
  ['en', en],
  ['ru', ru],
] as const)('the messages in %s', (locale, messages) => {
  const say = createTranslator({
    locale,
    messages: messages.agreement,
    onError: (error) => {
      throw error
    },
  })
  const has = (key: string) => key.split('.').reduce<unknown>((at, part) => Object(at)[part], messages.agreement)

  it('have a name for every measure, every reason and every band', () => {
    const ids = [...ratingsMeasures, ...continuaMeasures, ...otherContinuaMeasures].map(({ id }) => id)
    const reasons: Reason[] = ['empty', 'one_coder', 'no_pairable', 'no_variation', 'not_exclusive', 'not_applicable']
    const bands = [krippendorff, landisKoch, fleiss, altman].flatMap(({ id, bands }) =>
      bands.map(({ key }) => `reading.${id}.${key}`),
    )
    for (const key of [
      ...ids.map((id) => `measure.${id}`),
      ...reasons.flatMap((r) => [`reason.${r}`, `reading.none.${r}`]),
      ...bands,
    ]) {
      expect(has(key), key).toBeTypeOf('string')
    }
  })

  it('read as sentences, plurals included', () => {
    expect(say('reading.krippendorff.tentative', { author: 'Krippendorff 2004' })).toContain('Krippendorff 2004')
    for (const marked of [0, 1, 2, 5]) expect(say('reading.tooFew.interviews', { marked, least: 5 })).toContain('5')
    expect(say('reading.tooFew.width', { low: 0.2, high: 0.7, widest: 0.4 })).toMatch(/0?[.,]20.*0?[.,]70/)
    expect(say('reading.none.not_exclusive', { passages: 3 })).toContain('3')
    expect(say('beside.units', { units: 412 })).toContain('412')
    expect(say('beside.prevalence', { share: 0.09 })).toMatch(/9\s?%/)
  })
})
