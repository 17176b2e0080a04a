import { and, asc, eq } from 'drizzle-orm'
import type { ConsentLevel } from '@/core/masking/consent'
import type { Mark } from '@/core/masking/mark'
import { type Access, mustLead } from './access'
import { marksOf, refresh } from './masked-texts'
import { NotFound } from './refusal'
import { interviews, transcripts } from './schema'
import { consentMarks, nameMarks } from './schema-masking'

/** An interview's text as who leads looks at its masking: what was said, what stands for it, and what was marked by hand. Offsets are of the stored text. */
export type Preview = {
  readonly interview: { readonly id: string; readonly name: string }
  readonly transcriptId: string
  readonly text: string
  readonly marks: readonly Mark[]
  readonly hand: readonly {
    readonly id: string
    readonly start: number
    readonly end: number
    readonly name: boolean
  }[]
  readonly consent: readonly {
    readonly id: string
    readonly start: number
    readonly end: number
    readonly level: ConsentLevel
  }[]
}

/** The interviews of the project by name, to choose one. Throws Forbidden unless the person leads. */
export function choices(access: Access): readonly { readonly id: string; readonly name: string }[] {
  mustLead(access)
  return access.db
    .select({ id: interviews.id, name: interviews.name })
    .from(interviews)
    .where(eq(interviews.projectId, access.projectId))
    .orderBy(asc(interviews.nameKey))
    .all()
}

/** One interview. Throws Forbidden unless the person leads, NotFound. */
export function preview(access: Access, interviewId: string): Preview {
  mustLead(access)
  const row = access.db
    .select({ id: transcripts.id, text: transcripts.text, name: interviews.name })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(
      and(eq(interviews.projectId, access.projectId), eq(interviews.id, interviewId), eq(transcripts.current, true)),
    )
    .get()
  if (!row) throw new NotFound()
  refresh(access.db, access.projectId)
  const marks = marksOf(access.db, access.projectId).find((one) => one.current && one.transcriptId === row.id)?.marks
  const hand = access.db.select().from(nameMarks).where(eq(nameMarks.transcriptId, row.id)).all()
  const consent = access.db.select().from(consentMarks).where(eq(consentMarks.transcriptId, row.id)).all()
  return {
    interview: { id: interviewId, name: row.name },
    ...{ transcriptId: row.id, text: row.text, marks: marks ?? [] },
    hand: hand.map(({ id, start, end, nameId }) => ({ id, start, end, name: nameId !== null })),
    consent: consent.map(({ id, start, end, level }) => ({ id, start, end, level })),
  }
}
