import { useFormatter, useTranslations } from 'next-intl'
import type { MemoLine } from '@/core/notes/memo'
import { MemoSubject } from './memo-subject'
import classes from './memos.module.css'
import { subjectHref } from './ways'

/** Memos with their beginnings; each leads to itself and to what it is about. */
export function MemoList({ memos, base }: { memos: readonly MemoLine[]; base: string }) {
  const t = useTranslations('memos')
  const format = useFormatter()
  return (
    <ul className={classes.list}>
      {memos.map((memo) => {
        const when = format.dateTime(memo.updatedAt, { dateStyle: 'medium', timeStyle: 'short' })
        return (
          <li key={memo.id} className={classes.entry}>
            <h2>
              <a href={`${base}/memos/${memo.id}`}>{memo.title || t('untitled')}</a>
            </h2>
            {memo.beginning === '' ? null : <p className={classes.beginning}>{memo.beginning}</p>}
            <p className={classes.under}>
              <MemoSubject subject={memo.subject} href={subjectHref(base, memo.subject)} />
              <span>
                {memo.editor.id === memo.author.id
                  ? t('by', { author: memo.author.name, when })
                  : t('byEditor', { author: memo.author.name, editor: memo.editor.name, when })}
              </span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
