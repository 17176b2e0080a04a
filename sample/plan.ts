import { places } from './lexicon'
import { apportion, type Random, random } from './random'
import type { Gender, Language, Region, Section, Side, Stakeholder, Unit } from './terms'

/** May what is said be used: quoted, only retold, or not at all. */
export const consents = ['quotable', 'paraphrase only', 'off the record'] as const
export type Consent = (typeof consents)[number]

/** Who is interviewed, where and when, before a word is said. */
export type Plan = {
  /** Its place in the study, from 0. */
  readonly number: number
  readonly section: Section
  readonly stakeholder: Stakeholder
  readonly region: Region
  readonly side: Side
  readonly neighbour: Region
  readonly year: number
  readonly language: Language
  readonly gender: Gender
  readonly consent: Consent
  readonly unit: Unit | null
  /** How many answers the respondent gives. */
  readonly turns: number
}

/** How the field went: of 101 interviews 55 and 46, over regions, stakeholders and years. Other sizes keep the proportions. */
const field = {
  sections: [
    ['RU-BY', 55],
    ['RU-KZ', 46],
  ],
  regions: {
    'RU-BY': [
      ...(['Pskov', 'Vitebsk', 'Bryansk', 'Gomel'] as const).map((region) => [region, 9] as const),
      ...[['Smolensk', 12] as const, ['Mogilev', 7] as const],
    ],
    'RU-KZ': [
      ...(['Orenburg', 'Omsk', 'Kostanay', 'North Kazakhstan', 'Pavlodar'] as const).map((name) => [name, 4] as const),
      ...(['Chelyabinsk', 'West Kazakhstan', 'East Kazakhstan'] as const).map((name) => [name, 3] as const),
      ...(['Astrakhan', 'Saratov', 'Samara', 'Kurgan', 'Altai Krai', 'Aktobe'] as const).map(
        (name) => [name, 2] as const,
      ),
      ...(['Volgograd', 'Tyumen', 'Novosibirsk', 'Altai Republic', 'Atyrau'] as const).map(
        (name) => [name, 1] as const,
      ),
    ],
  },
  stakeholders: {
    'RU-BY': [
      ['government', 17],
      ['business', 23],
      ['non-profit', 15],
    ],
    'RU-KZ': [
      ['government', 16],
      ['business', 16],
      ['non-profit', 14],
    ],
  },
  years: {
    'RU-BY': [
      ...[[2014, 9] as const, [2015, 14] as const, [2016, 13] as const],
      ...[[2017, 9] as const, [2018, 10] as const],
    ],
    'RU-KZ': [
      ...[[2014, 7] as const, [2015, 9] as const, [2016, 13] as const],
      ...[[2017, 8] as const, [2018, 9] as const],
    ],
  },
  consents: [
    ['quotable', 62],
    ['paraphrase only', 27],
    ['off the record', 12],
  ],
  /** Energy experts, all of 2017, by region, stakeholder and language, in the order in which larger studies repeat them. */
  energy: [
    ['Orenburg', 'non-profit', 'ru'],
    ['Pavlodar', 'government', 'ru'],
    ['Pavlodar', 'business', 'en'],
    ['Chelyabinsk', 'business', 'ru'],
    ['West Kazakhstan', 'government', 'ru'],
  ],
} as const

/** The plan of a study of so many interviews; the energy experts come out of the RU-KZ share. */
export function planned(seed: number, interviews: number): Plan[] {
  const chance = random(seed, 'plan')
  const sections = apportion(interviews, field.sections)
  const plans = (['RU-BY', 'RU-KZ'] as const).flatMap((section) =>
    ofSection(section, sections.filter((one) => one === section).length, chance),
  )
  return plans.map((plan, number) => ({ ...plan, number }))
}

type Unnumbered = Omit<Plan, 'number'>
type Cell = Pick<Plan, 'region' | 'stakeholder' | 'language' | 'unit'> & { readonly year: number | null }

