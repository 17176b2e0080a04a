import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Group } from '@/core/excerpts/order'
import type { ExcerptsPage } from '@/core/excerpts/page'
import { useLanguageName } from '../interviews/labels'
import classes from './excerpt-list.module.css'

/** Excerpts as a page of quotations; each leads to its place. */
export function ExcerptList(props: {
  page: ExcerptsPage
  grouped: boolean
  references: readonly string[]
  place: (interview: string, coding: string) => string
  /** Excerpts chosen by their ids; null where nothing can be done with them. */
  choosing: { readonly chosen: ReadonlySet<string>; readonly toggle: (id: string) => void } | null
}) {
  const { page, references } = props
  const t = useTranslations('excerpts')
  const noted = useTranslations('translations')
  const quotes = useTranslations('quotes')
  const nameOf = useLanguageName()
  return (
    <div className={classes.list}>
      {sections(page).map(({ group, first, from, to }) => (
        <section key={group.key} aria-label={group.label ?? t('noValue')}>
          {props.grouped ? (
            <h2 className={classes.heading}>
              {group.label ?? t('noValue')} <span className={classes.quiet}>{group.count}</span>
              {first ? null : <span className={classes.quiet}> {t('continued')}</span>}
            </h2>
          ) : null}
          {page.excerpts.slice(from, to).map((excerpt, i) => (
            <article key={excerpt.id} className={classes.excerpt}>
              <blockquote className={classes.quote}>
                <span className={classes.around}>{excerpt.before}</span>
                {excerpt.quote}
                <span className={classes.around}>{excerpt.after}</span>
              </blockquote>
              {excerpt.translations.map(({ language, text, state }) => (
                <p key={language} className={classes.translation}>
                  <span lang={language}>{text}</span>{' '}
                  <span className={classes.around}>({noted('note', { language: nameOf(language), state })})</span>
                </p>
              ))}
              <footer className={classes.under}>
                {props.choosing ? (
                  <Checkbox
                    size="xs"
                    aria-label={quotes('choose', { reference: references[from + i] || excerpt.interview.name })}
                    checked={props.choosing.chosen.has(excerpt.id)}
                    onChange={() => props.choosing?.toggle(excerpt.id)}
                  />
                ) : null}
                <a href={props.place(excerpt.interview.id, excerpt.id)} title={t('toPlace')}>
                  {references[from + i] || excerpt.interview.name}
                </a>
                <span>{excerpt.code.path}</span>
                <span>{excerpt.coder}</span>
                {excerpt.speakers.length > 0 ? (
                  <span>{excerpt.speakers.map((speaker) => speaker.name).join(', ')}</span>
                ) : null}
              </footer>
              {excerpt.comment === '' ? null : <p className={classes.comment}>{excerpt.comment}</p>}
            </article>
          ))}
        </section>
      ))}
    </div>
  )
}

type Section = { group: Group; first: boolean; from: number; to: number }

/** The headings that stand on this page, each with the range of the page's excerpts under it. */
function sections(page: ExcerptsPage): readonly Section[] {
  const end = page.from + page.excerpts.length
  const found: Section[] = []
  let start = 0
  for (const group of page.groups) {
    const from = Math.max(start, page.from)
    const to = Math.min(start + group.count, end)
    if (from < to) found.push({ group, first: start >= page.from, from: from - page.from, to: to - page.from })
    start += group.count
  }
  return found
}
