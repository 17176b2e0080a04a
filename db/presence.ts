import { inArray } from 'drizzle-orm'
import type { Present } from '@/core/live'
import type { Access } from './access'
import { keptFrom } from './blind'
import { users } from './schema'

type Here = { readonly projectId: string; readonly interviewId: string; readonly userId: string }

declare global {
  var interlinearPresence: { readonly tabs: Map<string, Here>; version: number } | undefined
}

function registry() {
  globalThis.interlinearPresence ??= { tabs: new Map(), version: 0 }
  return globalThis.interlinearPresence
}

/** Grows whenever somebody comes or goes, anywhere. */
export function presenceVersion(): number {
  return registry().version
}

/** A window of a person's has an interview open, until the answer is called. The same `tab` again takes the place of the former. */
export function enterInterview(access: Access, interviewId: string, tab: string): () => void {
  const all = registry()
  const key = `${access.userId} ${tab}`
  const here = { projectId: access.projectId, interviewId, userId: access.userId }
  all.tabs.set(key, here)
  all.version++
  return () => {
    if (all.tabs.get(key) !== here) return
    all.tabs.delete(key)
    all.version++
  }
}

/** The others who have an interview open, by name; nobody at all while the interview is kept from the person by a blind round. */
export function othersIn(access: Access, interviewId: string): readonly Present[] {
  const there = [...registry().tabs.values()].filter(
    (one) => one.projectId === access.projectId && one.interviewId === interviewId && one.userId !== access.userId,
  )
  const ids = [...new Set(there.map((one) => one.userId))]
  if (ids.length === 0 || keptFrom(access).includes(interviewId)) return []
  return access.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, ids))
    .all()
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
