import type { useTranslations } from 'next-intl'
import type { Choices } from '@/core/excerpts/choices'
import { valueOfParam } from '../excerpts/value-param'
import type { ChoiceSettings } from './choice-settings'

/** The sentences that say what an analysis looked at: interviewers, coders, interviews. */
export function saidOfChoice(
  settings: ChoiceSettings,
  known: Choices,
  t: ReturnType<typeof useTranslations<'analysis'>>,
): string {
  const names = known.coders
    .filter((coder) => settings.coders.includes(coder.id))
    .map((coder) => (coder.kind === 'consensus' ? t('consensus') : coder.name))
  const only = known.variables.flatMap(({ variable }) => {
    const values = settings.values.map(valueOfParam).filter((one) => one?.variable === variable.id)
    if (values.length === 0) return []
    return [`${variable.name}: ${values.map((one) => one?.value ?? t('noValue')).join(', ')}`]
  })
  return [
    settings.rollUp ? t('said.rollUp') : t('said.own'),
    settings.interviewers ? t('said.withInterviewers') : t('said.withoutInterviewers'),
    names.length > 0 ? t('said.coders', { names: names.join(', ') }) : t('said.everyCoder'),
    ...(settings.version === null ? [] : [t('said.version', { number: settings.version })]),
    ...(only.length > 0 ? [t('said.only', { values: only.join('; ') })] : []),
  ].join(' ')
}
