import { richText } from '@/core/notes/rich-text'
import type { Access } from '@/db/access'
import * as memos from '@/db/memos'
import * as reading from '@/db/reading'
import * as translations from '@/db/translations'
import type { TeamRole } from './coders'
import type { Study } from './compose'

/** The team's doors into a loaded study, the supervisor's among them, and the ids of its interviews and of its codes by path. */
export type Loaded = {
  readonly as: (role: TeamRole) => Access
  readonly interviewIds: readonly string[]
  readonly codeIds: ReadonlyMap<string, string>
}

const roles: readonly TeamRole[] = ['supervisor', 'coder 1', 'coder 2', 'coder 3']

/** Stores the team's memos: those on a code belong to it, all others to the project. Throws RangeError for a code that is not there. */
export function loadMemos({ as, codeIds }: Loaded, study: Study): void {
  for (const { title, on, by, text } of study.memos) {
    const role = roles.find((one) => one === by) ?? 'supervisor'
    const access = as(role)
    const codeId = codeIds.get(on.name)
    if (on.kind === 'code' && codeId === undefined) throw new RangeError(`No code “${on.name}” for a memo`)
    memos.add(access, {
      id: crypto.randomUUID(),
      subject:
        on.kind === 'code' && codeId !== undefined
          ? { kind: 'code', id: codeId }
          : { kind: 'project', id: access.projectId },
      title: on.kind === 'interviews' ? `${title} (${on.name})` : title,
      body: richText(text),
    })
  }
}

/** Stores the written English translations of Russian answers; every third is still a draft. */
export function loadTranslations({ as, interviewIds }: Loaded, study: Study): void {
  const access = as('supervisor')
  let nth = 0
  study.interviews.forEach(({ answers }, at) => {
    const translated = answers.flatMap(({ start, end, translation }) =>
      translation ? [{ start, end, translation }] : [],
    )
    if (translated.length === 0) return
    const { transcriptId } = reading.read(access, interviewIds[at] ?? '')
    for (const { start, end, translation } of translated)
      translations.add(access, {
        ...{ id: crypto.randomUUID(), transcriptId, start, end, language: 'en', text: translation },
        state: nth++ % 3 === 2 ? 'draft' : 'checked',
      })
  })
}
