import { z } from 'zod'
import type { SearchParams } from '@/app/search-params'
import { type Meeting, type MeetingUnit, meetingUnits } from '@/core/analysis/co-occurrence'
import type { Choices } from '@/core/excerpts/choices'
import { type ChoiceSettings, choiceOf, choiceParams, choiceSearch } from '../choice-settings'

/** How a cell is shown: at how many places, or by the coefficient. */
export const coShows = ['count', 'coefficient'] as const
/** One of `coShows`. */
export type CoShow = (typeof coShows)[number]

/** What the page of co-occurrence shows, as its URL says it. `pair` is the cell whose places are listed from `from` on. */
export type CoSettings = ChoiceSettings & {
  readonly unit: MeetingUnit
  readonly words: number
  readonly show: CoShow
  /** The network draws pairs with at least so many places; 0 = as many pairs as it has room for. */
  readonly least: number
  readonly pair: readonly [string, string] | null
  readonly from: number
}

const Given = z.object({
  ...choiceParams,
  unit: z.enum(meetingUnits).catch('overlap'),
  words: z.coerce.number().int().min(0).max(1000).catch(20),
  show: z.enum(coShows).catch('count'),
  least: z.coerce.number().int().min(0).max(100_000).catch(0),
  a: z.string().catch(''),
  b: z.string().catch(''),
  from: z.coerce.number().int().min(0).catch(0),
})

/** Reads the URL's search params; what is not understood, or names what is there no more, is left out. */
export function settingsOf(params: SearchParams, known: Choices): CoSettings {
  const given = Given.parse(params)
  const is = (id: string) => known.codes.some((code) => code.id === id)
  return {
    ...choiceOf(given, known),
    unit: given.unit,
    words: given.words,
    show: given.show,
    least: given.least,
    pair: is(given.a) && is(given.b) ? [given.a, given.b] : null,
    from: given.from,
  }
}

/** The search params that say these settings. */
export function searchOf(settings: CoSettings): string {
  const search = choiceSearch(settings)
  if (settings.unit !== 'overlap') search.set('unit', settings.unit)
  if (settings.unit === 'near' && settings.words !== 20) search.set('words', String(settings.words))
  if (settings.show !== 'count') search.set('show', settings.show)
  if (settings.least > 0) search.set('least', String(settings.least))
  if (settings.pair) {
    search.set('a', settings.pair[0])
    search.set('b', settings.pair[1])
    if (settings.from > 0) search.set('from', String(settings.from))
  }
  return search.toString()
}

/** Where codes meet, as core asks for it. */
export function meetingOf({ unit, words }: CoSettings): Meeting {
  return { unit, words }
}
