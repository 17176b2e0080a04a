import { useEffect, useRef, useState } from 'react'
import type { News, Present } from '@/core/live'

/** Whether colleagues' work arrives: not asked for yet, so, or the line is cut. */
export type Line = 'opening' | 'live' | 'cut'

/** What is heard of colleagues while an interview is open. */
export type Heard = {
  readonly news: (news: News) => void
  /** The text was corrected: this screen shows an older one. */
  readonly corrected: () => void
}

/** A window that nobody looks at gives its connection back after so long; a browser has six for a server. */
const HIDDEN = 30_000
const AGAIN = 5_000

/** Listens to what happens in the interview, for as long as it is looked at; `href` makes the address of the stream, null for a screen without one. */
export function useLive(
  href: ((cursor: number | null, tab: string) => string) | null,
  cursor: number | null,
  heard: Heard,
): { readonly others: readonly Present[]; readonly line: Line } {
  const [others, setOthers] = useState<readonly Present[]>([])
  const [line, setLine] = useState<Line>('opening')
  const latest = useRef({ href, heard })
  latest.current = { href, heard }
  const at = useRef(cursor)
  const listens = href !== null
  useEffect(() => {
    if (!listens) return
    const tab = crypto.randomUUID()
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const open = () => {
      clearTimeout(timer)
      if (over || source) return
      const from = latest.current.href?.(at.current, tab)
      if (from === undefined) return
      const made = new EventSource(from)
      source = made
      made.addEventListener('open', () => setLine(navigator.onLine ? 'live' : 'cut'))
      made.addEventListener('news', (event: MessageEvent<string>) => {
        const news: News = JSON.parse(event.data)
        at.current = news.cursor
        if (news.corrected) latest.current.heard.corrected()
        else latest.current.heard.news(news)
      })
      made.addEventListener('others', (event: MessageEvent<string>) => setOthers(JSON.parse(event.data)))
      made.addEventListener('over', () => {
        over = true
        close()
      })
      made.addEventListener('error', () => {
        setLine('cut')
        if (made.readyState !== EventSource.CLOSED) return
        // The browser has given up: an answer came that was no stream.
        close()
        timer = setTimeout(open, AGAIN)
      })
    }
    const close = () => {
      source?.close()
      source = null
    }
    const seen = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') open()
      else timer = setTimeout(close, HIDDEN)
    }
    // A line that is back is used at once, not at the browser's next try.
    const online = () => {
      close()
      open()
    }
    const offline = () => setLine('cut')
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('online', online)
    window.addEventListener('offline', offline)
    open()
    return () => {
      clearTimeout(timer)
      close()
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('online', online)
      window.removeEventListener('offline', offline)
    }
  }, [listens])
  return { others, line }
}
