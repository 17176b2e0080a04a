'use client'

import { Button, FileButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { BroughtOpinions } from '@/core/rounds/second-opinion'
import { problem } from '../shell/undoable'
import classes from './rounds.module.css'

type Brought = BroughtOpinions | { readonly unreadable: string }
export type BringOpinions = (given: {
  project: string
  round: string
  file: File
}) => Promise<{ ok: Brought } | { error: string }>

/** So many refused rows are shown; the rest is counted. */
const SHOWN = 50

/** Codings from elsewhere are brought in from a file; what came of it is said, row by row where a row was not taken. */
export function SecondOpinions(props: { bring: (file: File) => ReturnType<BringOpinions> }) {
  const t = useTranslations('opinions')
  const [pending, start] = useTransition()
  const [came, setCame] = useState<{ file: string; of: Brought } | null>(null)
  const bring = (file: File | null) => {
    if (!file) return
    start(async () => {
      const answer = await props.bring(file)
      if ('error' in answer) problem(answer.error)
      else setCame({ file: file.name, of: answer.ok })
    })
  }
  return (
    <section aria-label={t('bring')} aria-busy={pending} style={{ marginTop: 16 }}>
      <FileButton onChange={bring} accept=".csv,.tsv,.tab,text/csv">
        {(button) => (
          <Button variant="default" loading={pending} {...button}>
            {t('bring')}
          </Button>
        )}
      </FileButton>
      <p className={classes.quiet}>{t('means')}</p>
      <div role="status">{came ? said(came.file, came.of) : null}</div>
    </section>
  )

  function said(file: string, of: Brought) {
    if ('unreadable' in of) return <p>{of.unreadable}</p>
    const { added, known, coders, refused } = of
    return (
      <>
        <p>{added + known === 0 ? t('nothing') : t('brought', { added, known, coders: coders.join(', ') })}</p>
        {refused.length > 0 ? <p>{t('refused', { n: refused.length })}</p> : null}
        <ul>
          {refused.slice(0, SHOWN).map((one) => (
            <li key={one.line}>
              {t('line', { file, line: one.line, why: t(`fault.${one.fault}`, { value: one.value }) })}
            </li>
          ))}
        </ul>
        {refused.length > SHOWN ? <p>{t('more', { n: refused.length - SHOWN })}</p> : null}
      </>
    )
  }
}
