'use client'

import { Group, SegmentedControl, Switch, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'

const shows = ['queue', 'names', 'text', 'consent'] as const
type Show = (typeof shows)[number]

/** Whether the project is masked, and which part of the masking is looked at. */
export function MaskingHead(props: {
  show: Show
  on: boolean
  open: number
  look: (show: Show) => void
  turn: (on: boolean) => void
}) {
  const t = useTranslations('masking')
  return (
    <>
      <Switch
        my="sm"
        checked={props.on}
        onChange={(event) => props.turn(event.currentTarget.checked)}
        label={t('on')}
        description={t('onMeans')}
      />
      <Group mb="md">
        <SegmentedControl
          aria-label={t('title')}
          value={props.show}
          onChange={(value) => props.look(shows.find((one) => one === value) ?? 'queue')}
          data={shows.map((show) => ({ value: show, label: t(`show.${show}`, { n: props.open }) }))}
        />
      </Group>
      <Text size="sm" c="dimmed" mb="md" maw="72ch">
        {t(`means.${props.show}`)}
      </Text>
    </>
  )
}
