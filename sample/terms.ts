import type { regionNames } from './regions'

export { regionNames } from './regions'

export const sections = ['RU-BY', 'RU-KZ'] as const
export type Section = (typeof sections)[number]

export const stakeholders = ['government', 'business', 'non-profit'] as const
export type Stakeholder = (typeof stakeholders)[number]

export const sides = ['Russia', 'Belarus', 'Kazakhstan'] as const
export type Side = (typeof sides)[number]

export const languages = ['ru', 'en'] as const
export type Language = (typeof languages)[number]

export const genders = ['m', 'f'] as const
export type Gender = (typeof genders)[number]

export const topics = [
  ...(['introduction', 'demography', 'identity', 'economy', 'trade', 'border', 'integration'] as const),
  ...(['suggestions', 'closing', 'digression'] as const),
] as const
export type Topic = (typeof topics)[number]

export const units = ['energy'] as const
export type Unit = (typeof units)[number]

export type Region = (typeof regionNames)[number]

/** What a text of a field is among the values it may have, or null. */
export function among<T extends string>(values: readonly T[], text: string): T | null {
  return values.find((value) => value === text) ?? null
}

/** A mistake in a file of the sample, with its place. */
export class SampleFault extends Error {
  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`)
  }
}
