import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { CountedInterview, Material } from '@/core/frequencies/material'
import { outline } from '@/core/frequencies/outline'
import type { Coder } from '@/core/project'
import type { Access } from './access'
import { latest } from './events'
import { houseOf } from './masked-db'
import { materialThen } from './material-then'
import { joinedPassages, type PassageParts, passageParts } from './passages'
import { codes, events, interviews, interviewValues, transcripts, users } from './schema'

type Kept = {
  readonly stamp: string
  /** The newest event that is in it. */
  readonly seq: number
  readonly parts: PassageParts
  readonly material: Material
  readonly versions: Map<number, Material>
}
const kept = new WeakMap<object, Map<string, Kept>>()

/**
 * Everything that is counted and quoted in the project, as this person may see it: codings on current transcripts only. Kept until anything
 * at all changes in the database (SQLite's data_version for other connections, total_changes for this one); when by the events nothing did but single codings, only
 * the interviews of these are read anew. With a `version`: under the codes of that version of the codebook (see `materialThen`). Throws NotFound for one that is not there.
 */
export function material(access: Access, version: number | null = null): Material {
  const client = access.db.$client
  const stamp = `${client.pragma('data_version', { simple: true })} ${client.prepare('select total_changes()').pluck().get()}`
  const all = kept.get(client) ?? new Map<string, Kept>()
  kept.set(client, all)
  const key = `${access.projectId} ${access.userId}`
  const known = all.get(key)
  const now = known?.stamp === stamp ? known : read(access, stamp, known)
  all.set(key, now)
  if (version === null) return now.material
  const then = now.versions.get(version) ?? materialThen(access, now.material, version)
  now.versions.set(version, then)
  return then
}

function read(access: Access, stamp: string, known: Kept | undefined): Kept {
  // Before the reading: what happens in between is read twice rather than never.
  const seq = latest(access)
  // Marked names change what is shown without an event of a coding.
  const touched = known && houseOf(access.db) === access.db ? touchedSince(access, known.seq) : null
  const before = touched === null || !known ? anew(access) : known.material
  const interviewIds = before.interviews.map((one) => one.id)
  const codeIds = before.codes.map((row) => row.code.id)
  const coderIds = before.coders.map((one) => one.id)
  const parts = new Map(touched === null || !known ? [] : known.parts)
  for (const id of touched ?? []) parts.delete(id)
  if (touched === null || touched.size > 0)
    for (const [id, part] of passageParts(access, interviewIds, codeIds, coderIds, touched)) parts.set(id, part)
  const passages = touched?.size === 0 && known ? known.material.passages : joinedPassages(parts, interviewIds)
  const material = { ...before, coders: codersOf(access, coderIds), passages }
  return { stamp, seq, parts, material, versions: new Map() }
}

/** Happens without touching what is counted. */
const ELSEWHERE = /^(memo|question|translation|desk|analysis|consent|export|reason)\./
const MANY = 500

/** The interviews of the codings that something happened to behind an event; null when more than codings may be different. */
function touchedSince(access: Access, seq: number): ReadonlySet<string> | null {
  const rows = access.db
    .select({
      kind: events.kind,
      transcript: sql<
        string | null
      >`coalesce(json_extract(${events.after}, '$.transcriptId'), json_extract(${events.before}, '$.transcriptId'))`,
    })
    .from(events)
    .where(and(eq(events.projectId, access.projectId), gt(events.seq, seq)))
    .limit(MANY + 1)
    .all()
    .filter(({ kind }) => !ELSEWHERE.test(kind))
  const one = /^coding\.(add|change|remove|restore)$/
  if (rows.length > MANY || rows.some(({ kind, transcript }) => !one.test(kind) || transcript === null)) return null
  const ids = [...new Set(rows.flatMap(({ transcript }) => transcript ?? []))]
  const found = access.db
    .select({ id: transcripts.interviewId })
    .from(transcripts)
    .where(inArray(transcripts.id, ids))
    .all()
  return new Set(found.map(({ id }) => id))
}

function anew(access: Access): Material {
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
  return { interviews: interviewsOf(access), codes: rows, coders: [], passages: joinedPassages(new Map(), []) }
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
