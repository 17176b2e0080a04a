import { fold } from '../fold'

/**
 * Labels of the same person, for a label often changes after the first turn: `Stephan Livera (SL)` and `SL`, `El president (Ernest Maragall)` and
 * `El president`, `Алекс Джонс` and `А.Дж.`. Answers for each label, in the order given (first appearance), the name of its speaker: the full one, with the
 * short one in brackets. `times` is how often each label stands.
 */
export function speakerNames(labels: readonly string[], times: readonly number[]): readonly string[] {
  const names = [...labels]
  const byFold = new Map(labels.map((label, index) => [fold(label), index]))
  labels.forEach((label, index) => {
    const match = /^(.*\S)\s*\(([^()]+)\)$/u.exec(label)
    const [, outer = '', inner = ''] = match ?? []
    for (const part of match === null ? [] : [outer, inner]) {
      const other = byFold.get(fold(part))
      if (other !== undefined && names[other] === labels[other]) names[other] = label
    }
    if (match === null) joinInitials(labels, times, names, index)
  })
  return names
}

/** `Алекс Джонс`, seldom, and `А.Дж.`, often: the same, if no other name has these initials. */
function joinInitials(labels: readonly string[], times: readonly number[], names: string[], index: number): void {
  const label = labels[index] ?? ''
  const fitting = labels.flatMap((short, at) => (isInitialsOf(short, label) ? [at] : []))
  const [short] = fitting
  if (short === undefined || fitting.length > 1 || (times[index] ?? 0) >= (times[short] ?? 0)) return
  const rivals = labels.filter((other) => isInitialsOf(labels[short] ?? '', other))
  if (rivals.length !== 1 || names[short] !== labels[short]) return
  const joined = `${label} (${labels[short]})`
  names[index] = joined
  names[short] = joined
}

/** Whether a short label has the initials of a full name: `А.Дж.` those of `Алекс Джонс`. */
export function isInitialsOf(short: string, full: string): boolean {
  const words = full.split(/\s+/u)
  if (words.length < 2 || !/^(?:\p{Lu}\p{Ll}?\.?\s?){2,4}$/u.test(short)) return false
  const parts = short.match(/\p{Lu}\p{Ll}?/gu) ?? []
  return parts.length === words.length && parts.every((part, index) => words[index]?.startsWith(part) === true)
}
