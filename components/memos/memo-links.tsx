import { useTranslations } from 'next-intl'
import type { Memo } from '@/core/notes/memo'
import classes from './memos.module.css'
import { linkHref } from './ways'

/** Where a memo leads, and the memos that lead to it. */
export function MemoLinks({ memo, base }: { memo: Memo; base: string }) {
  const t = useTranslations('memos')
  return (
    <>
      {memo.links.length > 0 ? (
        <section aria-label={t('links')}>
          <h2>{t('links')}</h2>
          <ul>
            {memo.links.map((link) => {
              const href = linkHref(base, link)
              const name = link.kind === 'passage' ? `${link.name ?? ''} ${link.label}` : (link.name ?? link.label)
              return (
                <li key={`${link.kind} ${link.id} ${link.start}`}>
                  {href === null ? name : <a href={href}>{name || t('untitled')}</a>}{' '}
                  <span className={classes.quiet}>
                    {t(`linkKind.${link.kind}`)}
                    {href === null ? `, ${t('gone')}` : null}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      ) : null}
      <section aria-label={t('back')}>
        <h2>{t('back')}</h2>
        {memo.back.length === 0 ? <p className={classes.about}>{t('noBack')}</p> : null}
        <ul>
          {memo.back.map((one) => (
            <li key={one.id}>
              <a href={`${base}/memos/${one.id}`}>{one.title || t('untitled')}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
