'use client'

import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import type { Counts } from '@/core/codebook/counts'
import { children, misplaced, type Place, placeOf } from '@/core/codebook/tree'
import type { Role } from '@/core/project'
import { CodeColours } from '../shell/code-colours'
import { LinkButton } from '../shell/link-button'
import { PageHeader } from '../shell/page-header'
import type { Answer, CodebookActions } from './answer'
import { CodePane } from './code-pane'
import type { Naming } from './code-tree'
import classes from './codebook.module.css'
import { CodebookDownload } from './codebook-download'
import { NoCodes } from './no-codes'
import { TreePane } from './tree-pane'
import { type Done, useCodes } from './use-codes'
import type { Drafts } from './use-field'

const noticeId = 'codebook-done'

/** The codebook: the tree at the left, the code that is looked at at the right; on a phone one of them. */
export function CodebookScreen(props: {
  project: string
  role: Role
  codes: readonly Code[]
  counts: Readonly<Record<string, Counts>>
  changeable: readonly string[]
  selected: string | null
  select: (id: string | null, how: 'visit' | 'replace') => void
  refresh: () => void
  actions: CodebookActions
  downloadHref: (format: string) => string
  merge: (id: string, into: string) => Promise<Answer<{ readonly moved: number; readonly same: number }>>
  unmerge: (id: string) => Promise<Answer<unknown>>
  split: (id: string, into: readonly string[], names: readonly string[]) => Promise<Answer<unknown>>
  archive: (id: string, archived: boolean) => Promise<Answer<unknown>>
  versionsHref: string
  importHref: string
  review: (code: string) => ReactNode
  excerptsHref: (code: string, withSubCodes: boolean) => string
  /** What stands under the fields of a code. */
  extras: (code: string) => ReactNode
}) {
  const t = useTranslations('codebook')
  const shell = useTranslations('shell')
  const { codes, perform, undo, redo, canUndo, canRedo } = useCodes(props.project, props.codes, props.actions)
  const [naming, setNaming] = useState<Naming | null>(null)
  const [focus, setFocus] = useState<{ readonly id: string } | null>(null)
  const [said, setSaid] = useState('')
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set())
  const [drafts] = useState<Drafts>(() => new Map())
  const code = codes.find((one) => one.id === props.selected) ?? null
  const leads = props.role === 'owner' || props.role === 'supervisor'
  const mayAdd = props.role !== 'viewer'
  const yours = new Set(props.changeable)
  const mayChange = (id: string) => leads || (mayAdd && (yours.has(id) || added.has(id)))

  function fail(answer: Answer<Done>): Answer<Done> {
    if ('ok' in answer) return answer
    notifications.show({ color: 'red', message: answer.error, autoClose: 10_000 })
    if (answer.reason === 'gone' || answer.reason === 'changedSince') props.refresh()
    return answer
  }
  async function back(removedId?: string) {
    notifications.hide(noticeId)
    const answer = await undo(removedId)
    if (!answer || 'error' in fail(answer) || !('ok' in answer)) return
    if (answer.ok.lost) notifications.show({ color: 'red', message: t('lost', { n: answer.ok.lost }) })
    setSaid(t('undone'))
    if (answer.ok.lost !== undefined) props.refresh()
  }
  async function again() {
    const answer = await redo()
    if (answer) fail(answer)
  }
  function open(id: string | null) {
    if (id !== props.selected) props.select(id, 'visit')
  }
  function draftAt(parentId: string | null, position: number) {
    const parent = codes.find((one) => one.id === parentId)
    const colour = parent?.colour ?? children(codes, null).length % 12
    setNaming({ draft: { ...blank, id: crypto.randomUUID(), parentId, position, colour } })
  }
  function beside(id: string) {
    const at = placeOf(codes, id)
    if (at) draftAt(at.parentId, at.position + 1)
  }
  const under = (id: string) => draftAt(id, children(codes, id).length)

  async function named(name: string | null) {
    setNaming(null)
    if (!naming || name === null) return
    if ('draft' in naming) {
      const { draft } = naming
      setAdded((all) => new Set(all).add(draft.id))
      fail(await perform({ kind: 'add', code: { ...draft, name: name.trim() } }))
      return
    }
    const now = codes.find((one) => one.id === naming.id)
    if (now) fail(await perform({ kind: 'change', id: now.id, to: { name: name.trim() }, seen: { name: now.name } }))
  }
  async function move(id: string, to: Place) {
    const name = codes.find((one) => one.id === id)?.name ?? ''
    const parent = codes.find((one) => one.id === to.parentId)?.name
    if (misplaced(codes, id, to) === 'nameTaken')
      return notifications.show({ color: 'red', message: t('cannotMove', { name }) })
    setSaid(t(parent === undefined ? 'movedTop' : 'moved', { name, parent: parent ?? '', place: to.position + 1 }))
    fail(await perform({ kind: 'move', id, to }))
  }
  async function remove(id: string) {
    const gone = codes.find((one) => one.id === id)
    if (!gone) return
    const answer = fail(await perform({ kind: 'remove', id }))
    if ('error' in answer || !answer.ok.removed) return
    props.refresh()
    const { codes: n, codings, people } = answer.ok.removed
    notifications.hide(noticeId)
    notifications.show({
      id: noticeId,
      autoClose: 20_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{t('deleted', { name: gone.name, below: n - 1, codings, people })}</span>
          <Button variant="default" onClick={() => void latest.current.back(id)}>
            {shell('undo')}
          </Button>
        </Group>
      ),
    })
  }
  async function merge(id: string, into: string) {
    const names = new Map(codes.map((one) => [one.id, one.name]))
    const answer = await props.merge(id, into)
    if ('error' in answer) return notifications.show({ color: 'red', message: answer.error, autoClose: 10_000 })
    props.select(into, 'replace')
    const apart = async () => {
      notifications.hide(noticeId)
      const undone = await props.unmerge(id)
      if ('error' in undone) return notifications.show({ color: 'red', message: undone.error, autoClose: 10_000 })
      setSaid(t('undone'))
      props.select(id, 'replace')
    }
    notifications.hide(noticeId)
    notifications.show({
      id: noticeId,
      autoClose: 20_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{t('merged', { name: names.get(id) ?? '', into: names.get(into) ?? '', ...answer.ok })}</span>
          <Button variant="default" onClick={() => void apart()}>
            {shell('undo')}
          </Button>
        </Group>
      ),
    })
  }
  function fails(answer: Answer<unknown>): boolean {
    if ('error' in answer) notifications.show({ color: 'red', message: answer.error, autoClose: 10_000 })
    return 'error' in answer
  }
  async function archive(id: string, archived: boolean) {
    if (fails(await props.archive(id, archived))) return
    setSaid(t(archived ? 'archived' : 'unarchived', { name: codes.find((one) => one.id === id)?.name ?? '' }))
    props.refresh()
  }
  // The button of a notification outlives the render that made it.
  const latest = useRef({ back })
  latest.current = { back }

  const lost = props.selected !== null && code === null
  const { select } = props
  useEffect(() => {
    if (lost) select(null, 'replace')
  }, [lost, select])

  function onKeyDown(event: KeyboardEvent) {
    const { code: key, target } = event.nativeEvent
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    if (key === 'KeyS') event.preventDefault()
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
    const forward = (key === 'KeyZ' && event.shiftKey) || key === 'KeyY'
    if (key !== 'KeyZ' && !forward) return
    event.preventDefault()
    void (forward ? again() : back())
  }
  const tools = mayAdd ? (
    <>
      <Tooltip label={`${shell('undo')} (Ctrl+Z)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={shell('undo')}
          disabled={!canUndo}
          onClick={() => void back()}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('redo')} (Ctrl+Shift+Z)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('redo')}
          disabled={!canRedo}
          onClick={() => void again()}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  ) : null

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of the whole page
    <div className={classes.screen} data-looking={code ? '' : undefined} onKeyDown={onKeyDown}>
      <CodeColours />
      <PageHeader
        crumbs={[{ label: t('title') }]}
        actions={
          <>
            {leads ? (
              <LinkButton size="xs" variant="default" href={props.importHref}>
                {t('bringIn')}
              </LinkButton>
            ) : null}
            {codes.length > 0 ? (
              <>
                <LinkButton size="xs" variant="default" href={props.versionsHref}>
                  {t('versions')}
                </LinkButton>
                <CodebookDownload href={props.downloadHref} />
              </>
            ) : null}
            {tools}
          </>
        }
      />
      {codes.length === 0 && !naming ? (
        <NoCodes add={mayAdd ? () => draftAt(null, 0) : null} />
      ) : (
        <div className={classes.panes}>
          <TreePane
            project={props.project}
            codes={codes}
            counts={props.counts}
            selected={code?.id ?? null}
            focus={focus}
            toTree={(id) => setFocus({ id })}
            naming={naming}
            mayAdd={mayAdd}
            mayChange={mayChange}
            addFirst={() => (code ? beside(code.id) : draftAt(null, children(codes, null).length))}
            acts={{ open, beside, under, rename: (id) => setNaming({ id }), named, move, remove }}
          />
          {code ? (
            <CodePane
              key={code.id}
              code={code}
              codes={codes}
              counts={props.counts[code.id]}
              mayAdd={mayAdd}
              mayChange={mayChange(code.id)}
              drafts={drafts}
              extras={props.extras(code.id)}
              review={props.review(code.id)}
              excerptsHref={props.excerptsHref}
              acts={{
                change: (to, seen) => perform({ kind: 'change', id: code.id, to, seen: seen ?? {} }).then(fail),
                move: (to) => void move(code.id, to),
                under: () => under(code.id),
                remove: () => void remove(code.id),
                merge: leads ? (into) => void merge(code.id, into) : null,
                split: leads
                  ? (into, names) => void props.split(code.id, into, names).then((answer) => fails(answer))
                  : null,
                archive: (archived) => void archive(code.id, archived),
                open,
              }}
            />
          ) : (
            <p className={classes.nothing}>{t('choose')}</p>
          )}
        </div>
      )}
      <p className={classes.said} role="status">
        {said}
      </p>
    </div>
  )
}

const blank = { name: '', definition: '', include: '', exclude: '', example: '', aliases: [] } as const
