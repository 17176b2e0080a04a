import type { InterviewNotes } from '@/components/notes/place-notes'
import { addMemo, saveMemo } from '../../memos/actions'
import { questionActions } from '../../questions/question-actions'
import * as actions from './note-actions'

/** The actions of what is written about a text. */
export function noteActions(project: string): InterviewNotes['actions'] {
  return {
    memos: {
      add: (memo) => addMemo({ project, ...memo }),
      save: (id, kept) => saveMemo({ project, id, ...kept }),
    },
    questions: questionActions(project),
    translations: {
      add: (translation) => actions.addTranslation({ project, ...translation }),
      change: (id, to) => actions.changeTranslation({ project, id, to }),
      remove: (id) => actions.removeTranslation({ project, id }),
      restore: (id) => actions.restoreTranslation({ project, id }),
    },
  }
}
