'use client'

import { ActionIcon, Alert, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Translation } from '@/core/notes/translation'
import { languageName } from '@/core/text/language-name'
import type { TranslationChange } from './answer'
import classes from './notes.module.css'
import { TranslationForm, type Written } from './translation-form'

/** What a card can ask for. `change` answers whether it was stored, or the newer version that is there. */
export type TranslationCardActs = {
  readonly change: (to: TranslationChange) => Promise<'stored' | 'failed' | Translation>
  readonly remove: () => void
}

/** A translation under its passage; `exact` when it is of this very passage. */
export function TranslationCard(props: {
  translation: Translation
  exact: boolean
  mayWrite: boolean
  acts: TranslationCardActs
}) {
  const { translation, acts } = props
  const t = useTranslations('translations')
  const locale = useLocale()
  const [editing, setEditing] = useState(false)
  const [newer, setNewer] = useState<{ readonly theirs: Translation; readonly mine: Written } | null>(null)
  const name = languageName(translation.language, locale)
  const store = async (written: Written, seen: number): Promise<boolean> => {
    const answer = await acts.change({ ...written, seen })
    if (answer === 'failed') return false
    setNewer(answer === 'stored' ? null : { theirs: answer, mine: written })
    setEditing(answer !== 'stored')
    return answer === 'stored'
  }
  const { version, checker, translator } = translation
  return (
    <article className={classes.card}>
      <header className={classes.head}>
        <span>{t('note', { language: name, state: translation.state })}</span>
        {props.mayWrite && !editing ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" ms="auto" aria-label={t('more', { language: name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setEditing(true)}>{t('edit')}</Menu.Item>
              <Menu.Item
                onClick={() =>
                  void acts.change({ seen: version, state: translation.state === 'draft' ? 'checked' : 'draft' })
                }
              >
                {t(translation.state === 'draft' ? 'check' : 'uncheck')}
              </Menu.Item>
              {translation.removable ? (
                <Menu.Item color="red" onClick={acts.remove}>
                  {t('remove')}
                </Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </header>
      {newer ? (
        <Alert color="orange" variant="light" role="alert">
          <p className={classes.words}>{t('newer', { text: newer.theirs.text })}</p>
          <Button variant="default" onClick={() => void store(newer.mine, newer.theirs.version)}>
            {t('keepMine')}
          </Button>
        </Alert>
      ) : null}
      {editing ? (
        <TranslationForm
          there={translation}
          send={(written) => store(written, newer?.theirs.version ?? version)}
          cancel={() => {
            setEditing(false)
            setNewer(null)
          }}
        />
      ) : (
        <>
          <p className={classes.words} lang={translation.language}>
            {translation.text}
          </p>
          <p className={classes.quiet}>
            {checker
              ? t('checkedBy', { translator: translator.name, checker: checker.name })
              : t('by', { translator: translator.name })}
            {props.exact ? null : ` · ${t('another')}`}
          </p>
        </>
      )}
    </article>
  )
}
