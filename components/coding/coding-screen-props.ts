import type { ReactNode } from 'react'
import type { Code } from '@/core/codebook/code'
import type { Coder, Role } from '@/core/project'
import type { TranscriptText } from '@/core/text/turn'
import type { Mark } from './marks'
import type { Send } from './use-desk'

/** An interview beside this one, and the way to it. */
export type Neighbour = { readonly name: string; readonly open: () => void } | null

/** The place that the side pane is about: the passage, the coding that is chosen there, and all that are there. */
export type PlaceOfExtras = {
  readonly start: number
  readonly end: number
  readonly chosen: string | null
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
  readonly savePlace: (offset: number) => void
  /** What stands under the codings of a place. */
  readonly extras: (place: PlaceOfExtras) => ReactNode
}
