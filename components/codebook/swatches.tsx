'use client'

import { useTranslations } from 'next-intl'
import { colourSlots } from '@/core/codebook/colour'
import classes from './codebook.module.css'

const names = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11'] as const

/** The palette: one colour of twelve, each with its name. */
export function Swatches(props: { colour: number; readOnly: boolean; choose: (slot: number) => void }) {
  const t = useTranslations('codebook.colours')
  const own = ((props.colour % colourSlots) + colourSlots) % colourSlots
  return (
    <fieldset className={classes.swatches} disabled={props.readOnly}>
      <legend>{useTranslations('codebook')('colour')}</legend>
      {names.map((name, slot) => (
        <label key={name} className={classes.choice} title={t(name)}>
          <input
            type="radio"
            name="colour"
            aria-label={t(name)}
            checked={slot === own}
            onChange={() => props.choose(slot)}
          />
          <span style={{ background: `var(--code-${slot})` }} />
        </label>
      ))}
      <span className={classes.quiet}>{t(names[own] ?? 'c0')}</span>
    </fieldset>
  )
}
