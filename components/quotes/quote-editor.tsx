import { Button, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { quoted } from '@/core/quotes/desk'
import { type EditFault, type QuoteEdit, withCut, withInsertion } from '@/core/quotes/edit'
import classes from './quotes.module.css'

const told = ['emptyCut', 'whole', 'emptyInsertion', 'insideCut', 'brackets'] as const

/** Where a quote is shortened and clarified: its words can be selected, not changed; each edit is stored at once. */
export function QuoteEditor(props: {
  label: string
  words: string
  edits: readonly QuoteEdit[]
  save: (edits: readonly QuoteEdit[]) => Promise<boolean>
}) {
  const { words, save } = props
  const t = useTranslations('quotes')
  const field = useRef<HTMLTextAreaElement>(null)
  const [held, setHeld] = useState({ seed: props.edits, edits: props.edits })
  const [clarification, setClarification] = useState('')
  const [fault, setFault] = useState<EditFault | null>(null)
  const edits = held.seed === props.edits ? held.edits : props.edits

  const put = async (next: readonly QuoteEdit[] | EditFault): Promise<boolean> => {
    if (typeof next === 'string') {
      setFault(next)
      return false
    }
    setFault(null)
    setHeld({ seed: props.edits, edits: next })
    const done = await save(next)
    if (!done) setHeld({ seed: props.edits, edits: props.edits })
    return done
  }
  const cut = () => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = field.current ?? {}
    void put(withCut(words, edits, { start, end }))
  }
  const insert = async () => {
    const place = field.current?.selectionEnd ?? 0
    if (await put(withInsertion(words, edits, place, clarification))) setClarification('')
  }
  const sayingOf = (edit: QuoteEdit): string =>
    edit.kind === 'cut'
      ? t('cutOf', { text: words.slice(edit.start, edit.end) })
      : t('insertOf', { text: `[${edit.text}]` })
  const known = told.find((one) => one === fault)
  return (
    <div className={classes.editor}>
      <Textarea
        ref={field}
        label={props.label}
        description={t('wordsHint')}
        value={words}
        readOnly
        autosize
        maxRows={14}
        onKeyDown={(event) => {
          if (event.code !== 'Delete' && event.code !== 'Backspace') return
          event.preventDefault()
          cut()
        }}
      />
      <form
        className={classes.adding}
        onSubmit={(event) => {
          event.preventDefault()
          void insert()
        }}
      >
        <Button variant="default" onClick={cut}>
          {t('cut')}
        </Button>
        <TextInput
          label={t('insertion')}
          value={clarification}
          maxLength={300}
          onChange={(event) => setClarification(event.currentTarget.value)}
        />
        <Button variant="default" type="submit">
          {t('insert')}
        </Button>
      </form>
      {fault === null ? null : <p role="alert">{t(`fault.${known ?? 'other'}`)}</p>}
      {edits.length === 0 ? null : (
        <ul className={classes.edits} aria-label={t('edits')}>
          {edits.map((edit) => (
            <li key={`${edit.kind} ${edit.kind === 'cut' ? edit.start : edit.at}`}>
              <span>{sayingOf(edit)}</span>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('takeBack', { what: sayingOf(edit) })}
                onClick={() => void put(edits.filter((one) => one !== edit))}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.result}>
        <span className={classes.quiet}>{t('result')}: </span>
        {quoted(words, edits)}
      </p>
    </div>
  )
}
