'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useTransition } from 'react'
import type { DeskActions } from '@/components/quotes/actions'
import { DeskDownloads } from '@/components/quotes/desk-downloads'
import { DeskScreen } from '@/components/quotes/desk-screen'
import { PageHeader } from '@/components/shell/page-header'
import { problem, undoable } from '@/components/shell/undoable'
import { addHeading, changeDesk, dropItems, editItem, moveItems, setReference, undoOnDesk } from '../actions'

/** Gives a quote desk its URLs and actions. */
export function DeskPage(
  props: Omit<ComponentProps<typeof DeskScreen>, 'base' | 'actions'> & { project: string; mayUnmask: boolean },
) {
  const { project, mayUnmask, ...screen } = props
  const t = useTranslations('quotes')
  const router = useRouter()
  const [, start] = useTransition()
  const base = `/projects/${project}`
  const desk = props.desk.id
  const ask = async (answering: Promise<{ readonly ok: unknown } | { readonly error: string }>): Promise<boolean> => {
    const answer = await answering
    if ('error' in answer) problem(answer.error)
    start(() => router.refresh())
    return !('error' in answer)
  }
  const actions: DeskActions = {
    change: (to) => ask(changeDesk({ project, desk, to })),
    addHeading: (heading) => ask(addHeading({ project, desk, id: crypto.randomUUID(), ...heading })),
    edit: (item, to) => ask(editItem({ project, desk, item, to })),
    move: (items, before) => ask(moveItems({ project, desk, items: [...items], before })),
    drop: async (items, what) => {
      const done = await ask(dropItems({ project, desk, items: [...items] }))
      if (done) undoable({ message: t('tookOff', { what }), undo: t('undo'), takeBack: () => void actions.undo() })
      return done
    },
    undo: () => ask(undoOnDesk({ project, desk })),
    setReference: (template) => ask(setReference({ project, template })),
  }
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('desks'), href: `${base}/quotes` }, { label: props.desk.name }]}
        actions={
          <>
            {props.desk.editable ? (
              <Button variant="default" onClick={() => void actions.undo()}>
                {t('undo')}
              </Button>
            ) : null}
            <DeskDownloads
              mayUnmask={mayUnmask}
              href={(format) => `${base}/quotes/${desk}/download?format=${format}`}
            />
          </>
        }
      />
      <DeskScreen {...screen} base={base} actions={actions} />
    </>
  )
}
