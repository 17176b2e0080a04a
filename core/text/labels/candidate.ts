import { type TimeMark, timeMark } from './time'
import { isLabel } from './word'

/** The families of labels that are told apart by their form. */
export type Family = 'colon' | 'bold' | 'name-time' | 'full-stop' | 'own-line'

/** What may be a label at the beginning of a line; `said` is where the words begin, counted from the beginning of the head. */
export type Candidate = {
  readonly family: Family
  readonly label: string
  readonly said: number
  readonly time: number | null
  /** True when the time stands behind the label. */
  readonly marked: boolean
  /** True when nothing follows on the line. */
  readonly alone: boolean
}

/** The time, paragraph number and quotation mark that may stand before a label: where they end, and the time. */
export type Lead = { readonly end: number; readonly time: number | null; readonly bare: boolean }

const NUMBER = /\d{1,4}[.)]?[ \t]+(?=[\p{L}*])/uy
const BLANKS = /[\s\u200E\u200F]*/uy

/** What stands before the label of a line. A time may be followed by a hyphen or a dash. */
export function leadOf(head: string): Lead {
  let at = head.startsWith('> ') ? 2 : 0
  const mark = timeMark(head, at)
  if (mark !== null) {
    at = skip(BLANKS, head, mark.end)
    if (/^[-–—] /u.test(head.slice(at, at + 2))) at += 2
    return { end: skip(BLANKS, head, at), time: mark.seconds, bare: mark.bare }
  }
  return { end: skip(NUMBER, head, at), time: null, bare: false }
}

function skip(pattern: RegExp, head: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(head)?.[0].length ?? 0)
}

/** Everything that the beginning of a line could be as a label, one candidate per family at most. */
export function candidatesOf(head: string, lead: Lead): readonly Candidate[] {
  const found = [bold(head, lead), colon(head, lead), fullStop(head, lead), ownLine(head, lead)]
  return found.filter((candidate) => candidate !== null)
}

const BOLD = /(\*{1,3}|_{2,3})(?![\s*_])([^*_\n]{1,80})\1/uy

function bold(head: string, lead: Lead): Candidate | null {
  BOLD.lastIndex = lead.end
  const match = BOLD.exec(head)
  if (match === null) return null
  const [whole, , inner = ''] = match
  const rest = afterLabel(head, lead.end + whole.length)
  const named = /[:：]\s*$/u.test(inner)
  if (!named && !rest.colon) return null
  const label = inner.replace(/[:：\s]+$/u, '')
  return isLabel(label)
    ? {
        family: 'bold',
        label,
        said: rest.end,
        time: rest.time ?? lead.time,
        marked: rest.time !== null,
        alone: rest.end >= head.length,
      }
    : null
}

/** Colon, time and white space behind a name, in any order that is in use. */
function afterLabel(head: string, from: number): { end: number; time: number | null; colon: boolean } {
  let at = from
  let time: TimeMark | null = null
  let colon = false
  for (let step = 0; step < 4; step++) {
    at = skip(BLANKS, head, at)
    if (!colon && isColon(head, at)) {
      colon = true
      at++
      continue
    }
    const mark: TimeMark | null = time === null ? timeMark(head, at) : null
    // A bare time that begins a sentence ("Ana: 10:30 was too late") is what was said, not when.
    if (mark === null || (mark.bare && skip(BLANKS, head, mark.end) < head.length && colon)) break
    time = mark
    at = mark.end
  }
  return { end: skip(BLANKS, head, at), time: time?.seconds ?? null, colon }
}

function isColon(head: string, at: number): boolean {
  return head[at] === ':' || head[at] === '：'
}

/** A name up to a colon or a time mark. */
function colon(head: string, lead: Lead): Candidate | null {
  const from = head[lead.end] === '*' ? lead.end + 1 : lead.end
  const end = Math.min(head.length, from + 81)
  for (let at = from + 1; at < end; at++) {
    const character = head.charAt(at)
    const mark = isMarkStart(head, at) ? timeMark(head, at) : null
    if (!isColon(head, at) && mark === null) continue
    const label = head.slice(from, at).trimEnd()
    if (mark === null && /[/\\\d:)(]/u.test(head.charAt(at + 1)) && character === ':') return null
    if (!isLabel(label)) return null
    const rest = afterLabel(head, at)
    const alone = rest.end >= head.length
    if (!rest.colon && !alone) return null
    return {
      family: rest.colon ? 'colon' : 'name-time',
      label,
      said: rest.end,
      time: rest.time ?? lead.time,
      marked: rest.time !== null,
      alone,
    }
  }
  return null
}

function isMarkStart(head: string, at: number): boolean {
  const character = head.charAt(at)
  if ('[({<#\\'.includes(character)) return true
  return character >= '0' && character <= '9' && /\s/u.test(head.charAt(at - 1))
}

const FULL_STOP =
  /(\p{Lu}[\p{L}\p{M}’'-]{0,24}(?:[ \u00A0](?:\p{Lu}[\p{L}\p{M}’'-]{0,24}|\d{1,2})){0,2})\.[ \u00A0\t]+(?=[\p{Lu}\p{Lo}\p{Ps}\p{Pi}\p{N}"—–…-])/uy

function fullStop(head: string, lead: Lead): Candidate | null {
  FULL_STOP.lastIndex = lead.end
  const match = FULL_STOP.exec(head)
  const label = match?.[1]
  if (match === null || label === undefined || !isLabel(label)) return null
  return { family: 'full-stop', label, said: lead.end + match[0].length, time: lead.time, marked: false, alone: false }
}

function ownLine(head: string, lead: Lead): Candidate | null {
  const label = head.slice(lead.end).trimEnd()
  if (label.length > 70 || /[!?…,;:：»"”]$/u.test(label) || !isLabel(label) || !/^[\p{Lu}\p{Lo}]/u.test(label))
    return null
  if (label.endsWith('.') && !/(?:^|[\s.])\p{Lu}\p{Ll}?\.$/u.test(label)) return null
  return { family: 'own-line', label, said: head.length, time: lead.time, marked: false, alone: true }
}
