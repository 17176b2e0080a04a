import { fold } from '../fold'
import { type Candidate, candidatesOf, type Lead, leadOf } from './candidate'
import { type Choice, chooseLabels, type Marked } from './choose'
import { headOf, isBlank, type Line } from './lines'
import type { FoundStyle, LabelStyle } from './style'
import { columnsOf, rowStart } from './table'

/** Where a turn begins: its first character, its first word, the label it has, its time. `heading` is a line that nobody said. */
export type Start = {
  readonly start: number
  readonly said: number
  readonly label: string | null
  readonly time: number | null
  readonly kind: 'label' | 'plain' | 'heading'
}

/** The beginnings of a text's turns in order, and how they are marked. */
export type Starts = { readonly starts: readonly Start[]; readonly style: FoundStyle }

type Row = {
  readonly line: Line
  readonly head: string
  readonly lead: Lead
  readonly candidates: readonly Candidate[]
  readonly gap: boolean
}

/** Finds where turns begin. Bare clocks count as time marks only where lines begin with them again and again. */
export function startsOf(text: string, lines: readonly Line[], style: LabelStyle): Starts {
  const columns = style === 'auto' || style === 'table' ? columnsOf(text, lines) : null
  if (columns !== null) return { starts: lines.flatMap((line) => rowStart(text, line, columns)), style: 'table' }
  const rows = rowsOf(text, lines)
  const marked: Marked[] = []
  rows.forEach(({ line, head, candidates }, index) => {
    if (line.apart === null) marked.push({ index, head, candidates })
  })
  const choice = chooseLabels(text, marked, marked.length, style)
  const labelled = typeof style === 'object' ? listed(rows, style.labels) : rows.map((row) => chosen(row, choice))
  const found = typeof style === 'object' && labelled.some((candidate) => candidate !== null) ? 'colon' : choice.style
  return { starts: assemble(rows, labelled, found), style: found }
}

function rowsOf(text: string, lines: readonly Line[]): readonly Row[] {
  const rows: Row[] = []
  let gap = true
  for (const line of lines) {
    if (isBlank(line)) {
      gap = true
      continue
    }
    const head = headOf(text, line)
    const lead = leadOf(head)
    rows.push({ line, head, lead, candidates: line.apart === null ? candidatesOf(head, lead) : [], gap })
    gap = false
  }
  return rows
}

function chosen(row: Row, choice: Choice): Candidate | null {
  return row.candidates.find(({ family, label }) => choice.labels.get(family)?.has(fold(label)) === true) ?? null
}

/** The labels that a person listed, in whatever form they stand at the beginning of a line. */
function listed(rows: readonly Row[], labels: readonly string[]): readonly (Candidate | null)[] {
  const wanted = labels
    .map((label) =>
      fold(label)
        .replace(/[:.：]+$/u, '')
        .trim(),
    )
    .filter((label) => label !== '')
  const set = new Set(wanted)
  wanted.sort((a, b) => b.length - a.length)
  return rows.map((row) => {
    if (row.line.apart !== null) return null
    const formed = row.candidates.find(({ label }) => set.has(fold(label).replace(/\.$/u, '')))
    return formed ?? prefixed(row, wanted)
  })
}

function prefixed(row: Row, wanted: readonly string[]): Candidate | null {
  const rest = row.head.slice(row.lead.end)
  const lower = rest.toLowerCase().replaceAll('ё', 'е')
  const label = wanted.find((other) => lower.startsWith(other) && !/^[\p{L}\p{N}]/u.test(lower.slice(other.length)))
  if (label === undefined) return null
  const gap = /^[\s:.\])>*|–—-]*/u.exec(rest.slice(label.length))?.[0].length ?? 0
  const said = row.lead.end + label.length + gap
  return {
    family: 'colon',
    label: rest.slice(0, label.length),
    said,
    time: row.lead.time,
    marked: false,
    alone: said >= row.head.length,
  }
}

function assemble(rows: readonly Row[], labelled: readonly (Candidate | null)[], style: FoundStyle): readonly Start[] {
  const named = labelled.filter((candidate) => candidate !== null).length
  // Few labels in a long text mark single questions; what has none between them was said by somebody else.
  const continues = named * 25 >= rows.length
  const clocks = rows.filter(({ lead }) => lead.time !== null && lead.bare).length >= 3
  const blocks = rows.filter(({ gap }, index) => gap && index > 0).length * 4 >= rows.length
  const starts: Start[] = []
  let waiting: { start: number; time: number | null } | null = null
  let speaking: string | null = null
  rows.forEach((row, index) => {
    const { line, lead, head } = row
    const candidate = labelled[index] ?? null
    const time = lead.bare && !clocks ? null : lead.time
    if (candidate !== null) {
      const own = lead.time !== null && lead.time === candidate.time ? time : candidate.time
      starts.push({
        start: waiting?.start ?? line.start,
        said: line.first + candidate.said,
        label: candidate.label,
        time: own ?? waiting?.time ?? null,
        kind: 'label',
      })
      waiting = null
      speaking = candidate.label
      return
    }
    const next = control(rows, labelled, index)
    if (waiting !== null || next) {
      if (next) {
        waiting = { start: waiting?.start ?? line.start, time: time ?? waiting?.time ?? null }
        return
      }
      waiting = null
    }
    if (line.apart === 'heading')
      starts.push({ start: line.start, said: line.first, label: null, time: null, kind: 'heading' })
    else if (
      begins(row, {
        style,
        blocks,
        clocks,
        continues: continues && speaking !== null,
        first: starts.length === 0,
        before: starts.at(-1)?.kind,
      })
    ) {
      const said = time === null ? line.first + (style === 'dash' ? dash(head) : 0) : line.first + lead.end
      // A heading in the midst of a turn does not end it: the speaker goes on below.
      const label = continues && line.apart === null && starts.at(-1)?.kind === 'heading' ? speaking : null
      starts.push({ start: line.start, said, label, time, kind: 'plain' })
    }
  })
  return starts
}

/** A line with nothing but a time mark or a field of the transcript (`_page : 148`) that a label follows: it belongs to that turn. */
function control(rows: readonly Row[], labelled: readonly (Candidate | null)[], index: number): boolean {
  for (let at = index; at < rows.length && at < index + 6; at++) {
    if (labelled[at] !== null && labelled[at] !== undefined) return at > index
    const row = rows[at]
    if (row === undefined || row.line.apart !== null) return false
    const timeOnly = row.lead.time !== null && row.lead.end >= row.head.length
    if (!timeOnly && !/^_\w+ ?:/u.test(row.head)) return false
  }
  return false
}

type Around = {
  readonly style: FoundStyle
  readonly blocks: boolean
  readonly clocks: boolean
  readonly continues: boolean
  readonly first: boolean
  readonly before: Start['kind'] | undefined
}

/** Whether a line without a label begins a turn of its own. */
function begins({ line, lead, head, gap }: Row, around: Around): boolean {
  if (around.first) return true
  if (line.apart === 'front' || line.apart === 'tail') return gap || line.apart === 'tail'
  if (around.style === 'dash') return dash(head) > 0 || (around.before === 'heading' && gap)
  if (around.before === 'heading') return true
  if (around.continues) return false
  return (around.blocks ? gap : true) || (lead.time !== null && (!lead.bare || around.clocks))
}

function dash(head: string): number {
  return /^[-–—]\s+/u.exec(head)?.[0].length ?? 0
}
