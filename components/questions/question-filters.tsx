'use client'

import { Checkbox, Group, SegmentedControl } from '@mantine/core'
import { useTranslations } from 'next-intl'

/** Which questions are shown. */
export const questionFilters = ['open', 'meeting', 'settled', 'all'] as const
/** One of `questionFilters`. */
export type QuestionFilter = (typeof questionFilters)[number]

/** Open, settled, for the next meeting, or all; everybody's or one's own. */
export function QuestionFilters(props: {
  show: QuestionFilter
  mine: boolean
  change: (to: { show: QuestionFilter; mine: boolean }) => void
}) {
  const t = useTranslations('questions')
  const { show, mine, change } = props
  return (
    <Group gap="md">
      <SegmentedControl
        size="xs"
        aria-label={t('show')}
        value={show}
        data={questionFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
        onChange={(value) => change({ show: questionFilters.find((one) => one === value) ?? 'open', mine })}
      />
      <Checkbox
        size="xs"
        label={t('mine')}
        description={t('mineHint')}
        checked={mine}
        onChange={(event) => change({ show, mine: event.currentTarget.checked })}
      />
    </Group>
  )
}
