import Link from 'next/link'
import type { ReactNode } from 'react'
import classes from './page-header.module.css'

export type Crumb = { readonly label: string; readonly href?: string }

/** The one-line header of a page: where one is (the last crumb is the page's heading) and what can be done here. */
export function PageHeader({ crumbs, actions }: { crumbs: readonly Crumb[]; actions?: ReactNode }) {
  const last = crumbs.at(-1)
  return (
    <header className={classes.header}>
      <nav className={classes.crumbs} aria-label="Breadcrumb">
        <ol>
          {crumbs.slice(0, -1).map((crumb) => (
            <li key={crumb.label}>{crumb.href ? <Link href={crumb.href}>{crumb.label}</Link> : crumb.label}</li>
          ))}
          <li>
            <h1>{last?.label}</h1>
          </li>
        </ol>
      </nav>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  )
}
