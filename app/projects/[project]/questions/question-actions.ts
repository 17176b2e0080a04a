import type { QuestionActions } from '@/components/notes/answer'
import * as actions from './actions'

/** The actions of a project's questions. */
export function questionActions(project: string): QuestionActions {
  return {
    ask: (question) => actions.askQuestion({ project, ...question }),
    reply: (id, post) => actions.replyQuestion({ project, id, post }),
    settle: (id, settled) => actions.settleQuestion({ project, id, settled }),
    address: (id, to) => actions.addressQuestion({ project, id, to }),
    toMeeting: (id, meeting) => actions.meetQuestion({ project, id, meeting }),
    remove: (id) => actions.removeQuestion({ project, id }),
    restore: (id) => actions.restoreQuestion({ project, id }),
  }
}
