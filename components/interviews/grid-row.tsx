'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Interview } from '@/core/interviews/interview'
import { type Column, valuesIn } from '@/core/interviews/table'
import { CellEditor } from './cell-editor'
import classes from './interview-table.module.css'
import { useLabels } from './labels'

/** A cell that is being edited; `start` is the character that began it, null when it began with the value it has. */
export type Editing = { readonly id: string; readonly column: string; readonly start: string | null }

const nameKind = { kind: 'text', categories: [] } as const

/** One interview in the grid. */
export function GridRow(props: {
  row: Interview
  index: number
  columns: readonly Column[]
  href: string
  selected: boolean
  editable: boolean
  tabbable: number | null
  editing: Editing | null
  focus: (column: number) => void
  select: (shift: boolean) => void
  edit: (column: Column) => void
  done: (column: Column, value: string | null, by: 'Enter' | 'Tab' | 'Escape' | 'blur') => void
}) {
  const t = useTranslations('interviews')
  const label = useLabels()
  const { row, index } = props
  return (
    <tr aria-rowindex={index + 2} aria-selected={props.editable ? props.selected : undefined}>
      {props.editable ? (
        <td className={classes.check} aria-colindex={1}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('select', { name: row.name })}
            checked={props.selected}
            onChange={() => {}}
            onClick={(event) => props.select(event.shiftKey)}
          />
        </td>
      ) : null}
      {props.columns.map((column, place) => {
        const isName = column.id === 'name'
        const changeable = props.editable && (column.variable !== null || isName)
        const editing = props.editing?.column === column.id ? props.editing : null
        const text = valuesIn(row, column)
          .map((value) => label.value(column, value))
          .join(', ')
        const tabIndex = props.tabbable === place ? 0 : -1
        const own = { 'data-cell': `${index}:${place}`, tabIndex: editing || isName ? undefined : tabIndex }
        const Cell = isName ? 'th' : 'td'
        return (
          <Cell
            key={column.id}
            {...(isName ? { scope: 'row' as const } : own)}
            aria-colindex={place + 2}
            aria-readonly={!changeable}
            className={isName ? classes.first : undefined}
            data-numbers={column.kind === 'number' || undefined}
            title={text}
            onFocus={() => props.focus(place)}
            onDoubleClick={() => changeable && !editing && props.edit(column)}
          >
            {editing ? (
              <CellEditor
                label={`${label.heading(column)}: ${row.name}`}
                variable={column.variable ?? nameKind}
                value={isName ? row.name : (row.values[column.id] ?? '')}
                start={editing.start}
                done={(value, by) => props.done(column, value, by)}
              />
            ) : isName ? (
              <Link {...own} tabIndex={tabIndex} href={props.href} prefetch={false}>
                {row.name}
              </Link>
            ) : (
              text
            )}
          </Cell>
        )
      })}
    </tr>
  )
}
