import { useTranslations } from 'next-intl'
import classes from './place-list.module.css'

/** The passages behind a figure, each leading to its place in the transcript. */
export function PlaceList(props: {
  id: string
  title: string
  close: string
  total: number
  from: number
  lines: readonly {
    readonly interviewId: string
    readonly interview: string
    readonly start: number
    readonly quotes: readonly string[]
  }[]
  place: (interview: string, start: number) => string
  page: (from: number) => string
  pageSize: number
}) {
  const { total, from, lines, pageSize } = props
  const t = useTranslations('analysis')
  const heading = `${props.id}-heading`
  return (
    <section id={props.id} className={classes.list} aria-labelledby={heading}>
      <h2 id={heading}>{props.title}</h2>
      <p className={classes.quiet}>
        {t('placesShown', { total, from: total === 0 ? 0 : from + 1, to: from + lines.length })}{' '}
        <a href={props.close}>{t('closePlaces')}</a>
      </p>
      <ol start={from + 1}>
        {lines.map((line, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it came, and two lines may be alike
          <li key={n}>
            <a href={props.place(line.interviewId, line.start)}>{line.interview}</a>
            <blockquote>{line.quotes.join(' … ')}</blockquote>
          </li>
        ))}
      </ol>
      {total > pageSize ? (
        <p className={classes.pages}>
          {from > 0 ? <a href={props.page(Math.max(0, from - pageSize))}>{t('before')}</a> : null}
          {from + lines.length < total ? <a href={props.page(from + pageSize)}>{t('next')}</a> : null}
        </p>
      ) : null}
    </section>
  )
}
