import type { Rendering } from '@/core/notes/translation'
import type { SpeakerRole } from '@/core/text/turn'
import type { Values } from '@/core/variable'

/** A coding as it is quoted. [start, end) are UTF-16 offsets into the interview's current text; `quote` is that text. */
export type Excerpt = {
  /** The coding's id. */
  readonly id: string
  readonly quote: string
  readonly comment: string
  readonly start: number
  readonly end: number
  readonly words: number
  readonly code: { readonly id: string; readonly name: string; readonly path: string; readonly colour: number }
  readonly coder: string
  readonly interview: { readonly id: string; readonly name: string; readonly values: Values }
  /** Who speaks in it, in order; a turn that nobody is named for has none. */
  readonly speakers: readonly { readonly name: string; readonly role: SpeakerRole }[]
  /** Seconds from the start of the recording at which the turn it begins in was said, or null. */
  readonly time: number | null
  /** The text around it; empty unless asked for. */
  readonly before: string
  readonly after: string
  /** What it says in other languages, one for each. */
  readonly translations: readonly Rendering[]
}
