'use client'

import { Portal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import classes from './memos.module.css'
import type { Suggesting } from './suggesting'

const WIDTH = 300
const HEIGHT = 300

/** What a link that is being typed could lead to: arrows choose, Enter links, Esc leaves it as words. */
export function LinkSuggestions({ suggesting, id }: { suggesting: Suggesting; id: string }) {
  const t = useTranslations('memos')
  const offered = useSyncExternalStore(suggesting.subscribe, suggesting.now, () => null)
  if (!offered?.at || offered.items.length === 0) return null
  const { items, active, at } = offered
  const below = at.bottom + HEIGHT < window.innerHeight
  const style = {
    left: Math.max(8, Math.min(at.left, window.innerWidth - WIDTH - 8)),
    ...(below ? { top: at.bottom + 4 } : { bottom: window.innerHeight - at.top + 4 }),
  }
  return (
    <Portal>
      <div id={id} className={classes.suggestions} style={style} role="listbox" aria-label={t('suggestions')}>
        {items.map((target, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the editor keeps the focus and says which one is meant
          <div
            key={`${target.kind} ${target.id}`}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            className={classes.suggestion}
            onPointerDown={(event) => {
              event.preventDefault()
              suggesting.choose(i)
            }}
          >
            <span className={classes.name}>{target.name || t('untitled')}</span>
            <span className={classes.quiet}>{t(`linkKind.${target.kind}`)}</span>
          </div>
        ))}
      </div>
    </Portal>
  )
}
