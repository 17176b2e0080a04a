import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Decision, DecisionReason } from '@/core/rounds/decision'
import { commonStretch, type Difference, differences, joined } from '@/core/rounds/differences'
import type { Snapshot } from '@/core/rounds/snapshot'
import { fold, tidy } from '@/core/text/fold'
import { wordOffsets } from '@/core/text/words'
import { type Access, inHouse, mustLead } from './access'
import { compared } from './agreement'
import { place } from './codings'
import { record } from './events'
import { Conflict, NotFound, Refusal } from './refusal'
import { codes, codings, projects, transcripts } from './schema'
import { decisions, reasons } from './schema-rounds'

/**
 * What is decided: the consensus takes these of the coders' codings (A's, B's, both, or another code's), none, a passage drawn anew with any code, or
 * the question waits. Ranges are UTF-16 offsets into the text that the round compared.
 */
export type Verdict =
  | { readonly kind: 'take'; readonly codings: readonly string[] }
  | { readonly kind: 'neither' }
  | { readonly kind: 'draw'; readonly code: string; readonly start: number; readonly end: number }
  | { readonly kind: 'postponed' }

/** Why a decision fell as it did: a reason of the project's list, and words of one's own. */
export type Why = { readonly reasonId: string | null; readonly note: string }

/** The project's reasons in their order. */
export function reasonList(access: Access): readonly DecisionReason[] {
  return access.db
    .select({ id: reasons.id, name: reasons.name })
    .from(reasons)
    .where(eq(reasons.projectId, access.projectId))
    .orderBy(asc(reasons.position), asc(reasons.nameKey))
    .all()
}

/** Adds a reason at the end of the list. Throws Forbidden unless the person leads, Conflict `nameTaken`. */
export function addReason(access: Access, wanted: string): DecisionReason {
  mustLead(access)
  return access.db.transaction(() => {
    const name = tidy(wanted)
    const all = reasonList(access)
    if (name === '') throw new Conflict('nameEmpty')
    if (all.some((one) => fold(one.name) === fold(name))) throw new Conflict('nameTaken', { name })
    const id = crypto.randomUUID()
    const row = { id, projectId: access.projectId, name, nameKey: fold(name), position: all.length }
    access.db.insert(reasons).values(row).run()
    record(access, 'reason.add', id, null, { name })
    return { id, name }
  })
}

/** The decisions of a closed round by the keys of their differences. Throws as `compared`. */
export function ofRound(access: Access, roundId: string): ReadonlyMap<string, Decision> {
  compared(access, roundId)
  return new Map(stored(access, roundId).map((one) => [one.key, one]))
}

/**
 * Decides a difference of a closed round, or decides it anew: what an earlier decision made goes, what this one asks for comes. `seen` is the version
 * of the decision that the person saw, 0 for none. Throws Forbidden unless the person leads, NotFound for a key, coding, code or reason that is not
 * there, Conflict `changedSince` when somebody else decided meanwhile or the text has been corrected, Refusal `outsideText`.
 */
export function decide(
  access: Access,
  roundId: string,
  key: string,
  seen: number,
  verdict: Verdict,
  why: Why,
): Decision {
  mustLead(access)
  return access.db.transaction(() => {
    const { snapshot } = compared(access, roundId)
    return decideOne(access, roundId, snapshot, differences(snapshot, 1), { key, seen, verdict, why })
  })
}

/** A difference by its key, how it is to be decided, and the version of the decision that the person saw, 0 for none. */
export type Deciding = { readonly key: string; readonly seen: number; readonly verdict: Verdict; readonly why: Why }

/** Decides many differences of a closed round, all or none, each as `decide` does: the round is compared once and not for every one of them. */
export function decideAll(access: Access, roundId: string, all: readonly Deciding[]): readonly Decision[] {
  mustLead(access)
  return access.db.transaction(() => {
    const { snapshot } = compared(access, roundId)
    const open = differences(snapshot, 1)
    return all.map((one) => decideOne(access, roundId, snapshot, open, one))
  })
}

function decideOne(
  access: Access,
  roundId: string,
  snapshot: Snapshot,
  open: readonly Difference[],
  { key, seen, verdict, why }: Deciding,
): Decision {
  const difference = open.find((one) => one.key === key)
  if (!difference) throw new NotFound()
  if (why.reasonId !== null && !reasonList(access).some((one) => one.id === why.reasonId)) throw new NotFound('gone')
  return write(access, roundId, snapshot, difference, seen, {
    kind: verdict.kind,
    wanted: wanted(difference, verdict),
    why,
  })
}

