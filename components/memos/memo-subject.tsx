import { useTranslations } from 'next-intl'
import type { ShownSubject } from '@/core/notes/memo'

/** What a memo is about, in words, leading there where there is a way. */
export function MemoSubject({ subject, href }: { subject: ShownSubject; href: string | null }) {
  const t = useTranslations('memos')
  if (subject.name === null) return <span>{t('onRemoved', { kind: subject.kind })}</span>
  const words = t('on', { kind: subject.kind, name: subject.name })
  return href === null ? <span>{words}</span> : <a href={href}>{words}</a>
}
