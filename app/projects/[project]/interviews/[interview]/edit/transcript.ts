import { z } from 'zod'
import { speakerRoles } from '@/core/text/turn'

const offset = z.int().min(0)
/** A transcript as it comes over the wire. */
export const Transcript = z.strictObject({
  text: z.string().max(5_000_000),
  turns: z.array(
    z.strictObject({
      start: offset,
      end: offset,
      said: offset,
      speaker: offset.nullable(),
      time: z.number().nullable(),
    }),
  ),
  speakers: z.array(z.strictObject({ name: z.string().min(1).max(500), role: z.enum(speakerRoles) })),
})
