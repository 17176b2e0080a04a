'use client'

import { useTranslations } from 'next-intl'
import type { Person } from '@/core/notes/memo'
import type { Question } from '@/core/notes/question'
import type { QuestionActions } from '../notes/answer'
import { QuestionCard } from './question-card'
import classes from './questions.module.css'
import { useQuestions } from './use-questions'

/** Questions with their passages; each is answered and settled where it stands. */
export function QuestionList(props: {
  questions: readonly Question[]
  people: readonly Person[]
  mayWrite: boolean
  place: (question: Question) => string
  actions: QuestionActions
}) {
  const t = useTranslations('questions')
  const { all, acts } = useQuestions(props.questions, props.actions)
  return (
    <>
      <p role="status" className={classes.quiet}>
        {t('found', { n: all.length })}
      </p>
      {all.length === 0 ? <p>{t('nothing')}</p> : null}
      <div className={classes.list}>
        {all.map((question) => (
          <QuestionCard
            key={question.id}
            question={question}
            people={props.people}
            mayWrite={props.mayWrite}
            place={props.place(question)}
            acts={acts(question)}
          />
        ))}
      </div>
    </>
  )
}
