import { usualDraws } from '@/core/agreement/bootstrap'
import type { Interval } from '@/core/agreement/distribution'
import type { Choice } from '@/core/agreement/material'
import { type FigureRow, roundFigures } from '@/core/rounds/figures'
import type { Snapshot } from '@/core/rounds/snapshot'
import { fold } from '@/core/text/fold'
import type { Access } from '@/db/access'
import { compared, comparedThen } from '@/db/agreement'
import * as rounds from '@/db/rounds'
import { Refused } from './refused'

/** What a closed round's figures are asked on. */
export type RoundChoice = {
  readonly measure: string
  readonly unit: Choice['unit']
  readonly withInterviewer: boolean
  /** A version of the codebook before that of the closing. */
  readonly codebook?: number | undefined
}

type PrintedFigure = {
  readonly value: number | null
  readonly reason?: string
  readonly interval: Interval | null
  readonly prevalence: number | null
  readonly units: number
  readonly interviews: number
  readonly marked: number
}

/** A round's figures as they are printed, codes by their paths; the same snapshot gives the same digits. */
export type PrintedRound = {
  readonly round: string
  readonly closedAt: string
  readonly asked: RoundChoice & { readonly samples: number; readonly seed: number }
  readonly by_code: Readonly<Record<string, PrintedFigure>>
  readonly by_group: Readonly<Record<string, PrintedFigure>>
  readonly mean_of_codes: {
    readonly value: number | null
    readonly codes: number
    readonly without: number
    readonly interval: Interval | null
  }
}

/** The figures of a closed round, from what was kept at its closing. Throws Refused for a name that is none, Refusal `roundOpen`. */
export function agreementOfRound(access: Access, name: string, asked: RoundChoice): PrintedRound {
  const { round, snapshot } = comparedRound(access, name, asked.codebook)
  const { measure, unit, withInterviewer } = asked
  const choice = { unit, withInterviewer, rollUp: false, share: 0 }
  const figures = roundFigures(snapshot.material, round.groups, { measure, choice, draws: usualDraws })
  return {
    round: round.name,
    closedAt: new Date(snapshot.at).toISOString(),
    asked: { ...asked, ...usualDraws },
    by_code: printed(snapshot, figures.byCode),
    by_group: printed(snapshot, figures.byGroup),
    mean_of_codes: figures.meanOfCodes,
  }
}

/** The round as a study file: `agreement --study` gives the same figures per code from it. Interviewers' turns are in it, codes are by their paths. */
export function studyOfRound(access: Access, name: string): object {
  const { material, names } = comparedRound(access, name).snapshot
  return {
    data: {
      kind: 'documents',
      documents: material.interviews.map(({ id, length, coders }) => ({
        id: names.interviews[id] ?? id,
        length,
        coders,
        segments: material.codings
          .filter((coding) => coding.interview === id)
          .map(({ coder, start, end, code }) => ({ coder, start, end, code: names.codes[code] ?? code })),
      })),
    },
    measures: ['u_alpha_binary_by_code', 'char_alpha_by_code'],
  }
}

function comparedRound(access: Access, name: string, version?: number) {
  const found = rounds.list(access).find((round) => round.id === name || fold(round.name) === fold(name))
  if (!found) throw new Refused(`There is no round “${name}” in this project.`)
  return version === undefined ? compared(access, found.id) : comparedThen(access, found.id, version)
}

function printed({ names }: Snapshot, rows: readonly FigureRow[]): Readonly<Record<string, PrintedFigure>> {
  return Object.fromEntries(
    rows.map(({ key, result, interval, prevalence, interviews, marked }) => [
      key.map((code) => names.codes[code] ?? code).join(' + '),
      {
        value: result.value,
        ...(result.value === null ? { reason: result.reason } : {}),
        ...{ interval, prevalence, units: result.value === null ? 0 : result.units, interviews, marked },
      },
    ]),
  )
}
