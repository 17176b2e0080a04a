import { segments } from '../text/segments'
import { type ExchangeProject, flatCodes } from './project'

/** A coding as a document shows it: which passage, which code in which colour, by whom. */
export type ShownCoding = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly code: string
  readonly colour: string
  readonly coder: string
  readonly comment: string
  readonly at: number
}

/** A piece of a text throughout which the same codings lie; `opens` and `closes` are the codings that begin and end with it. */
export type CodedPiece = {
  readonly text: string
  readonly over: readonly ShownCoding[]
  readonly opens: readonly ShownCoding[]
  readonly closes: readonly ShownCoding[]
}

/** A text with its codings, cut into pieces that make up all of it. */
export type CodedText = {
  readonly name: string
  readonly codings: readonly ShownCoding[]
  readonly pieces: readonly CodedPiece[]
}

/** The texts of a project with their codings, for documents that show them. */
export function codedTexts(project: ExchangeProject): readonly CodedText[] {
  const codes = new Map(flatCodes(project.codes).map(({ code }) => [code.id, code]))
  const coders = new Map(project.users.map(({ id, name }) => [id, name]))
  return project.sources.map(({ name, text, selections }) => {
    const codings = selections.flatMap(({ start, end, comment, codings: own }) =>
      own.map(({ id, codeId, userId, at }) => {
        const code = codes.get(codeId)
        return {
          ...{ id, start, end, comment, at: at ?? 0, coder: coders.get(userId ?? '') ?? '' },
          ...{ code: code?.name ?? '', colour: code?.colour ?? '#808080' },
        }
      }),
    )
    return { name, codings, pieces: piecesOf(text, codings) }
  })
}

function piecesOf(text: string, codings: readonly ShownCoding[]): readonly CodedPiece[] {
  const byId = new Map(codings.map((coding) => [coding.id, coding]))
  const pieces: CodedPiece[] = []
  let at = 0
  const plain = (to: number) => {
    if (to > at) pieces.push({ text: text.slice(at, to), over: [], opens: [], closes: [] })
    at = Math.max(at, to)
  }
  for (const { start, end, ids } of segments(codings)) {
    plain(start)
    const over = ids.flatMap((id) => byId.get(id) ?? [])
    pieces.push({
      ...{ text: text.slice(start, end), over },
      opens: over.filter((coding) => coding.start === start),
      closes: over.filter((coding) => coding.end === end),
    })
    at = end
  }
  plain(text.length)
  return pieces
}
