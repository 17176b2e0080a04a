import { tidy } from '@/core/text/fold'
import type { Range } from '@/core/text/sentences'
import { trimmed } from '@/core/text/snap'
import type { Mark, Write } from './marks'

/** The two passages into which an offset cuts a coding, white space at the cut left out; null when one of them would be empty. */
export function halves(text: string, mark: Range, at: number): readonly [Range, Range] | null {
  if (at <= mark.start || at >= mark.end) return null
  const first = trimmed(text, mark.start, at)
  const second = trimmed(text, at, mark.end)
  return first && second ? [first, second] : null
}

/** The coding of the same code and coder that touches a coding: overlaps it, or has nothing but white space between. The following one before the preceding. */
export function touching(text: string, marks: Iterable<Mark>, mark: Mark): Mark | null {
  const joined = [...marks].filter(
    (other) =>
      other.id !== mark.id &&
      other.codeId === mark.codeId &&
      other.coderId === mark.coderId &&
      !/\S/u.test(text.slice(Math.min(mark.end, other.end), Math.max(mark.start, other.start))),
  )
  return joined.find((other) => other.start >= mark.start) ?? joined[0] ?? null
}

/** What makes one coding of two, in the order in which it may be stored. */
export function merging(mark: Mark, other: Mark): readonly Write[] {
  const [first, second] = mark.start <= other.start ? [mark, other] : [other, mark]
  const to = {
    start: first.start,
    end: Math.max(first.end, second.end),
    comment: [first.comment, second.comment].filter(Boolean).join('\n'),
    weight: first.weight ?? second.weight,
  }
  return [
    { kind: 'remove', id: other.id, before: other },
    { kind: 'change', id: mark.id, to, before: mark },
  ]
}

/** What gives codings another code. One that would become the like of another coding of its coder is removed instead. */
export function recoding(marks: Iterable<Mark>, targets: readonly Mark[], codeId: string): readonly Write[] {
  const place = (mark: Mark): string => `${mark.coderId} ${mark.start} ${mark.end}`
  const taken = new Set([...marks].filter((mark) => mark.codeId === codeId).map(place))
  return targets.flatMap((before): Write[] => {
    if (before.codeId === codeId) return []
    if (taken.has(place(before))) return [{ kind: 'remove', id: before.id, before }]
    taken.add(place(before))
    return [{ kind: 'change', id: before.id, to: { codeId }, before }]
  })
}

const LONGEST = 80

/** The name of a code made of the words of a passage: without the marks around them, cut between words at 80 characters. */
export function inVivoName(words: string): string {
  const name = tidy(words).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (name.length <= LONGEST) return name
  const cut = name.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`
}
