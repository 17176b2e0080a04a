import { fold } from '@/core/text/fold'
import type { Variable } from '@/core/variable'
import type { Excerpt } from './excerpt'

/** The template of a new project's references. */
export const usualReference = '[{section}, {stakeholder}, {region}, {year}, {interview}]'

/** What is no variable but can stand in a reference, by the names it goes by. */
const own: Readonly<Record<string, (excerpt: Excerpt) => string>> = {
  interview: (excerpt) => excerpt.interview.name,
  интервью: (excerpt) => excerpt.interview.name,
  code: (excerpt) => excerpt.code.path,
  код: (excerpt) => excerpt.code.path,
  coder: (excerpt) => excerpt.coder,
  кодировщик: (excerpt) => excerpt.coder,
  speaker: (excerpt) => excerpt.speakers.map((speaker) => speaker.name).join(', '),
  говорящий: (excerpt) => excerpt.speakers.map((speaker) => speaker.name).join(', '),
  time: (excerpt) => (excerpt.time === null ? '' : clock(excerpt.time)),
  время: (excerpt) => (excerpt.time === null ? '' : clock(excerpt.time)),
}

/**
 * The variable that a person means by a name: the one called so, in any case; else the only one whose name begins with these words
 * ("stakeholder" for "Stakeholder type"); else null.
 */
export function variableNamed(variables: readonly Variable[], name: string): Variable | null {
  const key = fold(name)
  const exact = variables.find((variable) => fold(variable.name) === key)
  if (exact) return exact
  const longer = key === '' ? [] : variables.filter((variable) => fold(variable.name).startsWith(`${key} `))
  return longer.length === 1 ? (longer[0] ?? null) : null
}

/** A template made ready: `cite` writes the reference of an excerpt; `unknown` are the slots that mean nothing here, as they were written. */
export type Reference = { readonly cite: (excerpt: Excerpt) => string; readonly unknown: readonly string[] }

/**
 * Reads a template such as "[{section}, {interview}]". A slot names a variable (see `variableNamed`) or one of interview, code, coder,
 * speaker, time. A slot without a value, or unknown, goes, and with it the comma, dash or blank before it.
 */
export function reference(template: string, variables: readonly Variable[]): Reference {
  const parts = template.split(/\{([^{}]*)\}/u)
  const slots: ((excerpt: Excerpt) => string)[] = []
  const unknown: string[] = []
  for (const name of parts.filter((_, i) => i % 2 === 1)) {
    const variable = variableNamed(variables, name)
    const key = fold(name)
    const plain = Object.hasOwn(own, key) ? own[key] : undefined
    if (variable) slots.push((excerpt) => excerpt.interview.values[variable.id] ?? '')
    else if (plain) slots.push(plain)
    else {
      unknown.push(`{${name}}`)
      slots.push(() => '')
    }
  }
  const literals = parts.filter((_, i) => i % 2 === 0)
  return {
    unknown,
    cite: (excerpt) =>
      assemble(
        literals,
        slots.map((slot) => slot(excerpt)),
      ),
  }
}

const separator = /^[\s,;:·|/–—-]*$/u

/** A separator stands between two filled slots only; brackets and words of the template stay. */
function assemble(literals: readonly string[], values: readonly string[]): string {
  let text = literals[0] ?? ''
  let filled = false
  for (const [i, value] of values.entries()) {
    const literal = i === 0 ? '' : (literals[i] ?? '')
    const separates = separator.test(literal)
    if (!separates || (filled && value !== '')) text += literal
    text += value
    filled = value !== '' || (filled && separates)
  }
  return (values.length > 0 ? text + (literals.at(-1) ?? '') : text).trim()
}

function clock(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  const whole = Math.floor(seconds)
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}
