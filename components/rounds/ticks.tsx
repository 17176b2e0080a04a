'use client'

import { Checkbox } from '@mantine/core'
import classes from './rounds.module.css'

/** Some of many, by boxes to tick. */
export function Ticks(props: {
  label: string
  all: readonly { readonly id: string; readonly name: string }[]
  chosen: readonly string[]
  choose: (ids: readonly string[]) => void
}) {
  const { chosen } = props
  return (
    <Checkbox.Group label={props.label} value={[...chosen]} onChange={props.choose}>
      <div className={classes.ticks}>
        {props.all.map((one) => (
          <Checkbox key={one.id} size="md" value={one.id} label={one.name} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
