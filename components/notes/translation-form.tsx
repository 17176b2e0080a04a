'use client'

import { Button, Checkbox, Group, Select, Stack, Textarea } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { TranslationState } from '@/core/notes/translation'
import { languageName } from '@/core/text/language-name'
import { languages } from './languages'

const LAST = 'interlinear.translation.language'

/** A translation as it stands in the form. */
export type Written = { readonly language: string; readonly text: string; readonly state: TranslationState }

/** A translation that is being written. `send` answers whether it was stored; what was not stays in the form. */
export function TranslationForm(props: {
  /** What is there already; null for a new one. */
  there: Written | null
  send: (written: Written) => Promise<boolean>
  cancel: () => void
}) {
  const t = useTranslations('translations')
  const locale = useLocale()
  const [language, setLanguage] = useState(() => props.there?.language ?? lastLanguage(locale))
  const [text, setText] = useState(props.there?.text ?? '')
  const [checked, setChecked] = useState(props.there?.state === 'checked')
  const [busy, setBusy] = useState(false)
  const data = useMemo(() => {
    const offered = [...new Set<string>([language, ...languages])]
    return offered.map((value) => ({ value, label: languageName(value, locale) }))
  }, [language, locale])
  const send = async () => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    remember(language)
    if (!(await props.send({ language, text, state: checked ? 'checked' : 'draft' }))) setBusy(false)
  }
  return (
    <Stack gap={6}>
      <Select
        size="xs"
        label={t('language')}
        searchable
        allowDeselect={false}
        value={language}
        data={data}
        onChange={(value) => value && setLanguage(value)}
      />
      <Textarea
        label={t('text')}
        lang={language}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={100_000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <Checkbox
        size="xs"
        label={t('state.checked')}
        checked={checked}
        onChange={(event) => setChecked(event.currentTarget.checked)}
      />
      <Group gap="xs">
        <Button loading={busy} disabled={text.trim() === ''} onClick={() => void send()}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={props.cancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function lastLanguage(locale: string): string {
  try {
    return localStorage.getItem(LAST) ?? locale
  } catch {
    return locale
  }
}

function remember(language: string): void {
  try {
    localStorage.setItem(LAST, language)
  } catch {
    // It is chosen again next time.
  }
}
