'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Person } from '@/core/notes/memo'
import type { Passage, Question } from '@/core/notes/question'
import { QuestionCard } from '../questions/question-card'
import { QuestionForm } from '../questions/question-form'
import { useQuestions } from '../questions/use-questions'
import type { QuestionActions } from './answer'
import classes from './notes.module.css'
import { overlaps } from './place-translations'

/** The questions on the passage; a selected passage can be asked about. */
export function PlaceQuestions(props: {
  passage: Passage
  seed: readonly Question[]
  people: readonly Person[]
  mayWrite: boolean
  actions: QuestionActions
}) {
  const { passage, people, mayWrite } = props
  const { transcriptId, start, end } = passage
  const t = useTranslations('questions')
  const { all, acts, ask } = useQuestions(props.seed, props.actions)
  const [asking, setAsking] = useState<Passage | null>(null)
  return (
    <section className={classes.section} aria-label={t('here')}>
      <div className={classes.bar}>
        <h3>{t('title')}</h3>
        {mayWrite && start < end && !asking ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setAsking({ transcriptId, start, end })}>
            {t('askHere')}
          </Button>
        ) : null}
      </div>
      {asking ? (
        <QuestionForm
          people={people}
          send={async (question) => {
            const stored = await ask({ ...asking, ...question })
            if (stored) setAsking(null)
            return stored
          }}
          cancel={() => setAsking(null)}
        />
      ) : null}
      {all
        .filter((one) => overlaps(one, start, end))
        .map((one) => (
          <QuestionCard key={one.id} question={one} people={people} mayWrite={mayWrite} place={null} acts={acts(one)} />
        ))}
    </section>
  )
}