/** Takes a decision back: the difference is open again and what was made of it goes. Throws Forbidden, NotFound `gone`, Conflict `changedSince`. */
export function undo(access: Access, roundId: string, key: string, seen: number): void {
  mustLead(access)
  access.db.transaction(() => {
    const { snapshot } = compared(access, roundId)
    const [before] = stored(access, roundId, key)
    if (!before) throw new NotFound('gone')
    if (before.version !== seen) throw new Conflict('changedSince')
    const transcriptId = snapshot.transcripts[interviewOf(snapshot, key)] ?? null
    const was = { ...remembered(access, before), transcriptId }
    access.db
      .delete(decisions)
      .where(and(eq(decisions.roundId, roundId), eq(decisions.key, key)))
      .run()
    unmake(access, before.made)
    record(access, 'decision.remove', roundId, was, null)
  })
}

/** A decision as an event remembers it: with the ranges of what it made, since these are deleted with it. */
export type RememberedDecision = Pick<Decision, 'key' | 'verdict' | 'reasonId' | 'note'> & {
  readonly spans: readonly Wanted[]
}

/** Makes a decision stand again as it was. Throws Forbidden, NotFound for a difference that is not there any more, and as `compared`. */
export function putBack(access: Access, roundId: string, was: RememberedDecision): Decision {
  mustLead(access)
  return access.db.transaction(() => {
    const { snapshot } = compared(access, roundId)
    const difference = differences(snapshot, 1).find(({ key }) => key === was.key)
    if (!difference) throw new NotFound('gone')
    const reasonId = reasonList(access).some(({ id }) => id === was.reasonId) ? was.reasonId : null
    const seen = stored(access, roundId, was.key)[0]?.version ?? 0
    return write(access, roundId, snapshot, difference, seen, {
      ...{ kind: was.verdict, wanted: was.spans, why: { reasonId, note: was.note } },
    })
  })
}

function remembered(asking: Access, decision: Decision): Decision & { readonly spans: readonly Wanted[] } {
  const access = inHouse(asking)
  const spans = access.db
    .select({ code: codings.codeId, start: codings.start, end: codings.end })
    .from(codings)
    .where(inArray(codings.id, [...decision.made]))
    .orderBy(asc(codings.start), asc(codings.end), asc(codings.codeId))
    .all()
  return { ...decision, spans }
}

/**
 * Takes over all that is agreed and not decided: the same code by every coder with at least `enough` overlap (0 to 1) of every two. The consensus gets
 * the stretch that all of them marked. Answers how many were taken. Throws Forbidden, and as `compared`.
 */
export function takeOver(access: Access, roundId: string, enough: number): number {
  mustLead(access)
  return access.db.transaction(() => {
    const { snapshot } = compared(access, roundId)
    const known = new Set(stored(access, roundId).map((one) => one.key))
    const agreed = differences(snapshot, enough).filter(({ standing, key }) => standing === 'agreed' && !known.has(key))
    const why = { reasonId: null, note: '' }
    for (const one of agreed) {
      const spans = commonStretch(one).map((span) => ({ ...span, code: one.code }))
      write(access, roundId, snapshot, one, 0, { kind: 'rule', wanted: spans, why })
    }
    return agreed.length
  })
}

type Wanted = { readonly code: string; readonly start: number; readonly end: number }
type Writing = { readonly kind: Decision['verdict']; readonly wanted: readonly Wanted[]; readonly why: Why }

function wanted(difference: Difference, verdict: Verdict): readonly Wanted[] {
  switch (verdict.kind) {
    case 'draw':
      return [{ code: verdict.code, start: verdict.start, end: verdict.end }]
    case 'take': {
      const there = [...difference.codings, ...difference.instead]
      const taken = verdict.codings.map((id) => there.find((one) => one.id === id))
      if (taken.length === 0 || taken.includes(undefined)) throw new NotFound('gone')
      const byCode = new Map<string, Wanted[]>()
      for (const one of taken) if (one) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one])
      return [...byCode].flatMap(([code, spans]) => joined(spans).map((span) => ({ ...span, code })))
    }
    default:
      return []
  }
}

