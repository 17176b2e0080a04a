'use client'

import { CloseButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Column, Filter, View } from '@/core/interviews/table'
import classes from './interview-table.module.css'
import { useLabels } from './labels'

/** The filters that are on, each with the way to drop it, and how many interviews they leave. */
export function FilterChips(props: {
  columns: readonly Column[]
  view: View
  shown: number
  all: number
  drop: (column: Column) => void
}) {
  const t = useTranslations('interviews')
  const label = useLabels()
  const say = (column: Column, filter: Filter) => {
    if (filter.by === 'contains') return `“${filter.text}”`
    if (filter.by === 'oneOf')
      return filter.values.map((value) => (value === '' ? t('none') : label.value(column, value))).join(', ')
    return `${filter.from} – ${filter.to}`
  }
  return (
    <div className={classes.chips}>
      <span role="status">
        {props.shown === props.all ? t('count', { n: props.all }) : t('someOf', { shown: props.shown, n: props.all })}
      </span>
      {props.columns.map((column) => {
        const filter = props.view.filters[column.id]
        if (!filter) return null
        return (
          <span key={column.id} className={classes.chip}>
            {label.heading(column)}: {say(column, filter)}
            <CloseButton
              size="xs"
              aria-label={t('dropFilter', { name: label.heading(column) })}
              onClick={() => props.drop(column)}
            />
          </span>
        )
      })}
    </div>
  )
}
