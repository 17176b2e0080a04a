import type { useFormatter } from 'next-intl'
import type { Show } from '@/core/frequencies/express'

type Format = Pick<ReturnType<typeof useFormatter>, 'number'>

/** A cell as it is read: a count, or a percentage with one decimal below 10 %; nothing for an empty cell. */
export function cellText(format: Format, value: number | null, show: Show): string {
  if (value === null) return ''
  if (show === 'count') return format.number(value)
  return format.number(value, { style: 'percent', maximumFractionDigits: value > 0 && value < 0.0995 ? 1 : 0 })
}
