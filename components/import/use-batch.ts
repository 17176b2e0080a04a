'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { isLitter, nameInBatch, type Preview } from '@/core/interviews/preview'
import type { Entry, ImportActions, Labels, ReadEntry } from './entry'

const atOnce = 3
const auto: Labels = { style: 'auto', listed: '' }

/** A batch of files: sent one by one, shown, read anew with other labels, and imported one by one. */
export function useBatch(props: { project: string; filesHref: string; largest: number; actions: ImportActions }) {
  const t = useTranslations('import')
  const [batch] = useState(() => crypto.randomUUID())
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const [labels, setLabels] = useState(auto)
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const queue = useRef<{ entry: Entry; labels: Labels; again: boolean }[]>([])
  const running = useRef(0)
  const stopped = useRef(false)

  const change = (id: string, next: Partial<Entry>) =>
    setEntries((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)))

  async function preview(entry: Entry, by: Labels, again: boolean): Promise<Preview> {
    if (entry.size > props.largest)
      return { kind: 'refused', reason: t('tooLarge', { file: entry.path, limit: props.largest / 2 ** 20 }) }
    const query = new URLSearchParams({ batch, id: entry.id, name: entry.path, labels: by.style, listed: by.listed })
    if (again || entry.file === null) query.set('again', 'yes')
    try {
      const body = again || entry.file === null ? {} : { body: entry.file }
      const response = await fetch(`${props.filesHref}?${query}`, { method: 'POST', ...body })
      // The server is ours: what it answers as JSON is a preview, whatever the status.
      if (response.headers.get('content-type')?.includes('json')) return await response.json()
      return { kind: 'refused', reason: t('unreadable', { file: entry.path, status: response.status }) }
    } catch {
      return { kind: 'refused', reason: t('offline', { file: entry.path }) }
    }
  }
  async function work() {
    if (running.current >= atOnce) return
    running.current++
    for (let job = queue.current.shift(); job; job = queue.current.shift()) {
      const { entry } = job
      change(entry.id, { state: 'sending' })
      const made = await preview(entry, job.labels, job.again)
      if (made.kind === 'batch') {
        unpack(entry, made.files)
        continue
      }
      const refused = made.kind === 'refused'
      change(entry.id, {
        preview: made,
        state: refused ? 'refused' : 'read',
        message: refused ? made.reason : null,
        roles: {},
      })
    }
    running.current--
  }
  /** The files of a zip take its place. */
  function unpack(zip: Entry, files: readonly { id: string; path: string; size: number }[]) {
    const found = files.map(({ id, path, size }) => fresh(id, `${zip.path}/${path}`, size))
    setEntries((all) => named(all.flatMap((one) => (one.id === zip.id ? found : [one]))))
    queue.current.push(...found.map((entry) => ({ entry, labels, again: true })))
  }
  function start() {
    for (let i = 0; i < atOnce; i++) void work()
  }
  function add(files: readonly { file: File; path: string }[]) {
    const added = files
      .filter(({ path }) => !isLitter(path))
      .filter(({ file, path }) => !entries.some((one) => one.path === path && one.size === file.size))
      .map(({ file, path }): Entry => ({ ...fresh(crypto.randomUUID(), path, file.size), file }))
    setEntries((all) => named([...all, ...added]))
    queue.current.push(...added.map((entry) => ({ entry, labels, again: false })))
    start()
  }
  function relabel(next: Labels) {
    setLabels(next)
    const affected = entries.filter((one) => one.preview?.kind === 'transcript' && one.state === 'read')
    queue.current.push(...affected.map((entry) => ({ entry, labels: next, again: true })))
    start()
  }
  function leave(id: string) {
    queue.current = queue.current.filter((job) => job.entry.id !== id)
    setEntries((all) => all.filter((one) => one.id !== id))
  }

  async function importAll(chosen: readonly { entry: ReadEntry; values: Record<string, string> }[]) {
    stopped.current = false
    setProgress({ done: 0, of: chosen.length })
    let done = 0
    for (const { entry, values } of chosen) {
      if (stopped.current) break
      change(entry.id, { state: 'importing', message: null })
      const message = await importOne(entry, values)
      change(entry.id, { state: message === null ? 'imported' : 'read', message })
      setProgress({ done: ++done, of: chosen.length })
    }
    setProgress(null)
  }
  async function importOne(entry: ReadEntry, values: Record<string, string>): Promise<string | null> {
    try {
      const listed = labels.listed.split('\n').filter((label) => label.trim() !== '')
      const answer = await props.actions.importFile({
        project: props.project,
        batch,
        id: entry.id,
        name: entry.name,
        file: entry.path,
        labels: labels.style,
        listed,
        roles: { ...entry.roles },
        values,
      })
      if ('error' in answer) return answer.error
      return 'refused' in answer.ok ? answer.ok.refused : null
    } catch {
      return t('offline', { file: entry.path })
    }
  }
  return {
    batch,
    entries,
    labels,
    progress,
    reading: entries.filter((one) => one.state === 'waiting' || one.state === 'sending').length,
    add,
    change,
    relabel,
    leave,
    importAll,
    cancel: () => {
      stopped.current = true
    },
  }
}

function fresh(id: string, path: string, size: number): Entry {
  const waiting = { state: 'waiting', preview: null, message: null, roles: {}, skip: null } as const
  return { id, path, size, file: null, name: '', ...waiting }
}

/** Gives the entries that have no name yet one that the others do not have. */
function named(entries: readonly Entry[]): readonly Entry[] {
  const taken = entries.flatMap(({ name }) => (name === '' ? [] : [name]))
  return entries.map((entry) => {
    if (entry.name !== '') return entry
    const name = nameInBatch(entry.path, taken)
    taken.push(name)
    return { ...entry, name }
  })
}
