import { type NoFigure, none, type Reason } from './result'

/**
 * Units given beforehand, one row a unit, one column a coder. `values` holds, row after row, the index of each coder's value
 * in `categories`, or -1 where the coder gave none (missing is not a value). A row may stand for several units with the same
 * values: `weights` says for how many, so that characters are counted by runs. `interviewOf` is each row's index in
 * `interviews`, by which intervals are drawn. In an `anonymous` study (counts of values by unit) columns are not persons.
 */
export type Ratings = {
  readonly kind: 'ratings'
  readonly coders: readonly string[]
  readonly anonymous: boolean
  readonly categories: readonly string[]
  readonly values: Int32Array
  readonly weights: Float64Array
  readonly interviews: readonly string[]
  readonly interviewOf: Int32Array
}

/** A stretch of a continuum with a value: `start` included, `end` not, both from 0 at the beginning; `value` indexes `Continua.values`. */
export type Segment = { readonly start: number; readonly end: number; readonly value: number }

/**
 * One interview as a continuum of `length` characters: for each coder who was assigned to it, in the order of `coders`, the
 * segments that coder marked, by start. A coder who was not assigned is not listed; one who marked nothing has no segments.
 */
export type Continuum = {
  readonly id: string
  readonly length: number
  readonly coders: readonly string[]
  readonly segments: readonly (readonly Segment[])[]
}

/** Interviews as continua, with the values (codes of one group, or the one code looked at) that may be marked on them. */
export type Continua = {
  readonly kind: 'continua'
  readonly values: readonly string[]
  readonly documents: readonly Continuum[]
}

/** What a measure can be asked about. */
export type Study = Ratings | Continua

/** A value as it comes: null or undefined is missing. */
export type Cell = string | number | boolean | null | undefined

/** How rows of ratings are named: coders, declared categories (the used ones when absent), and the interview of each row. */
export type RatingsNames = {
  readonly coders?: readonly string[]
  readonly categories?: readonly Cell[]
  readonly interviews?: readonly string[]
  readonly weights?: readonly number[]
}

/**
 * Ratings from a table of units by coders. Values are compared as text, so that 1 and "1" are one value. Categories not
 * declared are added after the declared ones in the order met. Rows shorter than the longest are missing at their end.
 */
export function ratingsOf(units: readonly (readonly Cell[])[], names: RatingsNames = {}): Ratings {
  let columns = names.coders?.length ?? 0
  for (const unit of units) if (unit.length > columns) columns = unit.length
  const categories: string[] = []
  const byText = new Map<string, number>()
  const byCell = new Map<Cell, number>()
  const indexOf = (cell: Cell): number => {
    const known = byCell.get(cell)
    if (known !== undefined) return known
    const text = String(cell)
    let index = byText.get(text)
    if (index === undefined) {
      index = categories.push(text) - 1
      byText.set(text, index)
    }
    byCell.set(cell, index)
    return index
  }
  for (const category of names.categories ?? []) indexOf(category)
  const values = new Int32Array(units.length * columns).fill(-1)
  units.forEach((unit, row) => {
    for (let column = 0; column < unit.length; column++) {
      const cell = unit[column]
      if (cell !== null && cell !== undefined) values[row * columns + column] = indexOf(cell)
    }
  })
  return {
    kind: 'ratings',
    coders: Array.from({ length: columns }, (_, column) => names.coders?.[column] ?? String(column + 1)),
    anonymous: false,
    categories,
    values,
    weights: names.weights ? Float64Array.from(names.weights) : new Float64Array(units.length).fill(1),
    ...interviewsOf(names.interviews, units.length),
  }
}

function interviewsOf(names: readonly string[] | undefined, rows: number) {
  const interviews = [...new Set(names ?? ['all'])]
  const index = new Map(interviews.map((name, i) => [name, i]))
  const interviewOf = new Int32Array(rows)
  names?.forEach((name, row) => {
    interviewOf[row] = index.get(name) ?? 0
  })
  return { interviews, interviewOf }
}

