'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { DeskList } from '@/components/quotes/desk-list'
import { PageHeader } from '@/components/shell/page-header'
import { problem, undoable } from '@/components/shell/undoable'
import type { DeskLine } from '@/core/quotes/desk'
import { addDesk, removeDesk, undoOnDesk } from './actions'

/** Gives the list of quote desks its URLs and actions. */
export function DesksPage(props: { project: string; desks: readonly DeskLine[]; writes: boolean }) {
  const { project, desks, writes } = props
  const t = useTranslations('quotes')
  const router = useRouter()
  const base = `/projects/${project}`
  const make = async (name: string, shared: boolean) => {
    const id = crypto.randomUUID()
    const answer = await addDesk({ project, id, name, shared })
    if ('error' in answer) return problem(answer.error)
    router.push(`${base}/quotes/${id}`)
  }
  const remove = async (desk: DeskLine) => {
    const answer = await removeDesk({ project, desk: desk.id })
    if ('error' in answer) return problem(answer.error)
    router.refresh()
    undoable({
      message: t('removedDesk', { name: desk.name }),
      undo: t('undo'),
      takeBack: async () => {
        const back = await undoOnDesk({ project, desk: desk.id })
        if ('error' in back) return problem(back.error)
        router.refresh()
      },
    })
  }
  return (
    <>
      <PageHeader crumbs={[{ label: t('desks') }]} />
      <DeskList
        desks={desks}
        writes={writes}
        href={(id) => `${base}/quotes/${id}`}
        make={(name, shared) => void make(name, shared)}
        remove={(desk) => void remove(desk)}
      />
    </>
  )
}
