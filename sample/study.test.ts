import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { wordCount } from '@/core/text/words'
import { coded } from './coders'
import { type ComposedInterview, compose, wordsOf } from './compose'
import { places } from './lexicon'
import { readMaterial } from './material'
import { personasOf } from './personas'

const material = readMaterial()
const study = compose(material)
const work = coded(study)
const { interviews } = study

function tally<T>(all: readonly T[], key: (one: T) => string): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const one of all) counted[key(one)] = (counted[key(one)] ?? 0) + 1
  return counted
}

describe('the passages', () => {
  test('are at least 350 in Russian and 150 in English, of 30 to 150 words, 60 of the Russian ones translated', () => {
    const by = tally(material.passages, (one) => one.language)
    expect(by.ru).toBeGreaterThanOrEqual(350)
    expect(by.en).toBeGreaterThanOrEqual(150)
    const wrong = material.passages.filter(({ text }) => wordCount(text) < 30 || wordCount(text) > 150)
    expect(wrong.map((one) => one.id)).toEqual([])
    const translated = material.passages.filter((one) => one.language === 'ru' && one.translation !== null)
    expect(translated.length).toBeGreaterThanOrEqual(60)
  })

  test('are each another: no id and no text twice', () => {
    expect(new Set(material.passages.map((one) => one.id)).size).toBe(material.passages.length)
    expect(new Set(material.passages.map((one) => one.text)).size).toBe(material.passages.length)
  })

  test('mention no year that is still to come when they may first be said', () => {
    const ordinals: Readonly<Record<string, number>> = {
      ...{ четырнадцат: 2014, пятнадцат: 2015, шестнадцат: 2016, семнадцат: 2017, восемнадцат: 2018 },
    }
    const mentioned = (text: string) => [
      ...[
        ...text.matchAll(
          /(?<!двадцать |тридцать )(\p{L}+надцат)(?:ого|ом|ый|ому)(?! (?:числа|рук|века|апреля|августа))/gu,
        ),
      ].map((found) => ordinals[found[1] ?? ''] ?? 0),
      ...[
        ...text.matchAll(
          /(?:in|since|spring of|summer of|autumn of|winter of|August of|November of|December of) (fourteen|fifteen|sixteen|seventeen|eighteen)\b(?! \p{L}+s\b)/gu,
        ),
      ].map((found) => 2014 + ['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'].indexOf(found[1] ?? '')),
      ...[...text.matchAll(/\b201[4-8]\b/g)].map(([year]) => Number(year)),
      ...(/«Платон»|\bPlaton\b|EAEU|ЕАЭС/u.test(text) ? [2015] : []),
    ]
    const early = material.passages.filter(({ text, years }) => mentioned(text).some((year) => year > years.from))
    expect(early.map((one) => one.id)).toEqual([])
    expect(material.passages.filter(({ text }) => mentioned(text).some((year) => year > 2014)).length).toBeGreaterThan(
      30,
    )
  })

  test('say who speaks where a trade is claimed in the first person', () => {
    const claim =
      /(?:^|[.!?] )Я (?:возил|брокер|фермер|садовод|перевозчик|технолог|шофёр)|Мы дистрибуция|у меня (?:четыре|три|два|девять) (?:заправк|магазин|рефрижератор|микроавтобус)|моё кафе|козья сыроварня|I have (?:nine shops|a restaurant|two hundred hectares)|I need four tractor drivers|we make (?:children|pumps)/iu
    const claims = material.passages.filter(({ text }) => claim.test(text))
    expect(claims.length).toBeGreaterThan(12)
    expect(claims.filter(({ personas, unit }) => personas === null && unit === null).map((one) => one.id)).toEqual([])
  })

  test('every code of the codebook is described and argued somewhere', () => {
    const argued = new Set(material.passages.flatMap((one) => one.codes))
    const leaves = material.codebook.filter(
      ({ path }) => !material.codebook.some((one) => one.path.startsWith(`${path}/`)),
    )
    expect(leaves.filter(({ path }) => !argued.has(path)).map((one) => one.path)).toEqual([])
    for (const code of material.codebook)
      for (const part of [code.definition, code.include, code.exclude, code.example]) expect(part).not.toBe('')
    expect(Math.max(...material.codebook.map(({ path }) => path.split('/').length))).toBeLessThanOrEqual(3)
  })
})

