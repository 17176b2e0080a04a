/** Who speaks, in the roles that figures depend on. */
export const speakerRoles = ['interviewer', 'respondent', 'other'] as const
/** One of `speakerRoles`. */
export type SpeakerRole = (typeof speakerRoles)[number]

/**
 * A speaker as found in a text: the label as it stands there, without its colon or full stop. Where the label is shortened later the name has both:
 * `Алекс Джонс (А.Дж.)`.
 */
export type Speaker = { readonly name: string; readonly role: SpeakerRole }

/**
 * One turn of a transcript: [start, end) in UTF-16 offsets covers label, time stamp and words; [said, end) is what was said.
 * `speaker` is an index into the list of speakers, or null when nobody is named; `time` is in seconds, below 0
 * before the recording's beginning, or null.
 */
export type Turn = {
  readonly start: number
  readonly end: number
  readonly said: number
  readonly speaker: number | null
  readonly time: number | null
}

/** A transcript as it was read: the stored text, its turns in order and its speakers. */
export type TranscriptText = {
  readonly text: string
  readonly turns: readonly Turn[]
  readonly speakers: readonly Speaker[]
}
