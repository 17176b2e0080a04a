'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Variable } from '@/core/variable'
import classes from './interview-table.module.css'

type Kind = Pick<Variable, 'kind' | 'categories'>

/** Edits one cell in place: Enter and leaving it keep the value, Escape drops it. `done` is told which, and by which key. */
export function CellEditor(props: {
  label: string
  variable: Kind
  value: string
  start: string | null
  done: (value: string | null, by: 'Enter' | 'Tab' | 'Escape' | 'blur') => void
}) {
  const t = useTranslations('interviews')
  const [draft, setDraft] = useState(props.start ?? props.value)
  const ended = useRef(false)
  const field = useRef<HTMLElement>(null)
  const hold = (element: HTMLElement | null) => {
    field.current = element
  }

  useEffect(() => {
    const element = field.current
    element?.focus()
    if (element instanceof HTMLInputElement && element.type === 'text' && props.start === null) element.select()
    if (element instanceof HTMLSelectElement) {
      // A browser that will not open the list by itself still has the focused field.
      try {
        element.showPicker()
      } catch {}
    }
  }, [props.start])

  function end(value: string | null, by: 'Enter' | 'Tab' | 'Escape' | 'blur') {
    if (ended.current) return
    ended.current = true
    props.done(value, by)
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab') return
    event.preventDefault()
    end(event.key === 'Escape' ? null : draft, event.key)
  }
  const common = {
    ref: hold,
    className: classes.editor,
    'aria-label': props.label,
    value: draft,
    onKeyDown,
    onBlur: () => end(draft, 'blur'),
  }
  if (props.variable.kind === 'category')
    return (
      <select {...common} onChange={(event) => end(event.currentTarget.value, 'Enter')}>
        <option value="">{t('none')}</option>
        {props.variable.categories.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    )
  return (
    <input
      {...common}
      type={props.variable.kind === 'date' ? 'date' : 'text'}
      inputMode={props.variable.kind === 'number' ? 'decimal' : undefined}
      onChange={(event) => setDraft(event.currentTarget.value)}
    />
  )
}
