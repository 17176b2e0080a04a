'use client'

import { Button, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import classes from './codebook.module.css'

/** A codebook without codes: what it is for, and the first step. */
export function NoCodes({ add }: { add: (() => void) | null }) {
  const t = useTranslations('codebook')
  return (
    <div className={classes.empty}>
      <Text mb="md">{t(add ? 'empty' : 'emptyToRead')}</Text>
      {add ? <Button onClick={add}>{t('first')}</Button> : null}
    </div>
  )
}
