import { z } from 'zod'
import { storedCoding } from './coding-stored'

/** A removed code as its event keeps it: the rows of itself and all that was under it, parents first, and everybody's codings with them. */
export const storedCodes = z.object({
  codes: z.array(
    z.object({
      id: z.string(),
      parentId: z.string().nullable(),
      name: z.string(),
      nameKey: z.string(),
      position: z.number(),
      colour: z.number(),
      definition: z.string(),
      include: z.string(),
      exclude: z.string(),
      example: z.string(),
      aliases: z.array(z.string()),
      archived: z.boolean().default(false),
      createdBy: z.string().nullable(),
      createdAt: z.number(),
    }),
  ),
  codings: z.array(storedCoding),
})
/** See `storedCodes`. */
export type StoredCodes = z.output<typeof storedCodes>