function ofSection(section: Section, n: number, chance: Random): Unnumbered[] {
  const cells = cellsOf(section, n, chance)
  const years = chance.shuffled(apportion(cells.filter((cell) => cell.year === null).length, field.years[section]))
  const consents = chance.shuffled(apportion(n, field.consents))
  const plans = cells.map((cell, i): Unnumbered => {
    const { side, neighbours } = places[cell.region]
    return {
      section,
      side,
      stakeholder: cell.stakeholder,
      region: cell.region,
      language: cell.language,
      unit: cell.unit,
      neighbour: chance.pick(neighbours),
      year: cell.year ?? years.pop() ?? 2016,
      gender: chance.chance(0.45) ? 'f' : 'm',
      consent: consents[i] ?? 'quotable',
      turns: turnsOf(chance, cell.language, cell.stakeholder),
    }
  })
  // As in a field diary: by year, within it in no order.
  return chance.shuffled(plans).sort((a, b) => a.year - b.year)
}

/** Which respondents there are: energy experts first, the rest dealt so that stakeholders and languages are spread over the regions. */
function cellsOf(section: Section, n: number, chance: Random): Cell[] {
  const experts = section === 'RU-KZ' ? Math.round((n * field.energy.length) / 46) : 0
  const energy = Array.from({ length: experts }, (_, i): Cell => {
    const [region, stakeholder, language] = field.energy[i % field.energy.length] ?? field.energy[0]
    return { region, stakeholder, language, unit: 'energy', year: 2017 }
  })
  const left = <T>(all: readonly T[], taken: readonly T[]) => {
    const rest = [...all]
    for (const one of taken) {
      const at = rest.indexOf(one)
      if (at >= 0) rest.splice(at, 1)
    }
    return rest
  }
  const regions = left(
    apportion<Region>(n, field.regions[section]),
    energy.map((cell) => cell.region),
  ).slice(0, n - experts)
  const holders = left(
    apportion<Stakeholder>(n, field.stakeholders[section]),
    energy.map((cell) => cell.stakeholder),
  ).slice(0, n - experts)
  const bySide = [...regions].sort((a, b) => places[a].side.localeCompare(places[b].side, 'en'))
  const pairs = bySide.map((region, i) => ({ region, stakeholder: spread(holders, i) }))
  const ordered = [...pairs].sort(
    (a, b) =>
      a.stakeholder.localeCompare(b.stakeholder, 'en') ||
      places[a.region].side.localeCompare(places[b.region].side, 'en'),
  )
  const offset = chance.int(0, 3)
  const rest = ordered.map(
    (pair, i): Cell => ({ ...pair, language: (i + offset) % 4 === 0 ? 'en' : 'ru', unit: null, year: null }),
  )
  return [...energy, ...rest]
}

/** The `i`th when the values are dealt evenly: a value that is a third of all comes about every third time. */
function spread<T>(values: readonly T[], i: number): T {
  const value = values[(i * stride(values.length)) % values.length]
  if (value === undefined) throw new RangeError('Nothing to deal')
  return value
}

/** A step near the golden section of n without a common divisor, so that walking by it visits every place once. */
function stride(n: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  let step = Math.max(1, Math.round(n * 0.618))
  while (common(step, n) !== 1) step++
  return step
}

/**
 * Mostly thirteen to seventeen answers, some more: 1,200 to 2,500 words with the questions. Of English passages, and of those that only one trade can
 * say, there are fewer, so these interviews are shorter.
 */
function turnsOf(chance: Random, language: Language, stakeholder: Stakeholder): number {
  if (language === 'en') return chance.pick([12, 12, 13, 13, 14, 15])
  if (stakeholder === 'business') return chance.pick([12, 12, 13, 13, 14, 15, 16])
  return chance.pick([13, 14, 15, 15, 15, 16, 17, 18, 20, 20, 21, 22])
}
