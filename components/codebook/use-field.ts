'use client'

import { type KeyboardEvent, useState } from 'react'
import type { Answer } from './answer'

/** What was written and is not stored yet, by code and field: survives looking at another code. */
export type Drafts = Map<string, { readonly text: string; readonly seen: string; readonly error: Problem | null }>

/** Why a field could not be stored; `theirs` when somebody else wrote it meanwhile. */
export type Problem = { readonly message: string; readonly theirs: boolean }

/** How a field stands. */
export type FieldState = 'stored' | 'written' | 'storing' | 'failed'

/**
 * A field of text that is stored when it is left, or by Ctrl+S. What cannot be stored stays in the field. `save` gets what was written and what
 * the person had seen there before, null to write over whatever is there.
 */
export function useField(
  key: string,
  value: string,
  drafts: Drafts,
  save: (text: string, seen: string | null) => Promise<Answer>,
  told: (key: string, state: FieldState) => void,
) {
  const kept = drafts.get(key)
  const [, setCount] = useState(0)
  const set = (draft: { text: string; seen: string; error: Problem | null } | null, state: FieldState) => {
    if (draft) drafts.set(key, draft)
    else drafts.delete(key)
    setCount((n) => n + 1)
    told(key, state)
  }

  async function store(text: string, seen: string, over = false) {
    if (text.trim() === value.trim()) return set(null, 'stored')
    told(key, 'storing')
    const answer = await save(text, over ? null : seen)
    const later = drafts.get(key)
    const written = later?.text ?? text
    if ('error' in answer)
      return set(
        { text: written, seen, error: { message: answer.error, theirs: answer.reason === 'changedSince' } },
        'failed',
      )
    if (written === text) set(null, 'stored')
    else set({ text: written, seen: text, error: null }, 'written')
  }
  const commit = () => {
    if (kept) void store(kept.text, kept.seen)
  }
  return {
    shown: kept?.text ?? value,
    problem: kept?.error ?? null,
    write: (text: string) => set({ text, seen: kept?.seen ?? value, error: null }, 'written'),
    commit,
    keepMine: () => {
      if (kept) void store(kept.text, kept.seen, true)
    },
    takeTheirs: () => set(null, 'stored'),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.code !== 'KeyS' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      commit()
    },
  }
}
