import { carrier } from './carry'
import { type Edit, edited, editsBetween, offsetAfter } from './edits'
import type { TranscriptText } from './turn'

/** Somebody's edits on a text that another changed at the same time: the other's transcript with all that could be done again, and those that could not. */
export type Replayed = {
  readonly transcript: TranscriptText
  readonly refused: readonly { readonly was: string; readonly wanted: string }[]
}

/**
 * Does again on `theirs` what made `mine` of `base`. An edit is refused where the other touched the same words; `was` is what stood there in
 * `base`, `wanted` what was to stand there, each with a little of what is around it. Turns and speakers are the other's.
 */
export function replayed(base: string, mine: string, theirs: TranscriptText): Replayed {
  const carry = carrier(base, theirs.text, editsBetween(base, theirs.text))
  const edits: Edit[] = []
  const refused: { was: string; wanted: string }[] = []
  let last = 0
  for (const edit of editsBetween(base, mine)) {
    // With the letters at both sides: what the other wrote there is in the way, also of a mere insertion.
    const from = Math.max(0, edit.start - 1)
    const to = Math.min(base.length, edit.end + 1)
    const carried = carry({ start: from, end: to })
    const start = carried.state === 'kept' ? carried.start + edit.start - from : -1
    if (start >= last) {
      edits.push({ start, end: start + edit.end - edit.start, insert: edit.insert })
      last = start + edit.end - edit.start
    } else {
      const around = { from: Math.max(0, edit.start - 30), to: Math.min(base.length, edit.end + 30) }
      refused.push({
        was: base.slice(around.from, around.to),
        wanted: base.slice(around.from, edit.start) + edit.insert + base.slice(edit.end, around.to),
      })
    }
  }
  const after = offsetAfter(edits)
  return {
    transcript: {
      ...theirs,
      text: edited(theirs.text, edits),
      turns: theirs.turns.map((turn) => ({
        ...turn,
        start: after(turn.start, 'start'),
        said: after(turn.said, 'start'),
        end: after(turn.end, 'end'),
      })),
    },
    refused,
  }
}
