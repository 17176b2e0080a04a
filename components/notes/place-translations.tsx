'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Passage } from '@/core/notes/question'
import type { Translation } from '@/core/notes/translation'
import { undoable } from '../shell/undoable'
import type { TranslationActions, TranslationChange } from './answer'
import classes from './notes.module.css'
import { TranslationCard } from './translation-card'
import { TranslationForm } from './translation-form'
import { useStored } from './use-stored'

/** The translations of the passage, and of those that overlap it; a selected passage can be translated. */
export function PlaceTranslations(props: {
  passage: Passage
  seed: readonly Translation[]
  mayWrite: boolean
  actions: TranslationActions
}) {
  const { passage, actions } = props
  const { transcriptId, start, end } = passage
  const t = useTranslations('translations')
  const { all, put, drop, ask } = useStored(props.seed, t('failed'))
  // The passage that is being translated stays the same wherever one looks meanwhile.
  const [writing, setWriting] = useState<(Passage & { readonly id: string }) | null>(null)
  const here = all.filter((one) => overlaps(one, start, end))
  const change = async (id: string, to: TranslationChange) => {
    const answer = await ask(actions.change(id, to))
    if (!answer) return 'failed'
    put(answer.value.translation)
    return answer.value.stored ? 'stored' : answer.value.translation
  }
  const remove = async (id: string) => {
    if (!(await ask(actions.remove(id)))) return
    drop(id)
    const takeBack = async () => {
      const answer = await ask(actions.restore(id))
      if (answer) put(answer.value)
    }
    undoable({ message: t('removed'), undo: t('undo'), takeBack: () => void takeBack() })
  }
  return (
    <section className={classes.section} aria-label={t('here')}>
      <div className={classes.bar}>
        <h3>{t('title')}</h3>
        {props.mayWrite && start < end && !writing ? (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => setWriting({ transcriptId, start, end, id: crypto.randomUUID() })}
          >
            {t('add')}
          </Button>
        ) : null}
      </div>
      {writing ? (
        <TranslationForm
          there={null}
          send={async (written) => {
            const answer = await ask(actions.add({ ...writing, ...written }))
            if (!answer) return false
            put(answer.value)
            setWriting(null)
            return true
          }}
          cancel={() => setWriting(null)}
        />
      ) : null}
      {here.map((one) => (
        <TranslationCard
          key={one.id}
          translation={one}
          exact={one.start === start && one.end === end}
          mayWrite={props.mayWrite}
          acts={{ change: (to) => change(one.id, to), remove: () => void remove(one.id) }}
        />
      ))}
    </section>
  )
}

/** Whether something on [start, end) of a text is at a place: a selection that shares a character with it, or a caret in it. */
export function overlaps(one: { readonly start: number; readonly end: number }, start: number, end: number): boolean {
  return start === end ? one.start <= start && one.end >= end : one.start < end && one.end > start
}