describe('the interviews', () => {
  test('are 101: 55 and 46 by section, in the regions, of the stakeholders and years of the study', () => {
    expect(tally(interviews, (one) => one.values.section ?? '')).toEqual({ 'RU-BY': 55, 'RU-KZ': 46 })
    const regions = (section: string) =>
      new Set(interviews.filter((one) => one.plan.section === section).map((one) => one.plan.region))
    expect([...regions('RU-BY')].toSorted()).toEqual(['Bryansk', 'Gomel', 'Mogilev', 'Pskov', 'Smolensk', 'Vitebsk'])
    expect(regions('RU-KZ').size).toBe(19)
    for (const { plan } of interviews) {
      expect(plan.side).toBe(places[plan.region].side)
      expect(plan.year).toBeGreaterThanOrEqual(2014)
      expect(plan.year).toBeLessThanOrEqual(2018)
    }
    for (const section of ['RU-BY', 'RU-KZ'])
      expect(
        Object.keys(
          tally(
            interviews.filter((one) => one.plan.section === section),
            (one) => one.plan.stakeholder,
          ),
        ).toSorted(),
      ).toEqual(['business', 'government', 'non-profit'])
    expect(
      interviews
        .filter((one) => one.plan.unit === 'energy')
        .every((one) => one.plan.year === 2017 && one.plan.section === 'RU-KZ'),
    ).toBe(true)
    expect(interviews.filter((one) => one.plan.unit === 'energy').length).toBeGreaterThan(2)
  })

  test('are Russian in about three quarters, with every consent', () => {
    const { ru = 0, en = 0 } = tally(interviews, (one) => one.plan.language)
    expect(ru / (ru + en)).toBeGreaterThan(0.7)
    expect(ru / (ru + en)).toBeLessThan(0.8)
    expect(Object.keys(tally(interviews, (one) => one.plan.consent))).toHaveLength(3)
  })

  test('have 1,200 to 2,500 words each and say that they were composed', () => {
    const wrong = interviews.filter((one) => wordsOf(one) < 1200 || wordsOf(one) > 2500)
    expect(wrong.map((one) => `${one.name}: ${wordsOf(one)}`)).toEqual([])
    for (const { read } of interviews) expect(read.text.slice(0, 600)).toMatch(/составлен|composed/iu)
  })

  test('use no passage more than 8 times, none twice in one, and no two share more than a fifth of their answers', () => {
    const uses = tally(
      interviews.flatMap((one) => one.answers),
      (one) => one.passage,
    )
    expect(Math.max(...Object.values(uses))).toBeLessThanOrEqual(8)
    const said = interviews.map((one) => new Set(one.answers.map((answer) => answer.passage)))
    interviews.forEach((one, i) => {
      expect(said[i]?.size).toBe(one.answers.length)
      for (let j = 0; j < i; j++) {
        const shared = [...(said[j] ?? [])].filter((id) => said[i]?.has(id)).length
        const fewer = Math.min(one.answers.length, interviews[j]?.answers.length ?? 0)
        expect(shared).toBeLessThanOrEqual(fewer / 5)
      }
    })
  })

  test('keep each passage to the sections, sides, stakeholders, years, regions and grammar that it was written for', () => {
    const passage = new Map(material.passages.map((one) => [one.id, one]))
    for (const { plan, answers, name } of interviews)
      for (const { passage: id } of answers) {
        const one = passage.get(id)
        const fits =
          one?.language === plan.language &&
          one.sections.includes(plan.section) &&
          one.sides.includes(plan.side) &&
          one.stakeholders.includes(plan.stakeholder) &&
          one.years.from <= plan.year &&
          plan.year <= one.years.to &&
          (one.gender === null || one.gender === plan.gender) &&
          (one.regions === null || one.regions.includes(plan.region)) &&
          (one.unit === null || one.unit === plan.unit)
        expect(fits, `${name}: ${id}`).toBe(true)
      }
  })

  test('leave no slot unfilled, no double space, no doubled preposition', () => {
    const faults = interviews.flatMap(({ name, read }) =>
      [...read.text.matchAll(/[{}]|\S {2,}\S|(?<![\p{L}-])(в|на|из|к|с|о|по) \1(?![\p{L}-])|undefined|\?\?|,,/giu)].map(
        (found) => `${name}: ${read.text.slice(Math.max(0, found.index - 20), found.index + 30)}`,
      ),
    )
    expect(faults).toEqual([])
  })

  test('let nobody speak out of another trade: one respondent is one persona in every answer of their own', () => {
    const passage = new Map(material.passages.map((one) => [one.id, one]))
    const energy = new Set(personasOf(['energy']))
    const faults = interviews.flatMap(({ name, plan, answers }) => {
      const bound = answers
        .filter(({ told }) => !told)
        .flatMap((answer) => passage.get(answer.passage)?.personas ?? [])
        .filter((one, i, all) => all.indexOf(one) === i)
      const said = answers.filter(({ told }) => !told).map((answer) => passage.get(answer.passage)?.personas ?? bound)
      // An energy expert is one in an industry and has an office beside it.
      const kinds = plan.unit === 'energy' ? [said.filter(inEnergy), said.filter((one) => !inEnergy(one))] : [said]
      return kinds.every(
        (kind) => kind.length === 0 || kind.some((some) => some.some((one) => kind.every((all) => all.includes(one)))),
      )
        ? []
        : [name]
    })
    expect(faults).toEqual([])
    function inEnergy(personas: readonly string[]) {
      return personas.some((one) => energy.has(one))
    }
  })

  test('hand on the words of another trade only as an acquaintance’s, twice an interview at most, and only in business', () => {
    const told = interviews.flatMap(({ name, plan, read, answers }) =>
      answers
        .filter((answer) => answer.told)
        .map((answer) => ({ name, plan, answers, text: read.text.slice(answer.start, answer.end) })),
    )
    expect(told.length).toBeGreaterThan(20)
    expect(told.length).toBeLessThan(interviews.flatMap((one) => one.answers).length / 15)
    for (const { name, plan, answers, text } of told) {
      expect(plan.stakeholder, name).toBe('business')
      expect(answers.filter((answer) => answer.told).length, name).toBeLessThanOrEqual(2)
      expect(text, name).toMatch(plan.language === 'ru' ? /^[^«»]+: «[^«»]+[.?!…]?»\.?$/u : /^[^“”]+: “[^“”]+”$/u)
    }
  })

  test('ask what is answered: a question after a code stands before an answer whose main code it is', () => {
    const codes = new Map(material.passages.map((one) => [one.id, one.codes[0]]))
    for (const { name, plan, read, answers } of interviews) {
      const asked = answers.map(({ start }) => {
        const at = read.turns.findIndex((turn) => turn.said === start)
        const turn = read.turns[at - 1]
        return read.text.slice(turn?.said, turn?.end)
      })
      expect(new Set(asked).size, name).toBe(asked.length)
      answers.forEach((answer, i) => {
        const question = material.questions[plan.language].find((one) => one.text === asked[i])
        expect(question, `${name}: ${asked[i]}`).toBeDefined()
        if (question && question.codes.length > 0)
          expect(question.codes, `${name}: ${asked[i]}`).toContain(codes.get(answer.passage))
      })
    }
  })

  test('let nobody tell the same story twice, or two that cannot both be true', () => {
    const facts = new Map(material.passages.map((one) => [one.id, one.facts]))
    for (const { name, answers } of interviews) {
      const own = answers.filter(({ told }) => !told).flatMap((answer) => facts.get(answer.passage) ?? [])
      expect(new Set(own).size, name).toBe(own.length)
    }
  })
})

