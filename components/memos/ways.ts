import type { ShownLink, ShownSubject } from '@/core/notes/memo'

/** Where something is found on the screen; null when it is not there (any more). `base` is the project's address. */
export function subjectHref(base: string, { kind, id, name, interviewId }: ShownSubject): string | null {
  if (name === null) return null
  if (kind === 'code') return `${base}/codebook?code=${id}`
  if (interviewId === null) return null
  return kind === 'coding' ? `${base}/interviews/${interviewId}?coding=${id}` : `${base}/interviews/${interviewId}`
}

/** Where a link of a memo leads; null when its target is not there (any more). */
export function linkHref(base: string, { kind, id, name, interviewId, start }: ShownLink): string | null {
  if (name === null) return null
  if (kind === 'code') return `${base}/codebook?code=${id}`
  if (kind === 'memo') return `${base}/memos/${id}`
  if (interviewId === null) return null
  return kind === 'passage' ? `${base}/interviews/${interviewId}?at=${start ?? 0}` : `${base}/interviews/${interviewId}`
}
