import { fold, tidy } from '@/core/text/fold'
import type { SpeakerRole } from '@/core/text/turn'

/** A speaker found in a file: the label, the role it seems to have, and how many turns it has. */
export type FoundSpeaker = { readonly name: string; readonly role: SpeakerRole; readonly turns: number }

/** How a file begins: a few turns, cut short; `speaker` is '' when nobody is named. */
export type Opening = readonly { readonly speaker: string; readonly text: string }[]

/** What a file would become. Notes and reasons are in the reader's language. */
export type Preview =
  | {
      readonly kind: 'transcript'
      readonly encoding: string
      readonly language: string
      /** The style by which speakers were found, or 'listed' for labels that a person listed. */
      readonly labels: string
      readonly speakers: readonly FoundSpeaker[]
      readonly turns: number
      readonly words: number
      readonly characters: number
      readonly opening: Opening
      readonly notes: readonly string[]
      /** The interview of the project that has this name or exactly this text, null for none. */
      readonly sameName: string | null
      readonly sameText: string | null
      /** Equal for equal texts. */
      readonly fingerprint: string
    }
  | {
      readonly kind: 'sheet'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly notes: readonly string[]
    }
  /** A zip: its files wait on the server under these ids, `size` in bytes. */
  | {
      readonly kind: 'batch'
      readonly files: readonly { readonly id: string; readonly path: string; readonly size: number }[]
    }
  | { readonly kind: 'refused'; readonly reason: string }

/** The name that an interview gets from its file: the last part of the path, without the ending. */
export function nameOfFile(path: string): string {
  const file = path.split(/[\\/]/).at(-1) ?? path
  return tidy(file.replace(/(?<=.)\.[^.\s]{1,5}$/u, ''))
}

/**
 * The name of the next interview of a batch, `taken` being those before it: that of the file, with its ending where another file has the same name without
 * (`talk.txt`, `talk.vtt`).
 */
export function nameInBatch(path: string, taken: readonly string[]): string {
  const name = nameOfFile(path)
  const used = new Set(taken.map(fold))
  return used.has(fold(name)) ? tidy(path.split(/[\\/]/).at(-1) ?? path) : name
}

/** Whether a file in a dropped folder is of the kind that systems leave behind and nobody means. */
export function isLitter(path: string): boolean {
  const file = path.split(/[\\/]/).at(-1) ?? path
  return /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/iu.test(file)
}