describe('what is counted makes sense', () => {
  const mentions = (code: string) =>
    interviews.filter((one) =>
      one.answers.some((answer) => answer.codes.some((path) => path === code || path.startsWith(`${code}/`))),
    )
  const share = (among: readonly ComposedInterview[], is: (one: ComposedInterview) => boolean) =>
    among.filter(is).length / Math.max(1, among.length)

  test('milk wars nearly only in RU-BY and mostly business', () => {
    expect(mentions('trade/milk wars').length).toBeGreaterThan(8)
    expect(share(mentions('trade/milk wars'), (one) => one.plan.section === 'RU-BY')).toBeGreaterThan(0.9)
    expect(share(mentions('trade/milk wars'), (one) => one.plan.stakeholder === 'business')).toBeGreaterThan(0.5)
  })

  test('kazakhization only in RU-KZ and mostly non-profit and government, energy only in RU-KZ, phytosanitary on both', () => {
    expect(share(mentions('identity/kazakhization'), (one) => one.plan.section === 'RU-KZ')).toBe(1)
    expect(share(mentions('identity/kazakhization'), (one) => one.plan.stakeholder !== 'business')).toBeGreaterThan(0.6)
    expect(share(mentions('economy/energy complex'), (one) => one.plan.section === 'RU-KZ')).toBe(1)
    const both = tally(mentions('trade/non-tariff barriers/phytosanitary'), (one) => one.plan.section)
    expect(Math.min(both['RU-BY'] ?? 0, both['RU-KZ'] ?? 0)).toBeGreaterThan(3)
    const ventures = tally(mentions('economy/joint ventures'), (one) => one.plan.section)
    expect(ventures['RU-BY'] ?? 0).toBeGreaterThan(ventures['RU-KZ'] ?? 0)
  })
})

