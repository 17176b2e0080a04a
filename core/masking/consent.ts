import type { Range } from '@/core/text/sentences'

/** What the words of an interview or a passage may be used for, from the freest: quoted; told in other words; not at all. */
export const consentLevels = ['quotable', 'paraphrase', 'off'] as const
/** One of `consentLevels`. */
export type ConsentLevel = (typeof consentLevels)[number]

/** A passage with its level. */
export type ConsentMark = Range & { readonly level: ConsentLevel }

/** The level of [start, end): the strictest of the interview's and of the passages that share a character with it. */
export function consentOf(interview: ConsentLevel, marks: readonly ConsentMark[], { start, end }: Range): ConsentLevel {
  let strictest = consentLevels.indexOf(interview)
  for (const mark of marks)
    if (mark.start < end && mark.end > start) strictest = Math.max(strictest, consentLevels.indexOf(mark.level))
  return consentLevels[strictest] ?? 'off'
}

/** The ranges of a text of some length whose words may not be given, in order and apart; all of it when the interview is not quotable. */
export function withheld(interview: ConsentLevel, marks: readonly ConsentMark[], length: number): readonly Range[] {
  if (interview !== 'quotable') return length > 0 ? [{ start: 0, end: length }] : []
  const joined: { start: number; end: number }[] = []
  for (const { start, end, level } of marks.toSorted((a, b) => a.start - b.start)) {
    if (level === 'quotable') continue
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/**
 * The words [start, start + piece.length) of a text without what is withheld: every letter and digit there is a dot, so that what is in the text stays where it is. A piece
 * of which nothing else is left is […].
 */
export function blanked(piece: string, start: number, blanks: readonly Range[]): string {
  let done = ''
  let at = 0
  for (const blank of blanks) {
    const from = Math.max(at, blank.start - start)
    const to = Math.min(piece.length, blank.end - start)
    if (to <= from) continue
    done +=
      piece.slice(at, from) + piece.slice(from, to).replace(/[\p{L}\p{M}\p{N}]/gu, (one) => '·'.repeat(one.length))
    at = to
  }
  return done + piece.slice(at)
}
