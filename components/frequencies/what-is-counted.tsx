import { useTranslations } from 'next-intl'
import type { Coder } from '@/core/project'
import type { Settings } from './frequency-settings-bar'

/** Says in words what the numbers are. */
export function WhatIsCounted({ settings, coders }: { settings: Settings; coders: readonly Coder[] }) {
  const t = useTranslations('frequencies')
  const names = coders
    .filter((coder) => settings.coders.includes(coder.id))
    .map((coder) => (coder.kind === 'consensus' ? t('consensus') : coder.name))
  const sentences = [
    t(`said.${settings.count}`),
    ...(settings.show === 'count' ? [] : [t(`as.${settings.show}`, { count: settings.count })]),
    settings.rollUp ? t('said.rollUp', { count: settings.count }) : t('said.own'),
    settings.interviewers ? t('said.withInterviewers') : t('said.withoutInterviewers'),
    names.length > 0 ? t('said.coders', { names: names.join(', ') }) : t('said.everyCoder'),
    ...(settings.least === 0 ? [] : [t('said.least', { n: settings.least })]),
    ...(settings.version === null ? [] : [t('said.version', { number: settings.version })]),
  ]
  return (
    <p style={{ margin: '10px 0 0', maxWidth: '100ch', fontSize: 13, color: 'var(--quiet)' }}>{sentences.join(' ')}</p>
  )
}
