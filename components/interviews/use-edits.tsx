'use client'

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { Cell, Interview } from '@/core/interviews/interview'
import type { InterviewActions } from './answer'

const noticeId = 'interviews-done'

/** The interviews with what the person just did to them: shown at once, stored after, taken back when storing fails or on undo. */
export function useEdits(project: string, given: readonly Interview[], actions: InterviewActions) {
  const t = useTranslations('interviews')
  const shell = useTranslations('shell')
  const [seed, setSeed] = useState(given)
  const [rows, setRows] = useState(given)
  const done = useRef<(() => Promise<void>)[]>([])
  if (seed !== given) {
    setSeed(given)
    setRows(given)
  }

  const fail = (message: string) => notifications.show({ color: 'red', message, autoClose: 10_000 })
  const change = (id: string, next: (row: Interview) => Interview) =>
    setRows((all) => all.map((row) => (row.id === id ? next(row) : row)))
  const put = (cells: readonly Cell[]) => setRows((all) => withCells(all, cells))

  async function undo() {
    const last = done.current.pop()
    notifications.hide(noticeId)
    if (last) await last()
  }
  function tell(message: string, back: () => Promise<void>) {
    done.current.push(back)
    notifications.hide(noticeId)
    notifications.show({
      id: noticeId,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{message}</span>
          <Button variant="default" onClick={() => void undo()}>
            {shell('undo')}
          </Button>
        </Group>
      ),
    })
  }

  async function store(cells: readonly Cell[]) {
    const answer = await actions.setValues({ project, cells: [...cells] })
    if ('error' in answer) fail(answer.error)
    else put(answer.ok.cells)
    return answer
  }
  async function set(cells: readonly Cell[]) {
    const before = cells.map((cell) => ({ ...cell, value: valueAt(rows, cell) }))
    if (cells.every((cell, i) => cell.value === before[i]?.value)) return
    put(cells)
    const answer = await store(cells)
    if ('error' in answer) return put(before)
    tell(t('set', { n: new Set(cells.map((cell) => cell.interviewId)).size }), async () => {
      put(before)
      const back = await store(answer.ok.before)
      if ('error' in back) put(answer.ok.cells)
    })
  }
  async function storeName(id: string, name: string) {
    const answer = await actions.rename({ project, interview: id, name })
    if ('error' in answer) fail(answer.error)
    else change(id, (row) => ({ ...row, name: answer.ok.name }))
    return answer
  }
  async function rename(id: string, name: string) {
    if (rows.find((row) => row.id === id)?.name === name) return
    const answer = await storeName(id, name)
    if ('ok' in answer && answer.ok.before !== answer.ok.name)
      tell(t('renamed', { name: answer.ok.name }), async () => void (await storeName(id, answer.ok.before)))
  }
  async function remove(ids: readonly string[]) {
    const before = rows
    setRows((all) => all.filter((row) => !ids.includes(row.id)))
    const answer = await actions.remove({ project, interviews: [...ids] })
    if ('error' in answer) {
      setRows(before)
      return fail(answer.error)
    }
    tell(t('removed', { n: ids.length }), async () => {
      const back = await actions.restore({ project, interviews: [...ids] })
      if ('error' in back) return void fail(back.error)
      setRows((all) => [
        ...all,
        ...before.filter((row) => ids.includes(row.id) && !all.some((one) => one.id === row.id)),
      ])
      if (back.ok.lost > 0) fail(t('lost', { n: back.ok.lost }))
    })
  }
  return { rows, set, rename, remove, undo }
}

/** The edits of a table of interviews. */
export type Edits = ReturnType<typeof useEdits>

function valueAt(rows: readonly Interview[], cell: Cell): string | null {
  return rows.find((row) => row.id === cell.interviewId)?.values[cell.variableId] ?? null
}

function withCells(rows: readonly Interview[], cells: readonly Cell[]): readonly Interview[] {
  const byId = new Map<string, Cell[]>()
  for (const cell of cells) byId.set(cell.interviewId, [...(byId.get(cell.interviewId) ?? []), cell])
  return rows.map((row) => {
    const own = byId.get(row.id)
    if (!own) return row
    const values = { ...row.values }
    for (const { variableId, value } of own) {
      if (value === null) delete values[variableId]
      else values[variableId] = value
    }
    return { ...row, values }
  })
}
