/** How a code is coded: how often it is overlooked, and which codes it is taken for. */
export type Difficulty = { readonly missed: number; readonly mistaken: number; readonly for: readonly string[] }

const neighbours: Readonly<Record<string, readonly string[]>> = {
  'demography/natural decline': ['demography/ageing villages'],
  'demography/ageing villages': ['demography/natural decline', 'demography/out-migration of the young'],
  'demography/fewer contacts': ['border/buses and trains cut'],
  'demography/emigration of Russians': ['demography/out-migration of the young'],
  'identity/homogeneous borderland': ['identity/belarusization', 'demography/fewer contacts'],
  'identity/kazakhization': [
    'identity/kazakhization/schools and language',
    'identity/kazakhization/administrative elite',
  ],
  'identity/kazakhization/merging of regions': ['identity/kazakhization'],
  'economy/joint ventures': ['economy/path dependence'],
  'economy/path dependence': ['economy/autonomisation', 'economy/joint ventures'],
  'economy/autonomisation': ['economy/path dependence', "integration/at the other side's expense"],
  'economy/energy complex': ['economy/energy complex/coal', 'economy/energy complex/oil'],
  'economy/small business across the border': ['economy/small business across the border/registration'],
  'economy/small business across the border/registration': ['economy/small business across the border/taxes'],
  'economy/small business across the border/test ground': ['economy/small business across the border'],
  'trade/non-tariff barriers': ['trade/non-tariff barriers/technical regulation', 'border/checks that remained'],
  'trade/non-tariff barriers/technical regulation': ['trade/non-tariff barriers'],
  'trade/food flooding the market': ["integration/at the other side's expense", 'trade/milk wars'],
  'border/checks that remained': ['trade/non-tariff barriers'],
  'integration/benefits': ['integration/four freedoms'],
  'integration/costs': ['integration/asymmetry'],
  'integration/asymmetry': ['integration/costs', "integration/at the other side's expense"],
  "integration/at the other side's expense": ['integration/asymmetry', 'integration/costs'],
  'integration/four freedoms': ['integration/benefits', 'border/checks that remained'],
  'integration/needs time': ['integration/EU as a model'],
  'integration/weak powers of regions': ['integration/asymmetry', 'suggestions'],
  suggestions: ['integration/weak powers of regions'],
}

const hard = new Set([
  ...[
    'integration/costs',
    'integration/asymmetry',
    "integration/at the other side's expense",
    'integration/needs time',
  ],
  ...['identity/kazakhization', 'economy/path dependence', 'economy/small business across the border'],
])
const fair = new Set([
  ...['integration/benefits', 'integration/four freedoms', 'integration/weak powers of regions', 'suggestions'],
  ...['economy/autonomisation', 'economy/joint ventures', 'economy/energy complex', 'trade/non-tariff barriers'],
  ...['trade/food flooding the market', 'identity/homogeneous borderland', 'demography/fewer contacts'],
  ...['demography/ageing villages', 'demography/natural decline', 'border/checks that remained'],
])

/** How difficult a code is. What is a thing (a ban, a fuel, a bus) is easy, what is a judgement is hard. */
export function difficultyOf(path: string): Difficulty {
  const taken = neighbours[path] ?? []
  if (hard.has(path)) return { missed: 0.26, mistaken: 0.24, for: taken }
  if (fair.has(path)) return { missed: 0.12, mistaken: 0.1, for: taken }
  return { missed: 0.03, mistaken: taken.length > 0 ? 0.03 : 0, for: taken }
}
