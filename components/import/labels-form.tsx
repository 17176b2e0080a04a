'use client'

import { Button, Group, NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { labelStyles } from '@/core/text/labels/style'
import type { Labels } from './entry'

const styles = ['auto', ...labelStyles, 'listed'] as const

/** Says for the whole batch how its speakers are marked; the preview is made anew. */
export function LabelsForm(props: { labels: Labels; disabled: boolean; set: (labels: Labels) => void }) {
  const t = useTranslations('import')
  const [style, setStyle] = useState(props.labels.style)
  const [listed, setListed] = useState(props.labels.listed)
  return (
    <Group align="end" gap="xs">
      <NativeSelect
        label={t('labels')}
        disabled={props.disabled}
        value={style}
        data={styles.map((value) => ({ value, label: t(`style.${value}`) }))}
        onChange={(event) => {
          const next = styles.find((one) => one === event.currentTarget.value) ?? 'auto'
          setStyle(next)
          if (next !== 'listed') props.set({ style: next, listed })
        }}
      />
      {style === 'listed' ? (
        <>
          <Textarea
            label={t('listed')}
            autosize
            minRows={2}
            maxRows={8}
            value={listed}
            onChange={(event) => setListed(event.currentTarget.value)}
          />
          <Button disabled={props.disabled || listed.trim() === ''} onClick={() => props.set({ style, listed })}>
            {t('readAgain')}
          </Button>
        </>
      ) : null}
    </Group>
  )
}
