import type { IncomingCode } from '@/core/codebook/incoming'
import type { Batch } from '../batch'
import type { Reading } from '../reading'
import type { Sheet } from '../sheet'
import type { ReadTranscript, TranscriptOptions } from '../transcript'

/** What the reading process is asked to do. */
export type Task =
  | {
      readonly kind: 'transcript'
      readonly name: string
      readonly bytes: Uint8Array
      readonly options: TranscriptOptions
    }
  | { readonly kind: 'sheet'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'codebook'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'batch'; readonly name: string; readonly bytes: Uint8Array }

/** What it answers; exactly one of the parts is there, that of the task's kind, or `fault`, a stack for the log, when the program itself failed. */
export type Answer = {
  readonly transcript?: Reading<ReadTranscript>
  readonly sheet?: Reading<Sheet>
  readonly batch?: Reading<Batch>
  readonly codebook?: Reading<readonly IncomingCode[]>
  readonly fault?: string
}
