import type { TranscriptText } from '@/core/text/turn'
import { wordRange } from '@/core/text/words'

/**
 * The interviewers' words of a transcript as flat, ascending, disjoint pairs of word indices: from, to (exclusive), from, to ...
 * A turn counts whole, its label included, so that leaving it out leaves nothing of it. `words` as made by `wordOffsets`.
 */
export function interviewerWords(words: Uint32Array, transcript: TranscriptText): number[] {
  const ranges: number[] = []
  for (const turn of transcript.turns) {
    if (turn.speaker === null || transcript.speakers[turn.speaker]?.role !== 'interviewer') continue
    const { from, to } = wordRange(words, turn.start, turn.end)
    if (from === to) continue
    if (ranges.at(-1) === from) ranges[ranges.length - 1] = to
    else ranges.push(from, to)
  }
  return ranges
}
