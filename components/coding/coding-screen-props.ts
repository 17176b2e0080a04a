import type { ReactNode } from 'react'
import type { Code } from '@/core/codebook/code'
import type { Coder, Role } from '@/core/project'
import type { Range } from '@/core/text/sentences'
import type { TranscriptText } from '@/core/text/turn'
import type { Mark } from './marks'
import type { Preferences } from './preferences'
import type { Send } from './use-desk'
import type { Preferred } from './use-preferences'

/** An interview beside this one, and the way to it. */
export type Neighbour = { readonly name: string; readonly open: () => void } | null

/** Where the reader is: the selection (or the passage of the chosen coding), half-open UTF-16 offsets, equal for a mere caret. */
export type PlaceOfExtras = {
  readonly start: number
  readonly end: number
  /** The id of the chosen coding. */
  readonly chosen: string | null
  /** All codings that are there. */
  readonly codings: ReadonlySet<string>
}

/** What the coding screen is given. */
export type CodingScreenProps = {
  readonly projectId: string
  readonly interview: { readonly id: string; readonly name: string }
  readonly values: readonly string[]
  readonly transcript: TranscriptText
  readonly codes: readonly Code[]
  readonly marks: readonly Mark[]
  readonly coders: readonly Coder[]
  readonly me: { readonly id: string; readonly role: Role }
  readonly place: { readonly offset: number; readonly at: number } | null
  readonly previous: Neighbour
  readonly next: Neighbour
  readonly number: number
  readonly count: number
  /** To what the text is limited; empty lists show all. */
  readonly only: { readonly codes: readonly string[]; readonly coders: readonly string[] }
  readonly limit: (only: { codes: readonly string[]; coders: readonly string[] }) => void
  /** Where to open: an offset or a coding. */
  readonly jump: { readonly at: number | null; readonly coding: string | null }
  readonly send: Send
  /** Which text the offsets are places of. */
  readonly transcriptId: string
  /** Where what colleagues do is heard, from a place on; null where nothing is. */
  readonly live?: {
    readonly href: (cursor: number | null, tab: string) => string
    readonly cursor: number | null
  } | null
  /** Shows the interview anew: its text was corrected. */
  readonly renew?: () => void
  readonly savePlace: (offset: number) => void
  /** Leads to the versions of the text, from where it is corrected. */
  readonly versions: () => void
  readonly preferences: Preferences
  readonly savePreference: (preferred: Preferred) => Promise<boolean>
  /** What else there is about a place (memos, questions, translations), shown under its codings. */
  readonly extras?: (place: PlaceOfExtras) => ReactNode
  /** What was searched for and where it is in this text: shown on the minimap, and stepped through. */
  readonly search?: { readonly query: string; readonly hits: readonly Range[]; readonly end: () => void } | null
}
