import type { Choice } from './choice'

/** The choice of everything, for tests. */
export const everything: Choice = { codes: [], most: 99, rollUp: false, interviewers: false, coders: [], values: [] }
