import { charactersAsRatings } from './characters'
import { continuaTallies } from './continua-tally'
import {
  type Choice,
  codesOf,
  codingsFor,
  cutFor,
  grouped,
  type Material,
  type MaterialCoding,
  type MaterialInterview,
  type Question,
} from './material'
import { type NoFigure, none, type Overlap } from './result'
import { type Cell, type Continua, continuaOf, type Ratings, ratingsOf } from './study'
import { lengthOf, type Span, unionOf } from './units'

/** The value of a unit that a coder left without the code. */
export const UNMARKED = ''

/** How many studies of one material are kept at hand: measures are asked one after another about the same one. */
const KEPT = 4

const studies = new WeakMap<Material, Map<string, Continua | Ratings | NoFigure>>()

/** What `make` makes, or made the last few times for the same question and choice. */
function kept<T extends Continua | Ratings | NoFigure>(
  material: Material,
  key: string,
  is: (study: Continua | Ratings | NoFigure) => study is T,
  make: () => T,
): T {
  const known = studies.get(material) ?? new Map<string, Continua | Ratings | NoFigure>()
  studies.set(material, known)
  const study = known.get(key)
  if (study && is(study)) return study
  const made = make()
  known.set(key, made)
  const [oldest] = known.keys()
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  return made
}

/** The question as continua: every character of the chosen text. `values` are the asked codes in the question's order. */
export function continuaStudy(material: Material, question: Question, choice: Choice): Continua {
  const { withInterviewer, rollUp } = choice
  const key = `continua ${JSON.stringify([question, withInterviewer, rollUp])}`
  const isContinua = (study: Continua | Ratings | NoFigure): study is Continua => 'documents' in study
  return kept(material, key, isContinua, () => makeContinua(material, question, choice))
}

function makeContinua(material: Material, question: Question, choice: Choice): Continua {
  const codings = codingsFor(material, question, choice.rollUp)
  const texts = material.interviews.map((interview) => {
    const cut = cutFor(interview, choice)
    const own = codings.get(interview.id) ?? []
    const marks = choice.withInterviewer
      ? own
      : own.map(({ coder, code, start, end }) => ({ coder, code, start: cut.to(start), end: cut.to(end) }))
    return { id: interview.id, length: cut.length, coders: interview.coders, marks }
  })
  return continuaOf(texts, (code) => code, codesOf(question))
}

/**
 * The question as ratings of the chosen units: for one code its id or nothing, for a group which of its codes or nothing.
 * Nothing is a value of its own. Where one coder gave two codes of a group to the same unit there is no study but the reason,
 * with the places.
 */
export function ratingsStudy(material: Material, question: Question, choice: Choice): Ratings | NoFigure {
  const key = `ratings ${JSON.stringify([question, choice])}`
  const isRatings = (study: Continua | Ratings | NoFigure): study is Ratings | NoFigure => !('documents' in study)
  return kept(material, key, isRatings, () => makeRatings(material, question, choice))
}

function makeRatings(material: Material, question: Question, choice: Choice): Ratings | NoFigure {
  if (choice.unit === 'character') return characterRatings(material, question, choice)
  const codings = codingsFor(material, question, choice.rollUp)
  const coders = [...new Set(material.interviews.flatMap((interview) => interview.coders))]
  const column = new Map(coders.map((coder, index) => [coder, index]))
  const rows: Cell[][] = []
  const interviews: string[] = []
  const overlaps: Overlap[] = []
  for (const interview of material.interviews) {
    const own = cutCodings(interview, codings.get(interview.id) ?? [], choice)
    const byCoder = grouped(own, ({ coder }) => coder)
    for (const unit of unitsFor(interview, own, choice)) {
      const row = new Array<Cell>(coders.length).fill(null)
      for (const coder of interview.coders) {
        const [first, second] = codesOn(unit, byCoder.get(coder) ?? [], choice)
        if (first !== undefined && second !== undefined) {
          const { start, end } = cutFor(interview, choice).back(unit)
          overlaps.push({ interview: interview.id, coder, start, end, values: [first, second] })
        }
        row[column.get(coder) ?? 0] = first ?? UNMARKED
      }
      rows.push(row)
      interviews.push(interview.id)
    }
  }
  if (overlaps.length > 0) return none('not_exclusive', overlaps)
  return ratingsOf(rows, { coders, categories: [...codesOf(question), UNMARKED], interviews })
}

function characterRatings(material: Material, question: Question, choice: Choice): Ratings | NoFigure {
  const study = continuaStudy(material, question, choice)
  const { overlaps } = continuaTallies(study)
  return overlaps.length > 0
    ? none('not_exclusive', overlapsInText(material, choice, overlaps))
    : charactersAsRatings(study, 'value')
}

/** Overlaps of a study of the chosen text as offsets into the interviews' own texts. */
export function overlapsInText(material: Material, choice: Choice, overlaps: readonly Overlap[]): Overlap[] {
  const interviews = new Map(material.interviews.map((interview) => [interview.id, interview]))
  return overlaps.map((overlap) => {
    const interview = interviews.get(overlap.interview)
    return interview ? { ...overlap, ...cutFor(interview, choice).back(overlap) } : overlap
  })
}

function cutCodings(
  interview: MaterialInterview,
  codings: readonly MaterialCoding[],
  choice: Choice,
): MaterialCoding[] {
  const cut = cutFor(interview, choice)
  return codings
    .map((coding) => ({ ...coding, start: cut.to(coding.start), end: cut.to(coding.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function unitsFor(interview: MaterialInterview, codings: readonly MaterialCoding[], choice: Choice): readonly Span[] {
  const cut = cutFor(interview, choice)
  const given = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({ start: cut.to(start), end: cut.to(end) })).filter(({ start, end }) => start < end)
  switch (choice.unit) {
    case 'sentence':
      return given(interview.sentences)
    case 'turn':
      return given(interview.turns)
    case 'paragraph':
      return given(interview.paragraphs)
    case 'passage':
      return passagesOf(codings, choice.share)
    default:
      return cut.length > 0 ? [{ start: 0, end: cut.length }] : []
  }
}

/** The ranges anyone drew, each once: one that is the same passage as an earlier one is not counted again. */
function passagesOf(codings: readonly Span[], share: number): Span[] {
  const passages: Span[] = []
  let open: Span[] = []
  for (const { start, end } of codings) {
    open = open.filter((passage) => passage.end > start)
    if (open.some((passage) => samePassage(passage, { start, end }, share))) continue
    const passage = { start, end }
    passages.push(passage)
    open.push(passage)
  }
  return passages
}

function samePassage(a: Span, b: Span, share: number): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  const together = Math.max(a.end, b.end) - Math.min(a.start, b.start)
  return common > 0 && common / together >= share - 1e-12
}

/** The codes one coder gave to a unit. */
function codesOn(unit: Span, own: readonly MaterialCoding[], choice: Choice): string[] {
  const touching = own.filter(({ start, end }) => start < unit.end && end > unit.start)
  const needed = choice.share * (unit.end - unit.start)
  return [...new Set(touching.map(({ code }) => code))].filter((code) => {
    const spans = touching.filter((coding) => coding.code === code)
    if (choice.unit === 'passage') return spans.some((span) => samePassage(span, unit, choice.share))
    const inside = spans.map(({ start, end }) => ({ start: Math.max(start, unit.start), end: Math.min(end, unit.end) }))
    return lengthOf(unionOf(inside)) >= needed - 1e-9
  })
}
