import type { Speaker, TranscriptText } from './turn'

/** A turn as it is corrected: its parts in the order in which they stand in the text. */
export type DraftTurn = {
  /** White space (or whatever no turn covers) before it. */
  readonly gap: string
  /** Label and time stamp as they are written, '' for none. */
  readonly label: string
  /** What was said. */
  readonly words: string
  /** Index into the speakers, or null. */
  readonly speaker: number | null
  readonly time: number | null
}

/** A transcript taken apart for correcting; put together by `transcriptOf` it is the same again. */
export type Draft = {
  readonly turns: readonly DraftTurn[]
  readonly tail: string
  readonly speakers: readonly Speaker[]
}

/** A transcript as turns to be corrected. */
export function draftOf({ text, turns, speakers }: TranscriptText): Draft {
  let last = 0
  const parts = turns.map(({ start, said, end, speaker, time }) => {
    const part = {
      gap: text.slice(last, start),
      label: text.slice(start, said),
      words: text.slice(said, end),
      speaker,
      time,
    }
    last = end
    return part
  })
  return { turns: parts, tail: text.slice(last), speakers }
}

/** The transcript of corrected turns, in NFC; turns without a word and without a label vanish. Speakers who say nothing are left out. */
export function transcriptOf({ turns, tail, speakers }: Draft): TranscriptText {
  const spoken = turns.filter((turn) => turn.label.trim() !== '' || turn.words.trim() !== '')
  const used = speakers.filter((_, i) => spoken.some((turn) => turn.speaker === i))
  let text = ''
  const placed = spoken.map((turn) => {
    text += turn.gap.normalize('NFC')
    const start = text.length
    text += turn.label.normalize('NFC')
    const said = text.length
    text += turn.words.normalize('NFC')
    const of = turn.speaker === null ? undefined : speakers[turn.speaker]
    return { start, said, end: text.length, speaker: of ? used.indexOf(of) : null, time: turn.time }
  })
  return { text: text + tail.normalize('NFC'), turns: placed, speakers: used }
}

/** The label of a turn that another speaker is given: the old one with the other name in it, or "name: " where it named nobody. */
export function relabelled(label: string, from: Speaker | undefined, to: Speaker | undefined): string {
  if (!to) return from && label.includes(from.name) ? '' : label
  if (from && from.name !== '' && label.includes(from.name)) return label.replace(from.name, to.name)
  return label.trim() === '' ? `${to.name}: ` : label
}

/** A draft in which a speaker has another name, also in the labels; a name that another speaker has makes the two one. Throws RangeError for no such speaker. */
export function renamed(draft: Draft, speaker: number, name: string): Draft {
  const old = draft.speakers[speaker]
  if (!old) throw new RangeError(`There is no speaker ${speaker}`)
  const to = { ...old, name }
  const same = draft.speakers.findIndex((one, i) => i !== speaker && one.name === name)
  const into = same < 0 ? speaker : same
  return {
    ...draft,
    turns: draft.turns.map((turn) =>
      turn.speaker === speaker ? { ...turn, speaker: into, label: relabelled(turn.label, old, to) } : turn,
    ),
    speakers: draft.speakers.map((one, i) => (i === speaker && same < 0 ? to : one)),
  }
}
