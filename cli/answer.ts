import type { Reason, Result } from '@/core/agreement/result'

/** An answer as measures give it: a figure or reason, a bare number, or names with answers of their own. */
export type Answer =
  | Result
  | number
  | readonly Answer[]
  | { readonly fields: Readonly<Record<string, Answer>> }
  | ReadonlyMap<string, Answer>

/** A value as it is printed: a number, null where there is none, or nested. */
export type Printed = number | null | readonly Printed[] | { readonly [name: string]: Printed }

/** Answers by measure name, and the reason for every null, by its path: "kcu_alpha/7". */
export type Printout = {
  readonly values: Readonly<Record<string, Printed>>
  readonly reasons: Readonly<Record<string, Reason>>
}

/** Lays answers out for printing and collects the reasons of their nulls. */
export function printout(answers: Iterable<readonly [string, Answer]>): Printout {
  const reasons = new Map<string, Reason>()
  const values = new Map<string, Printed>()
  for (const [name, answer] of answers) values.set(name, printed(answer, name, reasons))
  // From entries, so that a code called __proto__ is a name like any other.
  return { values: Object.fromEntries(values), reasons: Object.fromEntries(reasons) }
}

function printed(answer: Answer, path: string, reasons: Map<string, Reason>): Printed {
  if (typeof answer === 'number') return answer
  if (isList(answer)) return answer.map((part, index) => printed(part, `${path}/${index}`, reasons))
  if (answer instanceof Map) return entries(answer, path, reasons)
  if ('fields' in answer) return entries(Object.entries(answer.fields), path, reasons)
  if (!('value' in answer)) return null
  if (answer.value === null) reasons.set(path, answer.reason)
  return answer.value
}

function isList(answer: Answer): answer is readonly Answer[] {
  return Array.isArray(answer)
}

function entries(parts: Iterable<readonly [string, Answer]>, path: string, reasons: Map<string, Reason>): Printed {
  return Object.fromEntries(Array.from(parts, ([name, part]) => [name, printed(part, `${path}/${name}`, reasons)]))
}
