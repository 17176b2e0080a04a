import { z } from 'zod'

/** A row of `codings` as events and corrections keep it, so that it can come back as it was. Offsets half-open, UTF-16. */
export const storedCoding = z.object({
  id: z.string(),
  transcriptId: z.string(),
  codeId: z.string(),
  coderId: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  wordStart: z.number(),
  wordEnd: z.number(),
  comment: z.string(),
  weight: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
})
