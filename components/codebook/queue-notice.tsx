import { useTranslations } from 'next-intl'
import type { CodeQueue } from '@/core/codebook/queue'
import { LinkButton } from '../shell/link-button'
import classes from './codebook.module.css'

/** Says of a code that passages wait to be looked at again. */
export function QueueNotice({ queue, href }: { queue: CodeQueue; href: string }) {
  const t = useTranslations('codebook')
  if (queue.left + queue.done === 0) return null
  return (
    <div className={classes.review}>
      <span>{t(`queue.${queue.kind}`, { left: queue.left, of: queue.left + queue.done })}</span>
      <LinkButton size="compact-xs" variant="default" href={href}>
        {t('queue.open')}
      </LinkButton>
    </div>
  )
}
