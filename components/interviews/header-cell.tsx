'use client'

import { ActionIcon, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Column, Filter } from '@/core/interviews/table'
import { FilterForm } from './filter-form'
import classes from './interview-table.module.css'
import { useLabels } from './labels'

/** A heading that sorts when pressed, and filters by its funnel or Alt+Down. */
export function HeaderCell(props: {
  column: Column
  index: number
  sorted: 'ascending' | 'descending' | null
  filter: Filter | null
  tabbable: boolean
  onFocus: () => void
  sort: () => void
  setFilter: (filter: Filter | null) => void
}) {
  const t = useTranslations('interviews')
  const heading = useLabels().heading(props.column)
  const [open, setOpen] = useState(false)
  const Arrow = props.sorted === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th
      aria-colindex={props.index + 2}
      aria-sort={props.sorted ?? 'none'}
      className={props.index === 0 ? classes.first : undefined}
      data-numbers={props.column.kind === 'number' || undefined}
    >
      <div className={classes.heading}>
        <button
          type="button"
          className={classes.sort}
          data-cell={`-1:${props.index}`}
          tabIndex={props.tabbable ? 0 : -1}
          aria-keyshortcuts="Alt+ArrowDown"
          title={heading}
          onFocus={props.onFocus}
          onClick={props.sort}
          onKeyDown={(event) => {
            if (!event.altKey || event.code !== 'ArrowDown') return
            event.preventDefault()
            event.stopPropagation()
            setOpen(true)
          }}
        >
          <span>{heading}</span>
          {props.sorted ? <Arrow size={14} aria-hidden /> : null}
        </button>
        <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={240} shadow="sm" withinPortal>
          <Popover.Target>
            <ActionIcon
              size="sm"
              variant={props.filter ? 'light' : 'subtle'}
              color={props.filter ? 'ink' : 'gray'}
              tabIndex={-1}
              aria-label={t('filterBy', { name: heading })}
              onClick={() => setOpen(!open)}
            >
              {props.filter ? <IconFilterFilled size={14} /> : <IconFilter size={14} />}
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}>
            <FilterForm column={props.column} filter={props.filter} set={props.setFilter} />
          </Popover.Dropdown>
        </Popover>
      </div>
    </th>
  )
}
