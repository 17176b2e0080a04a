'use client'

import { NumberInput, Select } from '@mantine/core'

/** A setting of one analysis, and the search param that holds it. */
export type Control = { readonly param: string; readonly label: string; readonly value: string } & (
  | { readonly kind: 'select'; readonly options: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
)

/** The settings of one analysis. */
export function Controls(props: { controls: readonly Control[]; change: (param: string, value: string) => void }) {
  return props.controls.map((one) =>
    one.kind === 'select' ? (
      <Select
        key={one.param}
        size="xs"
        w={180}
        label={one.label}
        allowDeselect={false}
        value={one.value}
        data={[...one.options]}
        onChange={(value) => value !== null && props.change(one.param, value)}
      />
    ) : (
      <NumberInput
        key={one.param}
        size="xs"
        w={110}
        label={one.label}
        min={one.min}
        max={one.max}
        allowDecimal={false}
        value={Number(one.value)}
        onChange={(value) => typeof value === 'number' && props.change(one.param, String(value))}
      />
    ),
  )
}
