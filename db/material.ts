import { and, asc, eq, inArray } from 'drizzle-orm'
import type { CountedInterview, Material } from '@/core/frequencies/material'
import { outline } from '@/core/frequencies/outline'
import type { Coder } from '@/core/project'
import type { Access } from './access'
import { materialThen } from './material-then'
import { passages } from './passages'
import { codes, interviews, interviewValues, transcripts, users } from './schema'

type Kept = { readonly stamp: string; readonly materials: Map<string, Material> }
const kept = new WeakMap<object, Kept>()

/**
 * Everything that is counted and quoted in the project, as this person may see it: codings on current transcripts only. Kept until anything
 * at all changes in the database (SQLite's data_version for other connections, total_changes for this one), so paging reads it once. With a `version`: under the
 * codes of that version of the codebook (see `materialThen`). Throws NotFound for one that is not there.
 */
export function material(access: Access, version: number | null = null): Material {
  const client = access.db.$client
  const stamp = `${client.pragma('data_version', { simple: true })} ${client.prepare('select total_changes()').pluck().get()}`
  let known = kept.get(client)
  if (known?.stamp !== stamp) {
    known = { stamp, materials: new Map() }
    kept.set(client, known)
  }
  const key = `${access.projectId} ${access.userId}`
  const ready = known.materials.get(key) ?? read(access)
  known.materials.set(key, ready)
  if (version === null) return ready
  const then = known.materials.get(`${key} ${version}`) ?? materialThen(access, ready, version)
  known.materials.set(`${key} ${version}`, then)
  return then
}

function read(access: Access): Material {
  const rows = outline(
    access.db
      .select({
        id: codes.id,
        parentId: codes.parentId,
        name: codes.name,
        position: codes.position,
        colour: codes.colour,
      })
      .from(codes)
      .where(eq(codes.projectId, access.projectId))
      .all(),
  )
  const counted = interviewsOf(access)
  const read = passages(
    access,
    counted.map((one) => one.id),
    rows.map((row) => row.code.id),
  )
  return { interviews: counted, codes: rows, coders: codersOf(access, read.coderIds), passages: read.passages }
}

function interviewsOf(access: Access): readonly CountedInterview[] {
  const values = new Map<string, Record<string, string>>()
  const stored = access.db
    .select({ id: interviewValues.interviewId, variable: interviewValues.variableId, value: interviewValues.value })
    .from(interviewValues)
    .innerJoin(interviews, eq(interviews.id, interviewValues.interviewId))
    .where(eq(interviews.projectId, access.projectId))
    .all()
  for (const { id, variable, value } of stored) {
    const own = values.get(id) ?? {}
    own[variable] = value
    values.set(id, own)
  }
  return access.db
    .select({
      id: interviews.id,
      name: interviews.name,
      words: transcripts.words,
      interviewerWords: transcripts.interviewerWords,
    })
    .from(interviews)
    .innerJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .where(eq(interviews.projectId, access.projectId))
    .orderBy(asc(interviews.createdAt), asc(interviews.nameKey))
    .all()
    .map((one) => ({ ...one, values: values.get(one.id) ?? {} }))
}

function codersOf(access: Access, ids: readonly string[]): readonly Coder[] {
  const rows = access.db
    .select({ id: users.id, name: users.name, kind: users.kind })
    .from(users)
    .where(inArray(users.id, [...ids]))
    .all()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? { id, name: '', kind: 'person' })
}
