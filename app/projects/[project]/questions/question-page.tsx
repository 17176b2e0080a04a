'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useTransition } from 'react'
import { type QuestionFilter, QuestionFilters } from '@/components/questions/question-filters'
import { QuestionList } from '@/components/questions/question-list'
import type { Person } from '@/core/notes/memo'
import type { Question } from '@/core/notes/question'
import { questionActions } from './question-actions'

/** Gives the questions their URLs and their actions. */
export function QuestionPage(props: {
  project: string
  show: QuestionFilter
  mine: boolean
  questions: readonly Question[]
  people: readonly Person[]
  mayWrite: boolean
}) {
  const { project, show, mine } = props
  const base = `/projects/${project}`
  const router = useRouter()
  const [pending, start] = useTransition()
  const actions = useMemo(() => questionActions(project), [project])
  return (
    <div style={{ padding: '8px 16px 32px' }} aria-busy={pending}>
      <QuestionFilters
        show={show}
        mine={mine}
        change={(to) =>
          start(() => router.replace(`${base}/questions?show=${to.show}${to.mine ? '&mine=1' : ''}`, { scroll: false }))
        }
      />
      <div style={{ height: 12 }} />
      <QuestionList
        questions={props.questions}
        people={props.people}
        mayWrite={props.mayWrite}
        place={({ interview, start }) => `${base}/interviews/${interview.id}?at=${start}`}
        actions={actions}
      />
    </div>
  )
}
