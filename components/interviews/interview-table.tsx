'use client'

import { Text } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { Interview } from '@/core/interviews/interview'
import { type Column, shownInterviews, tableColumns, type View } from '@/core/interviews/table'
import { viewOf, viewParams } from '@/core/interviews/view'
import type { Variable } from '@/core/variable'
import type { InterviewActions } from './answer'
import { FilterChips } from './filter-chips'
import { Grid } from './grid'
import type { Editing } from './grid-row'
import classes from './interview-table.module.css'
import { SelectionBar } from './selection-bar'
import { useEdits } from './use-edits'
import { useSelection } from './use-selection'

/** All interviews of a project: sorted, filtered, edited in place. `base` and an interview's id make the way to its transcript; `query` is the URL's. */
export function InterviewTable(props: {
  project: string
  base: string
  query: string
  interviews: readonly Interview[]
  variables: readonly Variable[]
  editable: boolean
  actions: InterviewActions
}) {
  const t = useTranslations('interviews')
  const locale = useLocale()
  const edits = useEdits(props.project, props.interviews, props.actions)
  const { rows } = edits
  const columns = useMemo(() => tableColumns(rows, props.variables, locale), [rows, props.variables, locale])
  const [view, setViewState] = useState(() => viewOf(new URLSearchParams(props.query), columns))
  const shown = useMemo(() => shownInterviews(rows, columns, view, locale), [rows, columns, view, locale])
  const selection = useSelection(shown)
  const [editing, setEditing] = useState<Editing | null>(null)

  function setView(next: View) {
    setViewState(next)
    const params = viewParams(next, columns).toString()
    window.history.replaceState(null, '', params === '' ? window.location.pathname : `?${params}`)
  }
  const { undo } = edits
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), textarea, select')
      if (typing || event.code !== 'KeyZ' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  function store(row: Interview, column: Column, value: string) {
    if (column.variable) void edits.set([{ interviewId: row.id, variableId: column.id, value: value.trim() || null }])
    else void edits.rename(row.id, value)
  }
  const ids = [...selection.ids]
  const [only] = ids
  return (
    <div className={classes.table}>
      {ids.length > 0 ? (
        <SelectionBar
          count={ids.length}
          variables={props.variables}
          set={(variable, value) =>
            void edits.set(ids.map((interviewId) => ({ interviewId, variableId: variable.id, value: value || null })))
          }
          rename={
            ids.length === 1 && only !== undefined ? () => setEditing({ id: only, column: 'name', start: null }) : null
          }
          remove={() => {
            selection.clear()
            void edits.remove(ids)
          }}
          clear={selection.clear}
        />
      ) : (
        <FilterChips
          columns={columns}
          view={view}
          shown={shown.length}
          all={rows.length}
          drop={(column) => {
            const { [column.id]: _, ...filters } = view.filters
            setView({ ...view, filters })
          }}
        />
      )}
      <Grid
        rows={shown}
        columns={columns}
        view={view}
        setView={setView}
        selection={selection}
        editable={props.editable}
        base={props.base}
        editing={editing}
        setEditing={setEditing}
        store={store}
      />
      {shown.length === 0 ? (
        <Text p="md" c="var(--quiet)">
          {t('noneShown')}
        </Text>
      ) : null}
    </div>
  )
}
