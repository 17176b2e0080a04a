import { z } from 'zod'
import { headingModes, LEVELS, translationModes } from '@/core/quotes/desk'

const edits = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cut'), start: z.number(), end: z.number() }),
      z.strictObject({ kind: z.literal('insert'), at: z.number(), text: z.string() }),
    ]),
  )
  .readonly()

/** A row of `quote_items` as events keep it. */
export const storedItem = z.object({
  id: z.string(),
  deskId: z.string(),
  position: z.number(),
  kind: z.enum(['heading', 'quote']),
  level: z.number().min(1).max(LEVELS),
  text: z.string(),
  codingId: z.string().nullable(),
  words: z.string(),
  edits,
  translationLanguage: z.string().nullable(),
  translationWords: z.string(),
  translationEdits: edits,
})
/** See `storedItem`. */
export type StoredItem = z.output<typeof storedItem>

/** What is set on a desk, as events keep it. */
export const deskSettings = z.object({
  name: z.string(),
  shared: z.boolean(),
  translation: z.enum(translationModes),
  language: z.string(),
  headings: z.enum(headingModes),
  matrixBy: z.string().nullable(),
})

/** A removed desk as its event keeps it, with all that was on it. */
export const storedDesk = deskSettings.extend({
  id: z.string(),
  projectId: z.string(),
  ownerId: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  items: z.array(storedItem),
})

/** The ids of the items that an event put on a desk. */
export function itemsOf(after: unknown): readonly string[] {
  return z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse(after)
    .items.map((item) => item.id)
}
