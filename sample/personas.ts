import type { Settlement } from './lexicon'

const centre: readonly Settlement[] = ['regional centre']
const district: readonly Settlement[] = ['district centre', 'border district']
const towns: readonly Settlement[] = ['regional centre', 'district centre']
const anywhere: readonly Settlement[] = ['regional centre', 'district centre', 'border district', 'village']
const countryside: readonly Settlement[] = ['village', 'border district']

/**
 * What a respondent can be, and in which settlements one meets it. A passage with a field `persona` can be said by these alone, and a
 * respondent is one of them from the introduction to the end.
 */
const one = {
  ...{ 'regional-office': centre, 'district-office': district, 'transport-office': towns, 'agriculture-office': towns },
  ...{ 'trade-office': towns, 'social-office': towns, statistics: centre },
  ...{ farmer: countryside, orchard: countryside, carrier: anywhere, minibus: district, trader: towns, broker: towns },
  ...{ dairy: towns, meat: towns, bakery: district, sweets: towns, mill: district, fish: towns, food: towns },
  ...{
    engineering: towns,
    metal: towns,
    furniture: towns,
    wood: district,
    sewing: towns,
    builder: towns,
    bureau: towns,
  },
  ...{ craft: countryside, cafe: district, tourism: towns, fuel: district, scrap: towns, workshop: towns },
  ...{ gas: centre, oil: centre, coal: centre, power: centre },
  ...{ chamber: centre, association: towns },
  ...{ university: centre, museum: towns, journalist: towns, community: anywhere, diaspora: centre, school: district },
  ...{ ecology: towns, youth: towns },
} as const satisfies Readonly<Record<string, readonly Settlement[]>>

const maker = [
  'dairy',
  'meat',
  'bakery',
  'sweets',
  'mill',
  'fish',
  'food',
  'engineering',
  'metal',
  'furniture',
  'wood',
  'sewing',
] as const
const family = [
  'craft',
  'cafe',
  'tourism',
  'minibus',
  'orchard',
  'workshop',
  'bureau',
  'fuel',
  'scrap',
  'sewing',
  'wood',
] as const

/** Names in the field `persona` that stand for several: `firm` is everybody who has goods to move, and so on. */
const groups = {
  maker,
  'small business': family,
  firm: [...maker, 'farmer', 'orchard', 'carrier', 'trader', 'builder', 'craft', 'workshop', 'fuel', 'scrap'],
  office: [
    ...(['regional-office', 'district-office', 'transport-office', 'agriculture-office', 'trade-office'] as const),
    ...(['social-office', 'statistics'] as const),
  ],
  society: ['museum', 'journalist', 'community', 'diaspora', 'school', 'ecology', 'youth'],
  energy: ['gas', 'oil', 'coal', 'power'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof one)[]>>

/** What a field `persona` can name. */
export const personaNames: readonly string[] = [...Object.keys(one), ...Object.keys(groups)]

/** The personas that names of the field `persona` stand for. */
export function personasOf(names: readonly string[]): string[] {
  const known: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(groups))
  return [...new Set(names.flatMap((name) => known.get(name) ?? [name]))]
}

/** The settlements in which any of these personas is met; anywhere when nothing is known of the respondent. */
export function settlementsOf(names: ReadonlySet<string> | null): readonly Settlement[] {
  if (names === null) return anywhere
  const found = Object.entries(one).flatMap(([name, where]) => (names.has(name) ? where : []))
  return anywhere.filter((settlement) => found.includes(settlement))
}
