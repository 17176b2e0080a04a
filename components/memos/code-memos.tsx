import { useTranslations } from 'next-intl'
import type { MemoLine } from '@/core/notes/memo'
import classes from './memos.module.css'

/** The memos on a code, and those that lead to it. */
export function CodeMemos(props: { memos: readonly MemoLine[]; code: string; base: string; mayWrite: boolean }) {
  const t = useTranslations('memos')
  const { memos, code, base } = props
  const groups = [
    { heading: t('onCode'), own: memos.filter(({ subject }) => subject.kind === 'code' && subject.id === code) },
    { heading: t('back'), own: memos.filter(({ subject }) => subject.kind !== 'code' || subject.id !== code) },
  ]
  return (
    <section className={classes.side} aria-label={t('title')}>
      {groups.map(({ heading, own }, i) =>
        own.length > 0 || (i === 0 && props.mayWrite) ? (
          <div key={heading}>
            <h2>{heading}</h2>
            <ul>
              {own.map((memo) => (
                <li key={memo.id}>
                  <a href={`${base}/memos/${memo.id}`}>{memo.title || t('untitled')}</a>
                </li>
              ))}
              {i === 0 && props.mayWrite ? (
                <li>
                  <a href={`${base}/memos/new?about=code&id=${code}`}>{t('newOnCode')}</a>
                </li>
              ) : null}
            </ul>
          </div>
        ) : null,
      )}
    </section>
  )
}
