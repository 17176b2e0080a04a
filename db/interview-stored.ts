import { z } from 'zod'
import { speakerRoles } from '@/core/text/turn'
import { storedCoding } from './coding-stored'

const turn = z.object({
  start: z.number(),
  end: z.number(),
  said: z.number(),
  speaker: z.string().nullable(),
  time: z.number().nullable(),
})

/** A removed interview as its event keeps it: the rows of all tables that went with it. */
export const storedInterview = z.object({
  interview: z.object({
    id: z.string(),
    name: z.string(),
    nameKey: z.string(),
    language: z.string(),
    file: z.string(),
    createdAt: z.number(),
  }),
  transcripts: z.array(
    z.object({
      id: z.string(),
      interviewId: z.string(),
      version: z.number(),
      current: z.boolean(),
      text: z.string(),
      turns: z.array(turn),
      length: z.number(),
      words: z.number(),
      interviewerWords: z.array(z.number()),
      createdAt: z.number(),
      createdBy: z.string().nullable().default(null),
    }),
  ),
  values: z.array(z.object({ interviewId: z.string(), variableId: z.string(), value: z.string() })),
  speakers: z.array(
    z.object({
      id: z.string(),
      interviewId: z.string(),
      name: z.string(),
      role: z.enum(speakerRoles),
      position: z.number(),
    }),
  ),
  codings: z.array(storedCoding),
  places: z.array(z.object({ userId: z.string(), interviewId: z.string(), offset: z.number(), at: z.number() })),
})
