import { ActionIcon, TextInput } from '@mantine/core'
import { IconIndentDecrease, IconIndentIncrease, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type DeskHeading, LEVELS } from '@/core/quotes/desk'
import { TypedInput } from '../excerpts/typed-input'
import type { DeskActions } from './actions'
import classes from './quotes.module.css'

/** A heading of an outline: its words are written where they stand. */
export function HeadingRow(props: { heading: DeskHeading; editable: boolean; actions: DeskActions }) {
  const { heading, actions } = props
  const t = useTranslations('quotes')
  const level = (by: 1 | -1) => void actions.edit(heading.id, { level: heading.level + by })
  if (!props.editable) {
    const Level = heading.level === 1 ? 'h2' : heading.level === 2 ? 'h3' : 'h4'
    return <Level className={classes.heading}>{heading.text}</Level>
  }
  return (
    <div className={classes.headingRow} style={{ paddingInlineStart: (heading.level - 1) * 16 }}>
      <TypedInput value={heading.text} done={(text) => void actions.edit(heading.id, { text })}>
        {(input) => (
          <TextInput
            {...input}
            aria-label={`${t('heading')}, ${t('level', { level: heading.level })}`}
            className={classes.headingText}
            data-level={heading.level}
            variant="unstyled"
            maxLength={300}
          />
        )}
      </TypedInput>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={heading.level <= 1}
        aria-label={`${t('higher')}: ${heading.text}`}
        title={t('higher')}
        onClick={() => level(-1)}
      >
        <IconIndentDecrease size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={heading.level >= LEVELS}
        aria-label={`${t('lower')}: ${heading.text}`}
        title={t('lower')}
        onClick={() => level(1)}
      >
        <IconIndentIncrease size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${t('off')}: ${heading.text}`}
        title={t('off')}
        onClick={() => void actions.drop([heading.id], heading.text)}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}
