import { useTranslations } from 'next-intl'
import classes from './excerpt-list.module.css'

/** Leads from page to page; both count from 1. */
export function ExcerptPager(props: { current: number; last: number; href: (page: number) => string }) {
  const { current, last, href } = props
  const t = useTranslations('excerpts')
  if (last < 2) return null
  return (
    <nav className={classes.pager} aria-label={t('pages')}>
      {current > 1 ? (
        <a href={href(current - 1)} rel="prev">
          {t('previous')}
        </a>
      ) : null}
      <span>{t('pageOf', { page: current, last })}</span>
      {current < last ? (
        <a href={href(current + 1)} rel="next">
          {t('next')}
        </a>
      ) : null}
    </nav>
  )
}
