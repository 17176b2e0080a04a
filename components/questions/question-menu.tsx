'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { Person } from '@/core/notes/memo'
import type { Question } from '@/core/notes/question'
import type { CardActs } from './question-card'

/** What is done to a question more rarely: the meeting, whom it is addressed to, taking it away. */
export function QuestionMenu(props: { question: Question; people: readonly Person[]; acts: CardActs }) {
  const { question, acts } = props
  const t = useTranslations('questions')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" ms="auto" aria-label={t('more', { author: question.author.name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        <Menu.Item onClick={() => acts.toMeeting(!question.meeting)}>
          {t(question.meeting ? 'offMeeting' : 'toMeeting')}
        </Menu.Item>
        {question.changeable ? (
          <Menu.Item color="red" onClick={acts.remove}>
            {t('remove')}
          </Menu.Item>
        ) : null}
        <Menu.Label>{t('address')}</Menu.Label>
        <Menu.Item disabled={question.to === null} onClick={() => acts.address(null)}>
          {t('everybody')}
        </Menu.Item>
        {props.people.map((one) => (
          <Menu.Item key={one.id} disabled={question.to?.id === one.id} onClick={() => acts.address(one.id)}>
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
