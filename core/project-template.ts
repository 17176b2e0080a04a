import type { Variable } from '@/core/variable'

/** A variable before it is stored. */
export type NewVariable = Omit<Variable, 'id'>

/**
 * The variables that a new project may start from: expert interviews in a borderland. They are ordinary variables,
 * to be renamed, filled and removed like any other; nothing in the program knows them.
 */
export const projectTemplate: readonly NewVariable[] = [
  { name: 'section', kind: 'category', categories: ['RU-BY', 'RU-KZ'] },
  { name: 'stakeholder', kind: 'category', categories: ['government', 'business', 'non-profit'] },
  { name: 'side', kind: 'category', categories: ['Russia', 'Belarus', 'Kazakhstan'] },
  {
    name: 'region',
    kind: 'category',
    categories: [
      ...['Pskov', 'Smolensk', 'Bryansk', 'Vitebsk', 'Mogilev', 'Gomel'],
      ...['Astrakhan', 'Volgograd', 'Saratov', 'Samara', 'Orenburg', 'Chelyabinsk', 'Kurgan', 'Tyumen', 'Omsk'],
      ...['Novosibirsk', 'Altai Krai', 'Altai Republic'],
      ...['Atyrau', 'West Kazakhstan', 'Aktobe', 'Kostanay', 'North Kazakhstan', 'Pavlodar', 'East Kazakhstan'],
    ],
  },
  { name: 'year', kind: 'number', categories: [] },
]
