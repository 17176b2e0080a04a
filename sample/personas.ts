import type { Settlement } from './lexicon'

const centre: readonly Settlement[] = ['regional centre']
const district: readonly Settlement[] = ['district centre', 'border district']
const anyTown: readonly Settlement[] = ['regional centre', 'district centre']
const anywhere: readonly Settlement[] = ['regional centre', 'district centre', 'border district', 'village']
const countryside: readonly Settlement[] = ['village', 'border district']

/**
 * What a respondent can be, and in which settlements one meets it. A passage with a field `persona` can be said by these alone, and a
 * respondent is one of them from the introduction to the end.
 */
export const personas = {
  // government
  'regional-office': centre,
  'district-office': district,
  'transport-office': anyTown,
  'agriculture-office': anyTown,
  'trade-office': anyTown,
  'social-office': anyTown,
  statistics: centre,
  customs: anyTown,
  // business
  farmer: countryside,
  dairy: anyTown,
  food: anyTown,
  mill: district,
  carrier: anywhere,
  trader: anywhere,
  builder: anyTown,
  engineering: anyTown,
  metal: anyTown,
  broker: anyTown,
  energy: centre,
  // between the two
  chamber: anyTown,
  // non-profit
  university: centre,
  museum: anyTown,
  journalist: anyTown,
  community: anywhere,
  diaspora: anyTown,
  school: anywhere,
  ecology: anyTown,
  youth: anyTown,
} as const satisfies Readonly<Record<string, readonly Settlement[]>>

export type Persona = keyof typeof personas

/** The settlements in which any of these personas is met; anywhere when nothing is known of the respondent. */
export function settlementsOf(names: ReadonlySet<string> | null): readonly Settlement[] {
  if (names === null) return anywhere
  const found = Object.entries(personas).flatMap(([name, where]) => (names.has(name) ? where : []))
  return anywhere.filter((one) => found.includes(one))
}
