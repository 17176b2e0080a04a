import type { OwnKeys } from './keys'

/** What the tint under the words stands for. */
export const tints = ['code', 'coder', 'depth'] as const
export type Tint = (typeof tints)[number]

/** Which panes stand open. */
export type Panes = { readonly codebook: boolean; readonly side: boolean }

/** What a person set on the coding screen; it follows them to every browser. */
export type Preferences = {
  readonly keys: OwnKeys
  /** The ids of the codes pinned to the digits 1 to 9 in this project; null where none is. */
  readonly pins: readonly (string | null)[]
  readonly tint: Tint
  readonly panes: Panes
}

/** How many codes may be pinned. */
export const PINS = 9

/** The pins after a code was given to a digit (1 to 9); given to its own digit again it is taken off. A code is pinned once. */
export function pinned(pins: readonly (string | null)[], codeId: string, digit: number): readonly (string | null)[] {
  const off = pins[digit - 1] === codeId
  return Array.from({ length: PINS }, (_, i) => {
    const here = pins[i] ?? null
    if (i === digit - 1) return off ? null : codeId
    return here === codeId ? null : here
  })
}
