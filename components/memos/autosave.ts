import type { Memo } from '@/core/notes/memo'
import type { RichNode } from '@/core/notes/rich-text'

/** What a person has written of a memo. */
export type Draft = { readonly title: string; readonly body: RichNode }

/** A draft that is not stored, with the version that it was written over. */
export type Kept = Draft & { readonly seen: number }

/** What storing a draft answers: the memo as it is now; `stored` is false when it is a newer version than the one that was written over. */
export type SaveAnswer =
  | { readonly ok: { readonly stored: boolean; readonly memo: Memo } }
  | { readonly error: string; readonly reason?: string }

/** How writing stands. `newer` holds the version that somebody else stored meanwhile. */
export type SaveState =
  | { readonly is: 'saved' | 'unsaved' | 'saving' }
  | { readonly is: 'failed'; readonly message: string }
  | { readonly is: 'newer'; readonly theirs: Memo }

type Ways = {
  readonly save: (kept: Kept) => Promise<SaveAnswer>
  readonly keep: (kept: Kept | null) => void
  readonly changed: (state: SaveState) => void
  readonly stored: (memo: Memo) => void
  /** What to say when the server cannot be reached. */
  readonly unreachable: string
  /** Runs later; returns how to call it off. */
  readonly wait: (milliseconds: number, run: () => void) => () => void
}

/** Milliseconds after the last key until what was written is stored. */
export const PAUSE = 800

/**
 * Stores what is written a little after the last key, one version after the other; keeps it in the browser until the server has said that it is
 * stored; tries again by itself, more and more rarely, while the server cannot be reached; stops when somebody else stored a newer version.
 */
export class Autosave {
  #seen: number
  #written: Draft | null = null
  #busy = false
  #stopped = false
  #tries = 0
  #cancel: () => void = () => {}

  constructor(
    seen: number,
    private readonly ways: Ways,
  ) {
    this.#seen = seen
  }

  /** What was written since the last version. */
  write(draft: Draft): void {
    this.#written = draft
    this.ways.keep({ ...draft, seen: this.#seen })
    if (this.#stopped) return
    this.ways.changed({ is: 'unsaved' })
    this.#after(PAUSE)
  }

  /** What was kept of an earlier visit, over the version that it was written over then. */
  resume({ seen, ...draft }: Kept): void {
    this.#seen = seen
    this.write(draft)
  }

  /** Stores now what is not stored. */
  flush(): void {
    this.#cancel()
    if (!this.#stopped) void this.#store()
  }

  /** Over the version that somebody else stored: the person has seen it and keeps their own. */
  over(version: number): void {
    this.#seen = version
    this.#stopped = false
    this.flush()
  }

  /** Gives up what was written for the version that is there. */
  giveUp(version: number): void {
    this.#cancel()
    this.#written = null
    this.#seen = version
    this.#stopped = false
    this.ways.keep(null)
    this.ways.changed({ is: 'saved' })
  }

  #after(milliseconds: number): void {
    this.#cancel()
    this.#cancel = this.ways.wait(milliseconds, () => void this.#store())
  }

  async #store(): Promise<void> {
    const draft = this.#written
    if (!draft || this.#busy) return
    this.#busy = true
    this.ways.changed({ is: 'saving' })
    const answer = await this.ways.save({ ...draft, seen: this.#seen }).catch(() => null)
    this.#busy = false
    if (answer === null) {
      this.ways.changed({ is: 'failed', message: this.ways.unreachable })
      this.#after(Math.min(30_000, 1000 * 2 ** this.#tries++))
    } else if ('error' in answer) this.ways.changed({ is: 'failed', message: answer.error })
    else this.#answered(answer.ok, draft)
  }

  #answered({ stored, memo }: { readonly stored: boolean; readonly memo: Memo }, draft: Draft): void {
    this.#tries = 0
    if (!stored) {
      this.#stopped = true
      this.#cancel()
      this.ways.changed({ is: 'newer', theirs: memo })
      return
    }
    this.#seen = memo.version
    this.ways.stored(memo)
    if (this.#written !== draft && this.#written) {
      this.ways.keep({ ...this.#written, seen: this.#seen })
      this.ways.changed({ is: 'unsaved' })
      this.#after(PAUSE)
      return
    }
    this.#written = null
    this.ways.keep(null)
    this.ways.changed({ is: 'saved' })
  }
}
