import type { Preview } from '@/core/interviews/preview'
import type { LabelStyle } from '@/core/text/labels/style'
import type { SpeakerRole } from '@/core/text/turn'
import type { Variable, VariableKind } from '@/core/variable'

type Answer<T> = { readonly ok: T } | { readonly error: string }

/** The actions of an import. */
export type ImportActions = {
  readonly prepare: (given: {
    project: string
    wanted: { name: string; kind: VariableKind; categories: string[] }[]
  }) => Promise<Answer<readonly Variable[]>>
  readonly importFile: (given: {
    project: string
    batch: string
    id: string
    name: string
    file: string
    labels: Extract<LabelStyle, string> | 'listed'
    listed: string[]
    roles: Record<string, SpeakerRole>
    values: Record<string, string>
  }) => Promise<Answer<{ added: { name: string } } | { refused: string }>>
  readonly end: (given: { project: string; batch: string }) => Promise<Answer<unknown>>
}

/** How the speakers of a batch are to be found; `listed` holds labels, one a line. */
export type Labels = { readonly style: Extract<LabelStyle, string> | 'listed'; readonly listed: string }

/** One file on its way in. `skip` is what the person chose, null while the default holds: leave out what the project has already. */
export type Entry = {
  readonly id: string
  readonly path: string
  /** What is still to be sent; null for a file out of a zip, which the server has. */
  readonly file: File | null
  /** In bytes. */
  readonly size: number
  readonly name: string
  readonly state: 'waiting' | 'sending' | 'read' | 'refused' | 'importing' | 'imported'
  readonly preview: Preview | null
  /** Why it was refused or what failed. */
  readonly message: string | null
  readonly roles: Readonly<Record<string, SpeakerRole>>
  readonly skip: boolean | null
}

/** An entry that can be imported. */
export type ReadEntry = Entry & { readonly preview: Extract<Preview, { kind: 'transcript' }> }

/** The entries that turned out to be transcripts. */
export function transcripts(entries: readonly Entry[]): ReadEntry[] {
  return entries.flatMap((entry) =>
    entry.preview?.kind === 'transcript' ? [{ ...entry, preview: entry.preview }] : [],
  )
}

/** The earlier file of the batch with the same text, or null. */
export function twinOf(entry: ReadEntry, all: readonly ReadEntry[]): string | null {
  const first = all.find((other) => other.preview.fingerprint === entry.preview.fingerprint)
  return first && first.id !== entry.id ? first.path : null
}

/** Whether a file is left out: as the person said, else when its text or its name is there already. */
export function isSkipped(entry: ReadEntry, all: readonly ReadEntry[]): boolean {
  if (entry.skip !== null) return entry.skip
  return entry.preview.sameName !== null || entry.preview.sameText !== null || twinOf(entry, all) !== null
}
