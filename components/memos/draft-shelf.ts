import { readRich } from '@/core/notes/read-rich'
import type { Kept } from './autosave'

const PREFIX = 'interlinear.memo.'

/** Keeps what a person wrote of a memo in the browser until it is stored; null takes it away. Where storage is refused nothing is kept. */
export function keepDraft(owner: string, memoId: string, kept: Kept | null): void {
  try {
    const name = `${PREFIX}${owner}.${memoId}`
    if (kept) localStorage.setItem(name, JSON.stringify(kept))
    else localStorage.removeItem(name)
  } catch {
    // Full or forbidden: the draft is still in memory, and the page warns before it is left.
  }
}

/** What was kept of a memo and not stored, or null. */
export function keptDraft(owner: string, memoId: string): Kept | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`${PREFIX}${owner}.${memoId}`) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    if (!('title' in value) || !('body' in value) || !('seen' in value)) return null
    const body = readRich(value.body)
    if (!body || typeof value.title !== 'string' || typeof value.seen !== 'number') return null
    return { title: value.title, body, seen: value.seen }
  } catch {
    return null
  }
}
