import type { Code } from '@/core/codebook/code'
import type { Coding } from '@/core/coding'

/** A coding as the screen holds it: the quote is in the text already. */
export type Mark = Omit<Coding, 'quote'>

/** The parts of a coding that may be changed. */
export type Change = { readonly [K in 'codeId' | 'start' | 'end' | 'comment' | 'weight']?: Mark[K] }

/** A code as it is made on the spot. */
export type NewCode = Pick<Code, 'id' | 'parentId' | 'name' | 'colour'>

/** One thing to be stored. `before` is what is shown again when it is given up; `on` the text that its offsets are places of. */
export type Write =
  | { readonly kind: 'add'; readonly mark: Mark; readonly on?: string }
  | { readonly kind: 'change'; readonly id: string; readonly to: Change; readonly before: Mark; readonly on?: string }
  | { readonly kind: 'remove'; readonly id: string; readonly before: Mark }
  | { readonly kind: 'restore'; readonly mark: Mark }
  | { readonly kind: 'code'; readonly code: NewCode }

export type Marks = ReadonlyMap<string, Mark>

/** The id of the coding (or code) that a write is about. */
export function subjectOf(write: Write): string {
  if (write.kind === 'code') return write.code.id
  return 'mark' in write ? write.mark.id : write.id
}

/** The codings as they are after a write; the same map when it changes nothing. */
export function written(marks: Marks, write: Write): Marks {
  if (write.kind === 'code') return marks
  const next = new Map(marks)
  if (write.kind === 'remove') next.delete(write.id)
  else if (write.kind !== 'change') next.set(write.mark.id, write.mark)
  else {
    const known = marks.get(write.id)
    if (!known) return marks
    next.set(write.id, { ...known, ...write.to })
  }
  return next
}

/** The write that takes another back, given the codings before it; null for what is not taken back (a new code stays). */
export function inverse(marks: Marks, write: Write): Write | null {
  if (write.kind === 'code') return null
  if (write.kind === 'remove') return { kind: 'restore', mark: write.before }
  if (write.kind !== 'change') return { kind: 'remove', id: write.mark.id, before: write.mark }
  const known = marks.get(write.id)
  if (!known) return null
  const { codeId, start, end, comment, weight } = known
  const was = { codeId, start, end, comment, weight }
  const keys = ['codeId', 'start', 'end', 'comment', 'weight'] as const
  const to = Object.fromEntries(keys.filter((key) => key in write.to).map((key) => [key, was[key]]))
  return { kind: 'change', id: write.id, to, before: { ...known, ...write.to } }
}

/** The codings as they are when a write is given up. */
export function withdrawn(marks: Marks, write: Write): Marks {
  if (write.kind === 'code') return marks
  const next = new Map(marks)
  if ('before' in write) next.set(write.before.id, write.before)
  else next.delete(write.mark.id)
  return next
}

/** What an answer of the server makes of the codings: `mark` takes the place of what was written under `id`. */
export function settled(marks: Marks, id: string, mark: Mark | null): Marks {
  const next = new Map(marks)
  if (!mark || mark.id !== id) next.delete(id)
  if (mark) next.set(mark.id, mark)
  return next
}

/** The codings in the order in which they stand in the text, outer ones first. */
export function inOrder(marks: Iterable<Mark>): readonly Mark[] {
  return [...marks].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
}
