import { and, eq, inArray } from 'drizzle-orm'
import type { CodebookVersion } from '@/core/codebook/versions'
import { differences, type Passage } from '@/core/rounds/differences'
import type { Round } from '@/core/rounds/round'
import type { Snapshot } from '@/core/rounds/snapshot'
import { snapshotThen } from '@/core/rounds/snapshot-then'
import type { Access } from './access'
import { keptFrom } from './blind'
import { codesOf, codesThen, versions } from './codebook-versions'
import { placesOf } from './masked-db'
import { Conflict, NotFound } from './refusal'
import { get, mustHaveFinished } from './rounds'
import { interviews, transcripts } from './schema'
import { rounds } from './schema-rounds'

/** A closed round with what it compared. */
export type Compared = { readonly round: Round; readonly snapshot: Snapshot }

/**
 * What a closed round compared, as it was kept. Throws NotFound, Conflict `roundOpen`, `notDone` when the person has interviews of it that are not done,
 * or any of its interviews is kept from them by another round: what others did there is not theirs to see yet.
 */
export function compared(access: Access, roundId: string): Compared {
  const round = get(access, roundId)
  if (round.state === 'open') throw new Conflict('roundOpen')
  mustHaveFinished(access, roundId)
  const row = access.db
    .select({ snapshot: rounds.snapshot })
    .from(rounds)
    .where(and(eq(rounds.projectId, access.projectId), eq(rounds.id, roundId)))
    .get()
  if (!row?.snapshot) throw new NotFound()
  const kept = new Set(keptFrom(access))
  if (row.snapshot.material.interviews.some(({ id }) => kept.has(id))) throw new Conflict('notDone')
  return { round, snapshot: row.snapshot }
}

/** The versions of the codebook before that of a round's closing, the newest first: those under which its figures can be computed too. */
export function versionsBefore(access: Access, snapshot: Snapshot): readonly CodebookVersion[] {
  return versions(access)
    .filter(({ at }) => at <= snapshot.at)
    .slice(1)
}

/**
 * What a closed round compared, under the codes of an earlier version of the codebook; of groups of codes that exclude each other the codes that were there. Throws as
 * `compared`, and NotFound for a version that is not among `versionsBefore`.
 */
export function comparedThen(access: Access, roundId: string, version: number): Compared {
  const { round, snapshot } = compared(access, roundId)
  if (!versionsBefore(access, snapshot).some(({ number }) => number === version)) throw new NotFound()
  const codes = codesOf(access, version)
  const there = new Set(codes.map(({ id }) => id))
  const groups = round.groups.map((group) => group.filter((id) => there.has(id))).filter((group) => group.length > 1)
  return { round: { ...round, groups }, snapshot: snapshotThen(snapshot, codes, codesThen(access, version)) }
}

/** How many characters around a passage are given with it, at most, on each side. */
const AROUND = 280

/** All passages of a closed round in their texts, ranges with `enough` overlap (0 to 1) being agreed. Throws as `compared`. */
export function passages(access: Access, roundId: string, enough: number): readonly Passage[] {
  const { snapshot } = compared(access, roundId)
  const places = new Map(
    Object.entries(snapshot.transcripts).map(([interview, id]) => [interview, placesOf(access.db, id)]),
  )
  const ids = [...places.values()].map(({ id }) => id)
  const texts = access.db
    .select({ interview: interviews.id, text: transcripts.text })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), inArray(transcripts.id, ids)))
    .all()
  const of = new Map(texts.map((row) => [row.interview, row.text]))
  return differences(snapshot, enough).map((stored) => {
    const at = places.get(stored.interview)?.shown ?? ((offset: number) => offset)
    const placed = <S extends { readonly start: number; readonly end: number }>(span: S): S => ({
      ...{ ...span, start: at(span.start, 'start'), end: at(span.end, 'end') },
    })
    const one = { ...stored, codings: stored.codings.map(placed), instead: stored.instead.map(placed) }
    const all = [...one.codings, ...one.instead]
    const from = Math.max(0, Math.min(...all.map(({ start }) => start)) - AROUND)
    const to = Math.max(...all.map(({ end }) => end)) + AROUND
    return { ...one, from, text: of.get(one.interview)?.slice(from, to) ?? '' }
  })
}
