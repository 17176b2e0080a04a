import type { Control } from '@/components/analysis/controls'
import type { TableCell } from '@/components/analysis/matrix-table'
import type { Table } from '@/formats/table'

/** A table as its page shows it. */
export type ShownTable = {
  readonly corner: string
  readonly columns: readonly { readonly id: string; readonly name: string; readonly under?: string }[]
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly title: string
    readonly depth: number
    readonly cells: readonly TableCell[]
  }[]
}

/** A figure: what it is called, what is told to whom does not see it, and how it is drawn; `note` has to stand in its caption. */
export type ShownFigure = {
  readonly id: string
  readonly label: string
  readonly alt: string
  readonly draw: (document: Document, note: string) => string
}

/** An analysis as its page and its files show it. `search` are its own search params; `empty` says why there is nothing to see. */
export type View = {
  readonly controls: readonly Control[]
  readonly search: Readonly<Record<string, string>>
  readonly said: string
  readonly mostCodes: number | null
  readonly table: ShownTable
  readonly sheet: () => Table
  readonly figures: readonly ShownFigure[]
  readonly empty: string | null
}
