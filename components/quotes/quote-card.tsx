import { Button } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Desk, type DeskQuote, quoted, renderingOf } from '@/core/quotes/desk'
import { useLanguageName } from '../interviews/labels'
import type { DeskActions } from './actions'
import { QuoteEditor } from './quote-editor'
import classes from './quotes.module.css'

/** A quote on a desk as it will be printed, its original words under it where they differ. */
export function QuoteCard(props: {
  quote: DeskQuote
  desk: Desk
  reference: string
  /** '' for an interview without a value, null where the project has no such variable. */
  consent: string | null
  href: string
  actions: DeskActions
}) {
  const { quote, desk, actions } = props
  const { excerpt, edits } = quote
  const t = useTranslations('quotes')
  const noted = useTranslations('translations')
  const nameOf = useLanguageName()
  const [editing, setEditing] = useState(false)
  const rendering = desk.translation === 'none' ? null : renderingOf(quote, desk.language)
  const translated = rendering ? quoted(rendering.text, rendering.edits) : ''
  const instead = rendering !== null && desk.translation === 'instead'
  const note = rendering ? noted('note', { language: nameOf(rendering.language), state: rendering.state }) : ''
  return (
    <article className={classes.quote} aria-label={quote.number}>
      <blockquote className={classes.words} lang={instead ? rendering.language : undefined}>
        {instead ? translated : quoted(excerpt.quote, edits)}
        {instead ? <span className={classes.quiet}> ({note})</span> : null}
      </blockquote>
      {rendering && !instead ? (
        <p className={classes.translation}>
          <span lang={rendering.language}>{translated}</span> <span className={classes.quiet}>({note})</span>
        </p>
      ) : null}
      <footer className={classes.under}>
        <span className={classes.number}>{quote.number}</span>
        <Link href={props.href} title={t('place')}>
          {props.reference || excerpt.interview.name}
        </Link>
        {props.consent === null ? null : (
          <span className={classes.consent}>
            {t('consent')}: {props.consent || t('noConsent')}
          </span>
        )}
        <span>{excerpt.code.path}</span>
      </footer>
      {quote.lostEdits === null ? null : <p className={classes.notice}>{t('lost', { n: quote.lostEdits })}</p>}
      {edits.length > 0 || instead ? (
        <details className={classes.original}>
          <summary>{t('original')}</summary>
          <p>{excerpt.quote}</p>
        </details>
      ) : null}
      {desk.editable ? (
        <div className={classes.tools}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={editing}
            aria-label={`${t(editing ? 'close' : 'edit')}: ${quote.number}`}
            onClick={() => setEditing(!editing)}
          >
            {t(editing ? 'close' : 'edit')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`${t('off')}: ${quote.number}`}
            onClick={() => void actions.drop([quote.id], quote.number)}
          >
            {t('off')}
          </Button>
        </div>
      ) : null}
      {editing ? (
        <QuoteEditor
          label={t('words')}
          words={excerpt.quote}
          edits={edits}
          save={(next) => actions.edit(quote.id, { edits: [...next] })}
        />
      ) : null}
      {editing && rendering ? (
        <QuoteEditor
          label={t('wordsOf')}
          words={rendering.text}
          edits={rendering.edits}
          save={(next) => actions.edit(quote.id, { translation: { language: rendering.language, edits: [...next] } })}
        />
      ) : null}
    </article>
  )
}
