'use client'

import { useTranslations } from 'next-intl'
import type { Answered } from '@/core/agreement/asked'
import type { Interval } from '@/core/agreement/distribution'
import { readingOf } from '@/core/agreement/reading'

const keys = [
  ...(['none.empty', 'none.one_coder', 'none.no_pairable', 'none.no_variation', 'none.not_exclusive'] as const),
  ...(['none.not_applicable', 'tooFew.interviews', 'tooFew.width'] as const),
  ...(['krippendorff.discard', 'krippendorff.tentative', 'krippendorff.reliable'] as const),
  ...(['landisKoch.poor', 'landisKoch.slight', 'landisKoch.fair', 'landisKoch.moderate'] as const),
  ...([
    'landisKoch.substantial',
    'landisKoch.almostPerfect',
    'fleiss.poor',
    'fleiss.fair',
    'fleiss.excellent',
  ] as const),
  ...(['altman.poor', 'altman.fair', 'altman.moderate', 'altman.good', 'altman.veryGood', 'noScale'] as const),
] as const

/** What a figure says, in words, with the author of the threshold. */
export function ReadingText(props: { measure: string; figure: Answered; interval: Interval | null }) {
  const t = useTranslations('agreement')
  const { key, values } = readingOf(props.measure, props.figure, props.interval)
  const known = keys.find((one) => one === key)
  return known ? t(`reading.${known}`, told(values)) : null
}

/** With two digits a small negative number reads as “minus nothing”. */
function told<V>(values: Readonly<Record<string, V>>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && Math.abs(value) < 0.005 ? 0 : value,
    ]),
  )
}
