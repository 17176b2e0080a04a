import type { SuggestionProps } from '@tiptap/suggestion'
import type { Target } from '@/core/notes/memo'
import type { LinkKind } from '@/core/notes/rich-text'

/** What a link in the editor carries. */
export type LinkAttributes = {
  readonly kind: LinkKind
  readonly id: string
  readonly label: string
  readonly start: number | null
  readonly end: number | null
}

type Given = Pick<SuggestionProps<Target, LinkAttributes>, 'items' | 'command' | 'clientRect'>

/** The list of suggestions that is open: what is offered, which one is meant, and where the words stand that it answers. */
export type Offered = { readonly items: readonly Target[]; readonly active: number; readonly at: DOMRect | null }

/** Between the editor, which knows what was typed, and the list that shows what answers it. */
export class Suggesting {
  #given: Given | null = null
  #offered: Offered | null = null
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly now = (): Offered | null => this.#offered

  show(given: Given): void {
    this.#given = given
    this.#set({ items: given.items, active: 0, at: given.clientRect?.() ?? null })
  }

  hide(): void {
    this.#given = null
    this.#set(null)
  }

  choose(index: number): void {
    const target = this.#offered?.items[index]
    if (target) this.#given?.command({ kind: target.kind, id: target.id, label: target.name, start: null, end: null })
  }

  /** Whether a key press was for the list. */
  key(event: KeyboardEvent): boolean {
    const open = this.#offered
    if (!open) return false
    const count = open.items.length
    if (count === 0) return false
    if (event.key === 'Escape') {
      this.hide()
      return true
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : count - 1
      this.#set({ ...open, active: (open.active + step) % count })
      return true
    }
    if (event.key !== 'Enter' && event.key !== 'Tab') return false
    this.choose(open.active)
    return true
  }

  #set(offered: Offered | null): void {
    this.#offered = offered
    for (const listener of this.#listeners) listener()
  }
}
