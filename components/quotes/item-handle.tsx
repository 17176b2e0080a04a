import { IconGripVertical } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import classes from './quotes.module.css'

/** What an item of an outline is moved by. */
export function ItemHandle(props: {
  id: string
  name: string
  drag: (id: string) => void
  dragEnd: () => void
  /** `along`: with what is under it. */
  step: (by: 1 | -1, along: boolean) => void
}) {
  const t = useTranslations('quotes')
  const label = t('move', { what: props.name })
  return (
    // biome-ignore lint/a11y/useSemanticElements: Firefox drags no button
    <div
      role="button"
      tabIndex={0}
      draggable
      className={classes.handle}
      data-handle={props.id}
      aria-label={label}
      title={label}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+Shift+ArrowUp Alt+Shift+ArrowDown"
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', props.name)
        props.drag(props.id)
      }}
      onDragEnd={props.dragEnd}
      onKeyDown={(event) => {
        if (!event.altKey || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return
        event.preventDefault()
        props.step(event.code === 'ArrowUp' ? -1 : 1, event.shiftKey)
      }}
    >
      <IconGripVertical size={16} aria-hidden />
    </div>
  )
}
