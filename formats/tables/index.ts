import { zipSync } from 'fflate'
import type { DataTable } from '@/core/exchange/tables'
import { writeCsv } from '../csv/write'
import type { Exporter } from '../reading'

/** Tables as a zip of CSV files, each as `writeCsv` has it. */
export const tablesExporter: Exporter<readonly DataTable[]> = {
  id: 'tables',
  name: 'CSV',
  extension: 'zip',
  type: 'application/zip',
  write: async (tables) => {
    const files = tables.map(({ name, columns, rows }) => [
      `${name}.csv`,
      writeCsv({ name, columns: columns.map((column) => column.name), rows }),
    ])
    return { bytes: zipSync(Object.fromEntries(files)), notes: [] }
  },
}
