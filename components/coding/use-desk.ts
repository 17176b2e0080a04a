import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import type { News } from '@/core/live'
import { inverse, type Mark, type Marks, settled, subjectOf, type Write, withdrawn, written } from './marks'
import { type Answer, type Item, Outbox } from './outbox'
import { shelf } from './shelf'

/** One step that can be taken back: what was written, and what undoes it, in the order in which to write. */
type Step = { readonly did: readonly Write[]; readonly undo: readonly Write[] }

type State = {
  readonly marks: Marks
  readonly codes: readonly Code[]
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

/** How the screen reaches the store. A stored coding answers as it is now; null for what is no coding or is gone. */
export type Send = (write: Write) => Promise<Answer<Mark | null>>

/** The codings of the screen, painted at once, stored behind: the one place where they change. */
export type Desk = {
  readonly marks: Marks
  readonly codes: readonly Code[]
  readonly unsent: readonly Item[]
  readonly write: (writes: readonly Write[]) => void
  readonly undo: () => boolean
  readonly redo: () => boolean
  readonly retry: (subject?: string) => void
  readonly discard: (subject: string) => void
  /** Takes in what others did, and this person elsewhere; what is not stored yet stays on top. */
  readonly learn: (news: News) => void
}

// The server says so about a coding that cannot be brought into line any more: what it was before is shown again.
const SETTLED_BY_SERVER = new Set(['gone', 'duplicate', 'notFound'])

function blankCode(write: Write & { kind: 'code' }): Code {
  return {
    ...write.code,
    position: Number.MAX_SAFE_INTEGER,
    definition: '',
    include: '',
    exclude: '',
    example: '',
    aliases: [],
  }
}

export function useDesk(
  seed: { readonly marks: readonly Mark[]; readonly codes: readonly Code[] },
  owner: string,
  /** The text that offsets are places of. */
  on: string,
  /** That text was corrected since: what the server answers are places of another. */
  older: boolean,
  send: Send,
  say: (message: string, kind: 'done' | 'problem') => void,
): Desk {
  const t = useTranslations('coding')
  const [state, setState] = useState<State>(() => ({
    marks: new Map(seed.marks.map((mark) => [mark.id, mark])),
    codes: seed.codes,
    past: [],
    future: [],
  }))
  const [unsent, setUnsent] = useState<readonly Item[]>([])
  const now = useRef(state)
  const box = useRef<Outbox<Mark | null> | null>(null)
  const ways = useRef({ send, say, t, older })
  ways.current = { send, say, t, older }

  // Two key presses can come before React renders: what follows from what is held in the ref.
  const set = useCallback((next: State) => {
    now.current = next
    setState(next)
  }, [])

  const show = useCallback(
    (write: Write) => {
      const { marks, codes } = now.current
      const known = write.kind !== 'code' || codes.some((code) => code.id === write.code.id)
      set({
        ...now.current,
        marks: written(marks, write),
        codes: write.kind === 'code' && !known ? [...codes, blankCode(write)] : codes,
      })
    },
    [set],
  )

  useEffect(() => {
    const outbox = new Outbox<Mark | null>({
      send: (write) => ways.current.send(write),
      shelf: shelf(typeof localStorage === 'undefined' ? null : localStorage, owner),
      unreachable: ways.current.t('unreachable'),
      stored: (write, mark) => {
        const id = subjectOf(write)
        const later = outbox.items.some((item) => subjectOf(item.write) === id)
        if (write.kind !== 'code' && !later && !ways.current.older)
          set({ ...now.current, marks: settled(now.current.marks, id, mark) })
      },
      refused: (write, reason, message) => {
        if (!isOf(write, on) && reason === 'changedSince') {
          ways.current.say(ways.current.t('wordsCorrected'), 'problem')
          return 'drop'
        }
        if (!SETTLED_BY_SERVER.has(reason)) return 'keep'
        const id = subjectOf(write)
        if (write.kind === 'remove') return 'drop'
        const marks =
          reason === 'duplicate' ? withdrawn(now.current.marks, write) : settled(now.current.marks, id, null)
        set({
          ...now.current,
          marks,
          codes: now.current.codes.filter((code) => write.kind !== 'code' || code.id !== id),
        })
        ways.current.say(message, 'problem')
        return 'drop'
      },
      changed: (items) => setUnsent([...items]),
    })
    box.current = outbox
    // What was done on a text that was corrected meanwhile is shown when the server has carried it over.
    for (const item of outbox.items) if (isOf(item.write, on)) show(item.write)
    setUnsent(outbox.items)
    void outbox.run()
    const online = () => outbox.retry()
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      outbox.close()
    }
  }, [owner, on, set, show])

  const dirty = unsent.length > 0
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])

  return useMemo((): Desk => {
    const perform = (writes: readonly Write[]): Step => {
      const undo: Write[] = []
      for (const write of writes) {
        const back = inverse(now.current.marks, write)
        if (back) undo.unshift(back)
        show(write)
        box.current?.push(write.kind === 'add' || write.kind === 'change' ? { ...write, on } : write)
      }
      return { did: writes.filter((write) => write.kind !== 'code'), undo }
    }
    // A coding that somebody else took away meanwhile has nothing to be undone on it.
    const possible = (writes: readonly Write[]) =>
      writes.filter(
        (write) => write.kind === 'restore' || write.kind === 'add' || now.current.marks.has(subjectOf(write)),
      )
    return {
      marks: state.marks,
      codes: state.codes,
      unsent,
      write: (writes) => {
        const step = perform(writes)
        set({ ...now.current, past: [...now.current.past.slice(-199), step], future: [] })
      },
      undo: () => {
        const step = now.current.past.at(-1)
        if (!step) return false
        const back = perform(possible(step.undo))
        set({ ...now.current, past: now.current.past.slice(0, -1), future: [...now.current.future, back] })
        return true
      },
      redo: () => {
        const step = now.current.future.at(-1)
        if (!step) return false
        const again = perform(possible(step.undo))
        set({ ...now.current, past: [...now.current.past, again], future: now.current.future.slice(0, -1) })
        return true
      },
      learn: (news) => {
        const next = new Map(news.all ? [] : now.current.marks)
        for (const mark of news.codings) next.set(mark.id, mark)
        for (const id of news.gone) next.delete(id)
        let marks: Marks = next
        let codes = news.codes ?? now.current.codes
        for (const { write } of box.current?.items ?? []) {
          if (isOf(write, on)) marks = written(marks, write)
          if (write.kind === 'code' && !codes.some(({ id }) => id === write.code.id))
            codes = [...codes, blankCode(write)]
        }
        set({ ...now.current, marks, codes })
      },
      retry: (subject) => box.current?.retry(subject),
      discard: (subject) => {
        const given = box.current?.discard(subject) ?? []
        let marks = now.current.marks
        for (const write of [...given].reverse()) marks = withdrawn(marks, write)
        set({ ...now.current, marks, codes: now.current.codes.filter((code) => code.id !== subject) })
      },
    }
  }, [state, unsent, on, set, show])
}

function isOf(write: Write, on: string): boolean {
  return !('on' in write) || write.on === undefined || write.on === on
}
