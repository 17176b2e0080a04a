import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { lines } from '@/core/text/lines'
import type { TranscriptText } from '@/core/text/turn'
import { type Heard, TranscriptView } from './transcript-view'

/** Puts the transcript into `host` once and keeps it there; `heard` may change at every render. */
export function useTranscript(
  host: RefObject<HTMLElement | null>,
  transcript: TranscriptText,
  label: string,
  heard: Heard,
): TranscriptView | null {
  const all = useMemo(() => lines(transcript.text, transcript.turns), [transcript])
  const [view, setView] = useState<TranscriptView | null>(null)
  const latest = useRef(heard)
  latest.current = heard
  useEffect(() => {
    if (!host.current) return
    const made = new TranscriptView(host.current, transcript, all, label, latest)
    setView(made)
    return () => {
      setView(null)
      made.destroy()
    }
  }, [host, transcript, all, label])
  return view
}
