import { answered } from '../agreement/asked'
import type { Choice, Material } from '../agreement/material'
import { type Mean, meanOf, usedCodes } from './figures'

/** A coder's week: its Monday (YYYY-MM-DD, UTC), the interviews they finished then, and of those how many are decided, with the mean over codes of their agreement with the consensus. */
export type DriftWeek = {
  readonly monday: string
  readonly interviews: number
  readonly decided: number
  readonly mean: Mean
  /** Codings per interview by code, of all interviews that were finished; what nobody used is not there. */
  readonly rates: Readonly<Record<string, number>>
}

/** How a coder's work went over the weeks, the earliest first. */
export type Drift = { readonly coder: string; readonly weeks: readonly DriftWeek[] }

/**
 * Agreement with the consensus and rate per code by week, for each coder. An interview belongs to the week in which its coder was done with it: `doneAt` in milliseconds.
 * `compared` is what the round compared, `decided` the same with the consensus beside the coders in the interviews that are decided.
 */
export function drift(
  compared: Material,
  decided: Material,
  consensus: string,
  doneAt: (interview: string, coder: string) => number | null,
  { measure, choice }: { readonly measure: string; readonly choice: Choice },
): readonly Drift[] {
  const coders = [...new Set(compared.interviews.flatMap((one) => one.coders))]
  return coders.map((coder) => {
    const weeks = new Map<string, string[]>()
    for (const { id, coders: on } of compared.interviews) {
      const at = on.includes(coder) ? doneAt(id, coder) : null
      if (at === null) continue
      const monday = mondayOf(at)
      weeks.set(monday, [...(weeks.get(monday) ?? []), id])
    }
    return {
      coder,
      weeks: [...weeks]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([monday, ids]): DriftWeek => {
          const part = withOnly(decided, new Set(ids), [coder, consensus])
          const rows = usedCodes(part).map((code) =>
            answered(part, { measure, choice, question: { about: 'code', code } }),
          )
          return {
            ...{ monday, interviews: ids.length, decided: part.interviews.length, mean: meanOf(rows) },
            rates: rates(withOnly(compared, new Set(ids), [coder]), ids.length),
          }
        }),
    }
  })
}

function withOnly(material: Material, ids: ReadonlySet<string>, coders: readonly string[]): Material {
  return {
    ...material,
    interviews: material.interviews.filter(({ id }) => ids.has(id)).map((one) => ({ ...one, coders })),
    codings: material.codings.filter(({ interview, coder }) => ids.has(interview) && coders.includes(coder)),
  }
}

function rates({ codings }: Material, interviews: number): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { code } of codings) counts[code] = (counts[code] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, count / interviews]))
}

const DAY = 24 * 3_600_000

/** The Monday of a time's week in UTC: 1 January 1970 was a Thursday. */
function mondayOf(time: number): string {
  const day = Math.floor(time / DAY)
  return new Date((day - ((day + 3) % 7)) * DAY).toISOString().slice(0, 10)
}
