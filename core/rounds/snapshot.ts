import type { Material, MaterialCoding } from '@/core/agreement/material'

/** A coding as a snapshot keeps it: with the id it had. */
export type KeptCoding = MaterialCoding & { readonly id: string }

/**
 * What a round compared, kept at closing: the material of the engine with only the coders who were done, the texts the offsets are places of (by
 * interview), and names as they were, so that figures and reports can be made again after codes, people and texts have changed.
 */
export type Snapshot = {
  readonly at: number
  readonly material: Omit<Material, 'codings'> & { readonly codings: readonly KeptCoding[] }
  readonly transcripts: Readonly<Record<string, string>>
  readonly names: {
    readonly interviews: Readonly<Record<string, string>>
    readonly coders: Readonly<Record<string, string>>
    /** The whole path of each code from the top, joined by " / ". */
    readonly codes: Readonly<Record<string, string>>
    readonly variables: Readonly<Record<string, string>>
  }
}
