import { Select, Switch, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type Desk, headingModes, translationModes } from '@/core/quotes/desk'
import type { Variable } from '@/core/variable'
import { TypedInput } from '../excerpts/typed-input'
import { useLanguageName } from '../interviews/labels'
import type { DeskActions } from './actions'
import classes from './quotes.module.css'

/** What is set on a desk, and the reference of the project. */
export function DeskSettings(props: {
  desk: Desk
  template: string
  unknownSlots: readonly string[]
  leads: boolean
  variables: readonly Variable[]
  actions: DeskActions
}) {
  const { desk, actions } = props
  const t = useTranslations('quotes')
  const nameOf = useLanguageName()
  const spoken = desk.items.flatMap((item) =>
    item.kind === 'quote' ? item.excerpt.translations.map((one) => one.language) : [],
  )
  const languages = [...new Set([...spoken, ...(desk.language === '' ? [] : [desk.language])])].sort()
  const disabled = !desk.editable
  return (
    <details className={classes.settings}>
      <summary>{t('settings')}</summary>
      <div className={classes.fields}>
        <TypedInput value={desk.name} done={(name) => void actions.change({ name })}>
          {(input) => <TextInput {...input} label={t('name')} maxLength={200} disabled={disabled} />}
        </TypedInput>
        <Select
          label={t('translation')}
          disabled={disabled}
          allowDeselect={false}
          data={translationModes.map((value) => ({ value, label: t(`translations.${value}`) }))}
          value={desk.translation}
          onChange={(value) => {
            const translation = translationModes.find((one) => one === value)
            if (translation) void actions.change({ translation })
          }}
        />
        <Select
          label={t('language')}
          disabled={disabled || desk.translation === 'none'}
          allowDeselect={false}
          data={[
            { value: '', label: t('anyLanguage') },
            ...languages.map((value) => ({ value, label: nameOf(value) })),
          ]}
          value={desk.language}
          onChange={(language) => void actions.change({ language: language ?? '' })}
        />
        <Select
          label={t('headings')}
          disabled={disabled}
          allowDeselect={false}
          data={headingModes.map((value) => ({ value, label: t(`headingModes.${value}`) }))}
          value={desk.headings}
          onChange={(value) => {
            const headings = headingModes.find((one) => one === value)
            if (headings) void actions.change({ headings })
          }}
        />
        <Select
          label={t('matrixBy')}
          disabled={disabled}
          allowDeselect={false}
          data={[
            { value: '', label: t('noGroups') },
            ...props.variables.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={desk.matrixBy ?? ''}
          onChange={(id) => void actions.change({ matrixBy: id || null })}
        />
        <TypedInput value={props.template} done={(template) => void actions.setReference(template)}>
          {(input) => (
            <TextInput
              {...input}
              label={t('reference')}
              description={t('referenceHint', { example: '({interview}, {section}, {year})' })}
              error={
                props.unknownSlots.length > 0 ? t('unknownSlots', { slots: props.unknownSlots.join(', ') }) : undefined
              }
              disabled={!props.leads}
            />
          )}
        </TypedInput>
        <Switch
          label={t('shared')}
          disabled={!desk.removable}
          checked={desk.shared}
          onChange={(event) => void actions.change({ shared: event.currentTarget.checked })}
        />
      </div>
    </details>
  )
}
