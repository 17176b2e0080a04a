import Link from 'next/link'
import { useTranslations } from 'next-intl'
import classes from './analysis-tabs.module.css'

/** The analyses of a project, each a page of its own. */
export function AnalysisTabs(props: {
  tabs: readonly { readonly id: string; readonly label: string; readonly href: string; readonly current: boolean }[]
}) {
  const t = useTranslations('analysis')
  return (
    <nav className={classes.tabs} aria-label={t('title')}>
      {props.tabs.map(({ id, label, href, current }) => (
        <Link key={id} href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