describe('the coders', () => {
  const coders = (at: number) =>
    new Set(work.codings.filter((one) => one.interview === at && one.coder !== 'consensus').map((one) => one.coder))

  test('code 30 interviews by two or three, the rest by one', () => {
    const sizes = interviews.map((_, at) => coders(at).size)
    expect(sizes.filter((n) => n >= 2)).toHaveLength(30)
    expect(sizes.filter((n) => n === 1)).toHaveLength(71)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3)
  })

  test('put every coding on words of the text, cut to no half word', () => {
    for (const { interview, start, end } of work.codings) {
      const text = interviews[interview]?.read.text ?? ''
      expect(start).toBeLessThan(end)
      expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
      expect(`${text[start - 1] ?? ' '}${text[end] ?? ' '}`).toMatch(/^[^\p{L}][^\p{L}]$/u)
    }
  })

  test('agree from poor to very good by code', () => {
    const rounds = work.rounds.flatMap((round) => round.interviews)
    const answers = rounds.flatMap((at) => (interviews[at]?.answers ?? []).map((answer) => ({ at, ...answer })))
    const alphas = material.codebook.flatMap(({ path }) => {
      const units = answers.map(({ at, start, end }) =>
        [...coders(at)].map((coder) =>
          work.codings.some(
            (one) =>
              one.interview === at && one.coder === coder && one.code === path && one.start < end && one.end > start,
          ),
        ),
      )
      const yes = units.flat().filter(Boolean).length
      return yes < 10 ? [] : [alpha(units)]
    })
    expect(alphas.length).toBeGreaterThan(12)
    expect(Math.min(...alphas)).toBeLessThan(0.55)
    expect(Math.max(...alphas)).toBeGreaterThan(0.8)
  })
})

/** Krippendorff's nominal alpha of two values, as in 2019, section 12.3. */
function alpha(units: readonly (readonly boolean[])[]): number {
  let same = 0
  let yes = 0
  let n = 0
  for (const values of units) {
    if (values.length < 2) continue
    const k = values.filter(Boolean).length
    same += (k * (k - 1) + (values.length - k) * (values.length - k - 1)) / (values.length - 1)
    yes += k
    n += values.length
  }
  return 1 - (1 - same / n) / (1 - (yes * (yes - 1) + (n - yes) * (n - yes - 1)) / (n * (n - 1)))
}

describe('a seed', () => {
  const digest = (seed: number, size: number) =>
    createHash('sha256')
      .update(JSON.stringify(compose(material, { seed, interviews: size })))
      .digest('hex')

  test('gives the same study byte for byte, another seed another', () => {
    expect(digest(3, 20)).toBe(digest(3, 20))
    expect(digest(3, 20)).not.toBe(digest(4, 20))
  })

  test('gives a study of any size', () => {
    for (const size of [1, 7, 150])
      expect(compose(material, { seed: 7, interviews: size }).interviews).toHaveLength(size)
  })
})
