'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Message } from '@/components/shell/message'

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('shell')
  return (
    <Message
      title={t('errorTitle')}
      text={t('error', { digest: error.digest ?? '–' })}
      href="/projects"
      link={t('toProjects')}
    >
      <Button onClick={reset} mr="md">
        {t('tryAgain')}
      </Button>
    </Message>
  )
}
