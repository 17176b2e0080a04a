import type { DeskSettings } from '@/core/quotes/desk'
import type { QuoteEdit } from '@/core/quotes/edit'

/** What can be done on a quote desk; each says a refusal itself and answers whether it was done. */
export type DeskActions = {
  readonly change: (to: Partial<DeskSettings>) => Promise<boolean>
  readonly addHeading: (heading: { level: number; text: string; before: string | null }) => Promise<boolean>
  readonly edit: (
    item: string,
    to: {
      level?: number
      text?: string
      edits?: QuoteEdit[]
      translation?: { language: string; edits: QuoteEdit[] }
    },
  ) => Promise<boolean>
  readonly move: (items: readonly string[], before: string | null) => Promise<boolean>
  readonly drop: (items: readonly string[], what: string) => Promise<boolean>
  readonly undo: () => Promise<boolean>
  readonly setReference: (template: string) => Promise<boolean>
}
