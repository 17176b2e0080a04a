'use client'

import type { Memo, Person, Target } from '@/core/notes/memo'
import type { Question } from '@/core/notes/question'
import type { Translation } from '@/core/notes/translation'
import type { Role } from '@/core/project'
import type { LinkablePassage } from '../memos/rich-editor'
import type { MemoActions, QuestionActions, TranslationActions } from './answer'
import classes from './notes.module.css'
import { PlaceMemos } from './place-memos'
import { PlaceQuestions } from './place-questions'
import { PlaceTranslations } from './place-translations'

/** What was written about an interview's text, as its page reads it, and what can be done with it. */
export type InterviewNotes = {
  readonly interviewId: string
  readonly memos: readonly Memo[]
  readonly questions: readonly Question[]
  readonly translations: readonly Translation[]
  readonly targets: readonly Target[]
  readonly people: readonly Person[]
  readonly me: { readonly id: string; readonly role: Role }
  /** The project's address. */
  readonly base: string
  readonly actions: {
    readonly memos: MemoActions
    readonly questions: QuestionActions
    readonly translations: TranslationActions
  }
}

/** The notes of a place in a text: translations, questions and memos of the selected passage (a caret is a passage without characters). */
export function PlaceNotes(props: {
  passage: LinkablePassage
  codingIds: ReadonlySet<string>
  chosen: string | null
  notes: InterviewNotes
}) {
  const { passage, notes } = props
  const mayWrite = notes.me.role !== 'viewer'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is typed in here is not meant for the text
    <div className={classes.notes} onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}>
      <PlaceTranslations
        passage={passage}
        seed={notes.translations}
        mayWrite={mayWrite}
        actions={notes.actions.translations}
      />
      <PlaceQuestions
        passage={passage}
        seed={notes.questions}
        people={notes.people}
        mayWrite={mayWrite}
        actions={notes.actions.questions}
      />
      <PlaceMemos
        passage={passage}
        codingIds={props.codingIds}
        chosen={props.chosen}
        interviewId={notes.interviewId}
        seed={notes.memos}
        targets={notes.targets}
        base={notes.base}
        me={notes.me.id}
        mayWrite={mayWrite}
        actions={notes.actions.memos}
      />
    </div>
  )
}
