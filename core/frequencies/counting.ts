import type { Material } from './material'
import { saidOutside } from './spans'

/** Which passages count: `coders` whose, null = everybody's; `interviewers`: also those that are wholly an interviewer's. */
export type Counting = { readonly interviewers: boolean; readonly coders: ReadonlySet<string> | null }

/** For each interview the indices of the passages that count, in the order of their beginnings. */
export function passagesByInterview({ passages, interviews, coders }: Material, settings: Counting): number[][] {
  const groups: number[][] = interviews.map(() => [])
  const chosen = coders.map((coder) => settings.coders === null || settings.coders.has(coder.id))
  for (let p = 0; p < passages.length; p++) {
    const i = passages.interview[p] ?? -1
    const interview = interviews[i]
    if (!interview || !chosen[passages.coder[p] ?? -1]) continue
    const counts =
      settings.interviewers || saidOutside(passages.from[p] ?? 0, passages.to[p] ?? 0, interview.interviewerWords)
    if (counts) groups[i]?.push(p)
  }
  for (const group of groups) group.sort((a, b) => (passages.start[a] ?? 0) - (passages.start[b] ?? 0))
  return groups
}