function write(
  access: Access,
  roundId: string,
  snapshot: Snapshot,
  { key, interview }: Difference,
  seen: number,
  { kind, wanted, why }: Writing,
): Decision {
  const [before] = stored(access, roundId, key)
  if ((before?.version ?? 0) !== seen) throw new Conflict('changedSince')
  const transcriptId = snapshot.transcripts[interview] ?? ''
  const was = before ? remembered(access, before) : null
  const made = wanted.map((one) => make(access, transcriptId, one))
  const row = {
    ...{ key, verdict: kind, made, reasonId: why.reasonId, note: why.note.trim() },
    ...{ decidedBy: access.userId, decidedAt: Date.now(), version: seen + 1 },
  }
  access.db
    .insert(decisions)
    .values({ id: crypto.randomUUID(), roundId, interviewId: interview, ...row })
    .onConflictDoUpdate({ target: [decisions.roundId, decisions.key], set: row })
    .run()
  unmake(access, before?.made ?? [])
  const now = { ...remembered(access, row), transcriptId }
  record(access, was ? 'decision.change' : 'decision.add', roundId, was, now)
  return row
}

/** The consensus's coding of a passage, the one that is there already where there is one. */
function make(access: Access, transcriptId: string, { code, start, end }: Wanted): string {
  const text = access.db
    .select({ text: transcripts.text, current: transcripts.current })
    .from(transcripts)
    .where(eq(transcripts.id, transcriptId))
    .get()
  if (!text?.current) throw new Conflict('changedSince')
  if (!(start >= 0 && start < end && end <= text.text.length)) throw new Refusal('outsideText')
  const coderId = consensusOf(access)
  const known = access.db
    .select({ id: codes.id })
    .from(codes)
    .where(and(eq(codes.projectId, access.projectId), eq(codes.id, code)))
    .get()
  if (!known) throw new NotFound('gone')
  const at = { transcriptId, codeId: code, coderId, start, end }
  const same = access.db
    .select({ id: codings.id })
    .from(codings)
    .where(and(...equal(at)))
    .get()
  if (same) return same.id
  const id = crypto.randomUUID()
  const placed = place({ text: text.text, words: wordOffsets(text.text) }, { start, end })
  access.db
    .insert(codings)
    .values({ id, ...at, ...placed, createdAt: Date.now(), updatedAt: Date.now() })
    .run()
  return id
}

function equal(at: { transcriptId: string; codeId: string; coderId: string; start: number; end: number }) {
  return [
    ...[eq(codings.transcriptId, at.transcriptId), eq(codings.codeId, at.codeId), eq(codings.coderId, at.coderId)],
    ...[eq(codings.start, at.start), eq(codings.end, at.end)],
  ]
}

/** Takes away codings of the consensus that no decision asks for any more. */
function unmake(access: Access, ids: readonly string[]): void {
  if (ids.length === 0) return
  const asked = new Set(
    access.db
      .select({ made: decisions.made })
      .from(decisions)
      .all()
      .flatMap(({ made }) => made),
  )
  const free = ids.filter((id) => !asked.has(id))
  access.db
    .delete(codings)
    .where(and(inArray(codings.id, free), eq(codings.coderId, consensusOf(access))))
    .run()
}

function consensusOf(access: Access): string {
  const row = access.db
    .select({ id: projects.consensusId })
    .from(projects)
    .where(eq(projects.id, access.projectId))
    .get()
  if (!row) throw new NotFound()
  return row.id
}

function interviewOf({ material }: Snapshot, key: string): string {
  return material.interviews.find(({ id }) => key.startsWith(`${id}:`))?.id ?? ''
}

/** The decisions of a round, or the one of a difference. */
function stored(access: Access, roundId: string, key?: string): readonly Decision[] {
  return access.db
    .select({
      key: decisions.key,
      verdict: decisions.verdict,
      made: decisions.made,
      reasonId: decisions.reasonId,
      note: decisions.note,
      decidedBy: decisions.decidedBy,
      decidedAt: decisions.decidedAt,
      version: decisions.version,
    })
    .from(decisions)
    .where(and(eq(decisions.roundId, roundId), key === undefined ? undefined : eq(decisions.key, key)))
    .orderBy(asc(decisions.key))
    .all()
}
