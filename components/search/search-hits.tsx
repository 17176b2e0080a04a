import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { SearchLine, SearchPage } from '@/core/search/page'
import classes from './search.module.css'

type Beside = {
  readonly title: string
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly text: string
    readonly href: string
  }[]
}

/** Hits as keyword in context, interview by interview; each leads to its place. */
export function SearchHits(props: {
  page: SearchPage
  pageSize: number
  place: (line: SearchLine) => string
  pageHref: (page: number) => string
  autocode: (() => void) | null
  beside: readonly Beside[]
}) {
  const { page, pageSize } = props
  const t = useTranslations('search')
  const last = Math.ceil(page.total / pageSize)
  const current = Math.floor(page.from / pageSize) + 1
  const first = new Map<string, SearchLine>()
  for (const line of page.lines) if (!first.has(line.interviewId)) first.set(line.interviewId, line)
  return (
    <div className={classes.columns}>
      <section aria-label={t('lines')}>
        {page.total === 0 ? <p>{t('nothing')}</p> : null}
        {props.autocode && page.total > 0 ? (
          <Button size="xs" variant="default" onClick={props.autocode}>
            {t('autocode')}
          </Button>
        ) : null}
        {page.interviews.map(({ id, name, hits }) => {
          const own = page.lines.filter((line) => line.interviewId === id)
          if (own.length === 0) return null
          return (
            <div key={id} id={`hits-${id}`}>
              <h2 className={classes.name}>
                {name} <span className={classes.count}>{hits}</span>
              </h2>
              <ul className={classes.lines}>
                {own.map((line) => (
                  <li key={line.start}>
                    <a className={classes.line} href={props.place(line)}>
                      <span className={classes.before}>
                        <bdi>{line.before}</bdi>
                      </span>
                      <span className={classes.hit}>{line.hit}</span>
                      <span className={classes.after}>{line.after}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
        {last > 1 ? (
          <nav className={classes.pager} aria-label={t('pages')}>
            {current > 1 ? (
              <a href={props.pageHref(current - 1)} rel="prev">
                {t('previous')}
              </a>
            ) : null}
            <span>{t('page', { page: current, last })}</span>
            {current < last ? (
              <a href={props.pageHref(current + 1)} rel="next">
                {t('next')}
              </a>
            ) : null}
          </nav>
        ) : null}
      </section>
      <aside className={classes.side} aria-label={t('interviews')}>
        {props.beside.map(({ title, items }) =>
          items.length === 0 ? null : (
            <section key={title}>
              <h2>
                {title} <span className={classes.count}>{items.length}</span>
              </h2>
              <ul>
                {items.map((item) => (
                  <li key={item.id}>
                    <a href={item.href}>{item.name}</a> <span className={classes.count}>{item.text}</span>
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
        {page.interviews.length > 0 ? (
          <section>
            <h2>{t('interviews')}</h2>
            {/* A long list scrolls, so the keyboard must reach it. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus */}
            <ul tabIndex={0} aria-label={t('interviews')}>
              {page.interviews.map(({ id, name, hits }) => (
                <li key={id}>
                  {first.has(id) ? <a href={`#hits-${id}`}>{name}</a> : name}{' '}
                  <span className={classes.count}>{hits}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </aside>
    </div>
  )
}
