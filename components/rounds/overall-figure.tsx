'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Interval } from '@/core/agreement/distribution'
import type { Mean } from '@/core/rounds/figures'
import { IntervalBar } from './interval-bar'

/** The one figure of a round: the mean over its codes, with its interval as soon as it is drawn. */
export function OverallFigure(props: { measure: string; mean: Mean; interval: Interval | null }) {
  const { mean, interval, measure } = props
  const t = useTranslations('rounds')
  const format = useFormatter()
  const two = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' })
  if (mean.value === null) return <p>{t('noMean')}</p>
  const range = interval ? ` [${two(interval.low)}, ${two(interval.high)}]` : ''
  return (
    <p>
      {t('meanOfCodes', { value: `${two(mean.value)}${range}`, n: mean.codes, without: mean.without })}{' '}
      <IntervalBar measure={measure} value={mean.value} interval={interval} />
    </p>
  )
}
