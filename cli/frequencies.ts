import type { Command } from 'commander'
import { variableNamed } from '@/core/excerpts/reference'
import { type Crosstab, countables } from '@/core/frequencies/crosstab'
import type { Variable } from '@/core/variable'
import * as frequencies from '@/db/frequencies'
import * as variables from '@/db/variables'
import { command, openHouse, projectNamed, Refused } from './house'

type Options = { data?: string; by?: string; count: string; json: boolean }

/** `frequencies PROJECT --by A,B`: the table of the screen, sub-codes rolled up, interviewers' turns excluded, all coders. */
export function registerFrequencies(program: Command): void {
  command(program, 'frequencies <project>')
    .description('count codes by groups of interviews')
    .option('--by <variables>', 'one variable or two, separated by a comma; the first two categories when left out')
    .option('--count <what>', `one of ${countables.join(', ')}`, 'interviews')
    .option('--json', 'as JSON', false)
    .action((project: string, options: Options) => {
      const access = projectNamed(openHouse(options.data), project)
      const count = countables.find((one) => one === options.count)
      if (!count) throw new Refused(`“${options.count}” cannot be counted; choose ${countables.join(', ')}.`)
      const all = variables.list(access)
      const names =
        options.by?.split(',').map((name) => name.trim()) ??
        all
          .filter((one) => one.kind === 'category')
          .slice(0, 2)
          .map((one) => one.name)
      if (names.length > 2) throw new Refused('A table has one variable or two in its columns.')
      const by = names.map((name) => known(all, name))
      const table = frequencies.count(access, { by, count, rollUp: true, interviewers: false, coders: null })
      console.log(options.json ? JSON.stringify(asJson(table, names)) : asText(table))
    })
}

function known(all: readonly Variable[], name: string): Variable {
  const variable = variableNamed(all, name)
  if (variable) return variable
  const names = all.map((one) => one.name).join(', ')
  throw new Refused(`There is no variable “${name}”. There are: ${names || 'none'}.`)
}

function asJson(table: Crosstab, by: readonly string[]) {
  return {
    count: table.count,
    by,
    columns: table.columns.map((column) => ({
      ...Object.fromEntries(by.map((name, i) => [name, column.values[i] ?? null])),
      interviews: column.interviews,
    })),
    rows: table.rows.map((row) => ({ code: row.code.path, values: row.cells, total: row.total })),
  }
}

function asText(table: Crosstab): string {
  const heads = table.columns.map(
    (column) => `${column.values.map((value) => value ?? '–').join(' · ')} (n=${column.interviews})`,
  )
  const lines = [
    [`${table.count}`, ...heads, `total (n=${table.all.interviews})`],
    ...table.rows.map((row) => [row.code.path, ...row.cells.map(String), String(row.total)]),
  ]
  return lines.map((line) => line.join('\t')).join('\n')
}
