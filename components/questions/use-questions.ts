import { useTranslations } from 'next-intl'
import type { Question } from '@/core/notes/question'
import type { Asking, QuestionActions } from '../notes/answer'
import { useStored } from '../notes/use-stored'
import { undoable } from '../shell/undoable'
import type { CardActs } from './question-card'

/** Questions as they are stored, and what their cards can do. */
export function useQuestions(seed: readonly Question[], actions: QuestionActions) {
  const t = useTranslations('questions')
  const { all, put, drop, ask } = useStored(seed, t('failed'))
  const stored = async (answering: ReturnType<QuestionActions['ask']>): Promise<boolean> => {
    const answer = await ask(answering)
    if (answer) put(answer.value)
    return answer !== null
  }
  const remove = async (id: string) => {
    if (!(await ask(actions.remove(id)))) return
    drop(id)
    undoable({ message: t('removed'), undo: t('undo'), takeBack: () => void stored(actions.restore(id)) })
  }
  const acts = ({ id }: Question): CardActs => ({
    reply: (post) => stored(actions.reply(id, post)),
    settle: (settled) => void stored(actions.settle(id, settled)),
    address: (to) => void stored(actions.address(id, to)),
    toMeeting: (meeting) => void stored(actions.toMeeting(id, meeting)),
    remove: () => void remove(id),
  })
  return { all, acts, ask: (question: Asking) => stored(actions.ask(question)) }
}