/** Ratings of two coders from their contingency table (rows: the first coder); cells may be any counts, as 0 or 12. */
export function ratingsOfTable(table: readonly (readonly number[])[], categories: readonly Cell[]): Ratings {
  const units: Cell[][] = []
  const weights: number[] = []
  table.forEach((cells, row) => {
    cells.forEach((count, column) => {
      if (count <= 0) return
      units.push([categories[row], categories[column]])
      weights.push(count)
    })
  })
  return ratingsOf(units, { categories, weights, coders: ['1', '2'] })
}

/** Ratings from how many coders gave each category to each unit; who gave it is not known. */
export function ratingsOfCounts(counts: readonly (readonly number[])[], categories: readonly Cell[]): Ratings {
  const units = counts.map((row) =>
    row.flatMap((count, k) => new Array<Cell>(Math.max(0, Math.round(count))).fill(categories[k])),
  )
  return { ...ratingsOf(units, { categories }), anonymous: true }
}

/** A range a coder marked, before it is laid on a continuum. */
export type Mark = { readonly coder: string; readonly start: number; readonly end: number; readonly code: string }

/** An interview with what its coders marked on it; `coders` are those who were assigned, whether they marked anything or not. */
export type MarkedText = {
  readonly id: string
  readonly length: number
  readonly coders: readonly string[]
  readonly marks: readonly Mark[]
}

/**
 * Continua from marked interviews. Marks are clipped to the text; those of no length, of coders not assigned, or whose code
 * `nameOf` maps to null are left out. Values are `declared` first, then others in the order met.
 */
export function continuaOf(
  texts: readonly MarkedText[],
  nameOf: (code: string) => string | null = (code) => code,
  declared: readonly string[] = [],
): Continua {
  const values = [...declared]
  const index = new Map(values.map((value, i) => [value, i]))
  const documents = texts.map((text) => {
    const rank = new Map(text.coders.map((coder, i) => [coder, i]))
    const segments: Segment[][] = text.coders.map(() => [])
    for (const mark of text.marks) {
      const own = segments[rank.get(mark.coder) ?? -1]
      const name = nameOf(mark.code)
      const start = Math.max(0, mark.start)
      const end = Math.min(text.length, mark.end)
      if (!own || name === null || !(start < end)) continue
      let value = index.get(name)
      if (value === undefined) {
        value = values.push(name) - 1
        index.set(name, value)
      }
      own.push({ start, end, value })
    }
    for (const own of segments) own.sort((a, b) => a.start - b.start || a.end - b.end)
    return { id: text.id, length: text.length, coders: [...text.coders], segments }
  })
  return { kind: 'continua', values, documents }
}

/** The same interviews with one value only: the study of a single code, where any two values may overlap. */
export function continuaOfValue(continua: Continua, value: number): Continua {
  const documents = continua.documents.map((document) => ({
    ...document,
    segments: document.segments.map((own) => own.filter((s) => s.value === value).map((s) => ({ ...s, value: 0 }))),
  }))
  return { kind: 'continua', values: [continua.values[value] ?? ''], documents }
}

/** Whether ratings can be measured at all: some value, two columns, and a unit with values of two coders. */
export function ratingsAccepted(study: Ratings, pairable: number): true | Reason {
  if (!study.values.some((value) => value >= 0)) return 'empty'
  if (study.coders.length < 2) return 'one_coder'
  return pairable > 0 ? true : 'no_pairable'
}

/** Whether continua can be measured at all: some text, and a text that two coders were assigned to. */
export function continuaAccepted(study: Continua): true | Reason {
  const texts = study.documents.filter((document) => document.length > 0)
  if (texts.length === 0) return 'empty'
  return texts.some((document) => document.coders.length > 1) ? true : 'one_coder'
}

/** The reason as a result, or null when the study was accepted. */
export function refusal(accepted: true | Reason): NoFigure | null {
  return accepted === true ? null : none(accepted)
}
