'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Interview } from '@/core/interviews/interview'
import type { Column, Filter, View } from '@/core/interviews/table'
import { movedPlace, type Place } from './grid-keys'
import { type Editing, GridRow } from './grid-row'
import { HeaderCell } from './header-cell'
import classes from './interview-table.module.css'
import type { Selection } from './use-selection'
import { useWindow } from './use-window'

const rowHeight = 32
const widths = { text: 176, number: 104, date: 124, category: 156 } as const

/** The table as a grid: arrows move, Enter edits or opens, Space and Shift select; only the rows near the visible part are drawn. */
export function Grid(props: {
  rows: readonly Interview[]
  columns: readonly Column[]
  view: View
  setView: (view: View) => void
  selection: Selection
  editable: boolean
  base: string
  editing: Editing | null
  setEditing: (editing: Editing | null) => void
  store: (row: Interview, column: Column, value: string) => void
}) {
  const t = useTranslations('interviews')
  const { rows, columns, view, selection, editing } = props
  const near = useWindow(rows.length, rowHeight)
  const [active, setActive] = useState<Place>({ row: rows.length > 0 ? 0 : -1, column: 0 })
  const wanted = useRef(false)
  const at = { row: Math.min(active.row, rows.length - 1), column: Math.min(active.column, columns.length - 1) }

  useEffect(() => {
    if (!wanted.current || editing) return
    const cell = near.box.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:${at.column}"]`)
    if (!cell) return
    wanted.current = false
    cell.focus({ preventScroll: at.row >= 0 })
    cell.closest('td, th')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  function go(to: Place) {
    wanted.current = true
    setActive(to)
    near.reveal(to.row)
  }
  function edit(row: Interview, column: Column, start: string | null) {
    if (props.editable && (column.variable || column.id === 'name'))
      props.setEditing({ id: row.id, column: column.id, start })
  }
  function onKeyDown(event: KeyboardEvent) {
    const row = rows[at.row]
    const column = columns[at.column]
    const control = event.ctrlKey || event.metaKey
    const to = event.altKey
      ? null
      : movedPlace(event.key, control, at, { rows: rows.length, columns: columns.length, page: near.page })
    if (to) {
      event.preventDefault()
      if (event.shiftKey && props.editable && to.row >= 0) selection.to(to.row, at.row)
      return go(to)
    }
    if (control && event.code === 'KeyA' && props.editable) {
      event.preventDefault()
      return selection.all()
    }
    if (!row || !column || !props.editable) return
    if (event.key === 'Escape') return selection.clear()
    if (event.key === ' ') {
      event.preventDefault()
      return selection.toggle(at.row, event.shiftKey)
    }
    if (event.key === 'F2' || (event.key === 'Enter' && column.id !== 'name')) {
      event.preventDefault()
      return edit(row, column, null)
    }
    if (!column.variable || control || event.altKey) return
    if (event.key === 'Delete' || event.key === 'Backspace') return props.store(row, column, '')
    if (event.key.length === 1 && column.kind !== 'category' && column.kind !== 'date') {
      event.preventDefault()
      edit(row, column, event.key)
    }
  }
  function sort(column: Column) {
    const again = view.sort.column === column.id
    props.setView({ ...view, sort: { column: column.id, descending: again && !view.sort.descending } })
  }
  function setFilter(column: Column, filter: Filter | null) {
    const { [column.id]: _, ...others } = view.filters
    props.setView({ ...view, filters: filter ? { ...others, [column.id]: filter } : others })
  }
  function done(row: Interview, column: Column, value: string | null, by: 'Enter' | 'Tab' | 'Escape' | 'blur') {
    props.setEditing(null)
    if (value !== null) props.store(row, column, value)
    if (by === 'blur') return
    const moved =
      by === 'Tab' ? movedPlace('ArrowRight', false, at, { rows: rows.length, columns: columns.length, page: 1 }) : at
    go(moved ?? at)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up here from the grid's own cells
    <div className={classes.box} ref={near.box} onScroll={near.measure} onKeyDown={onKeyDown} tabIndex={-1}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid
        role="grid"
        aria-label={t('title')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable={props.editable}
        className={classes.grid}
      >
        <colgroup>
          {props.editable ? <col style={{ width: 36 }} /> : null}
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.id === 'name' ? 'var(--name-width)' : widths[column.kind] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {props.editable ? (
              <th className={classes.check} aria-colindex={1}>
                <input
                  type="checkbox"
                  aria-label={t('selectAll')}
                  checked={rows.length > 0 && selection.ids.size === rows.length}
                  onChange={(event) => (event.currentTarget.checked ? selection.all() : selection.clear())}
                />
              </th>
            ) : null}
            {columns.map((column, index) => (
              <HeaderCell
                key={column.id}
                column={column}
                index={index}
                sorted={view.sort.column === column.id ? (view.sort.descending ? 'descending' : 'ascending') : null}
                filter={view.filters[column.id] ?? null}
                tabbable={at.row === -1 && at.column === index}
                onFocus={() => setActive({ row: -1, column: index })}
                sort={() => sort(column)}
                setFilter={(filter) => setFilter(column, filter)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={near.from} columns={columns.length + 1} />
          {rows.slice(near.from, near.to).map((row, offset) => {
            const index = near.from + offset
            return (
              <GridRow
                key={row.id}
                row={row}
                index={index}
                columns={columns}
                href={props.base + row.id}
                selected={selection.ids.has(row.id)}
                editable={props.editable}
                tabbable={at.row === index ? at.column : null}
                editing={editing?.id === row.id ? editing : null}
                focus={(column) => setActive({ row: index, column })}
                select={(shift) => selection.toggle(index, shift)}
                edit={(column) => edit(row, column, null)}
                done={(column, value, by) => done(row, column, value, by)}
              />
            )
          })}
          <Space rows={rows.length - near.to} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  )
}

function Space({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null
  return (
    <tr aria-hidden style={{ height: rows * rowHeight }}>
      <td colSpan={columns} />
    </tr>
  )
}
