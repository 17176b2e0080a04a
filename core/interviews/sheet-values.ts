import type { Match, Mismatch } from '@/core/interviews/match'
import { checkedValue } from '@/core/interviews/value'
import type { NewVariable } from '@/core/project-template'
import { fold } from '@/core/text/fold'
import type { Values, Variable } from '@/core/variable'

/** Whether a mismatch makes a sheet unusable, because it cannot be told which row is meant. The others leave out only themselves. */
export function isFatal(mismatch: Mismatch): boolean {
  return mismatch.kind === 'two-rows' || mismatch.kind === 'two-files' || mismatch.kind === 'no-file-column'
}

/** The columns about which a person has to say whether they are wanted: new variables, and new values of a category. */
export function openColumns(match: Match): Match['columns'] {
  return match.columns.filter((column) => column.variable === null || column.categories.length > 0)
}

/** What is to be made before the values of a sheet can be stored: the ticked columns, by name. */
export function wantedVariables(match: Match, ticked: ReadonlySet<string>): NewVariable[] {
  return openColumns(match)
    .filter((column) => ticked.has(column.name))
    .map(({ name, kind, categories }) => ({ name, kind, categories }))
}

/**
 * The values of each file's interview by variable id, as far as the variables can have them: columns that are no variable, and values that
 * are no category, are left out.
 */
export function sheetValues(match: Match, variables: readonly Variable[]): ReadonlyMap<string, Values> {
  const byName = new Map(variables.map((variable) => [fold(variable.name), variable]))
  return new Map(
    match.rows.map(({ file, values }) => [
      file,
      Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) => {
          const variable = byName.get(fold(name))
          const checked = variable && checkedValue(variable, value)
          return variable && checked?.ok && checked.value !== null ? [[variable.id, checked.value]] : []
        }),
      ),
    ]),
  )
}
