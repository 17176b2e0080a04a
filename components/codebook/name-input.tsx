'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import classes from './codebook.module.css'

/** A name written in the line of the tree: Enter keeps it, Esc does not; an empty one is none. */
export function NameInput(props: {
  name: string
  label: string
  taken: (name: string) => boolean
  done: (name: string | null, how: 'key' | 'blur') => void
}) {
  const t = useTranslations('codebook')
  const [name, setName] = useState(props.name)
  const field = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  useEffect(() => field.current?.select(), [])
  const wrong = name.trim() !== '' && props.taken(name)
  const end = (kept: string | null, how: 'key' | 'blur') => {
    if (ended.current) return
    ended.current = true
    props.done(kept, how)
  }
  const value = name.trim() === '' || name.trim() === props.name ? null : name
  return (
    <span className={classes.naming}>
      <input
        ref={field}
        className={classes.name}
        value={name}
        maxLength={200}
        aria-label={props.label}
        aria-invalid={wrong}
        aria-describedby={wrong ? 'name-taken' : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') end(null, 'key')
          if (event.key === 'Enter' && !wrong && !event.nativeEvent.isComposing) end(value, 'key')
        }}
        onBlur={() => end(wrong ? null : value, 'blur')}
      />
      {wrong ? (
        <span id="name-taken" className={classes.taken} role="alert">
          {t('taken')}
        </span>
      ) : null}
    </span>
  )
}
