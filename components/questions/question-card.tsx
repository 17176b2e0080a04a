'use client'

import { Badge, Button, Group } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Person } from '@/core/notes/memo'
import type { Question } from '@/core/notes/question'
import { QuestionMenu } from './question-menu'
import classes from './questions.module.css'
import { ReplyForm } from './reply-form'

/** What a card can ask for; each answers whether it was stored. */
export type CardActs = {
  readonly reply: (post: { readonly id: string; readonly text: string }) => Promise<boolean>
  readonly settle: (settled: boolean) => void
  readonly address: (to: string | null) => void
  readonly toMeeting: (meeting: boolean) => void
  readonly remove: () => void
}

/** A question with what was answered. `place` leads to its passage; without it the passage is beside it already. */
export function QuestionCard(props: {
  question: Question
  people: readonly Person[]
  mayWrite: boolean
  place: string | null
  acts: CardActs
}) {
  const { question, acts } = props
  const t = useTranslations('questions')
  const format = useFormatter()
  const [replying, setReplying] = useState(false)
  const [first, ...answers] = question.posts
  const when = (at: number) => format.dateTime(at, { dateStyle: 'medium' })
  return (
    <article className={classes.card} data-settled={question.settled !== null || undefined}>
      <header className={classes.head}>
        <span>
          {question.to
            ? t('from', { author: question.author.name, to: question.to.name })
            : t('fromAll', { author: question.author.name })}
        </span>
        <span className={classes.quiet}>{when(question.createdAt)}</span>
        {question.meeting ? (
          <Badge size="sm" variant="default" tt="none" fw={400}>
            {t('onMeeting')}
          </Badge>
        ) : null}
        {props.mayWrite ? <QuestionMenu question={question} people={props.people} acts={acts} /> : null}
      </header>
      {props.place === null ? null : (
        <blockquote className={classes.quote}>
          <a href={props.place} title={t('toPlace')}>
            {question.interview.name}
          </a>{' '}
          {question.quote}
        </blockquote>
      )}
      <p className={classes.question}>{first?.text}</p>
      {answers.map((post) => (
        <p key={post.id} className={classes.answer}>
          <strong>{post.author.name}</strong> <span className={classes.quiet}>{when(post.at)}</span>
          <br />
          {post.text}
        </p>
      ))}
      {question.settled ? (
        <p className={classes.quiet}>
          {t('settledBy', { name: question.settled.by.name, when: when(question.settled.at) })}
        </p>
      ) : null}
      {replying ? (
        <ReplyForm
          send={async (post) => {
            const stored = await acts.reply(post)
            if (stored) setReplying(false)
            return stored
          }}
          cancel={() => setReplying(false)}
        />
      ) : props.mayWrite ? (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={() => setReplying(true)}>
            {t('reply')}
          </Button>
          {question.changeable ? (
            <Button variant="default" size="compact-sm" onClick={() => acts.settle(question.settled === null)}>
              {t(question.settled ? 'reopen' : 'settle')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </article>
  )
}
