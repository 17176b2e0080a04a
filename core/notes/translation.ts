import type { Person } from './memo'
import type { Passage } from './question'

/** How far a translation is: written, or looked through by somebody. */
export const translationStates = ['draft', 'checked'] as const
/** One of `translationStates`. */
export type TranslationState = (typeof translationStates)[number]

/** A passage in another language (BCP 47). `version` counts its changes from 1; `checker` is who called it checked, null for a draft. */
export type Translation = Passage & {
  readonly id: string
  readonly language: string
  readonly text: string
  readonly state: TranslationState
  readonly translator: Person
  readonly checker: Person | null
  readonly version: number
  /** Whether the person who asks may remove it. */
  readonly removable: boolean
}

/** A passage as it is said in another language, ready to be quoted; a draft if any part of it is. */
export type Rendering = { readonly language: string; readonly text: string; readonly state: TranslationState }

type Part = Pick<Translation, 'start' | 'end' | 'language' | 'text' | 'state'>

/**
 * What is quoted as the translation of [start, end), one for each language, languages in order of their tags: the translation of exactly this
 * passage if there is one, else those of all passages that share a character with it, in order of place, with […] where one ends and the next begins.
 */
export function renderings(parts: readonly Part[], start: number, end: number): readonly Rendering[] {
  const near = parts.filter((part) => part.start < end && part.end > start)
  const languages = [...new Set(near.map((part) => part.language))].sort()
  return languages.map((language) => {
    const own = near.filter((part) => part.language === language)
    const exact = own.filter((part) => part.start === start && part.end === end)
    const used = (exact.length > 0 ? exact : own).toSorted((a, b) => a.start - b.start || a.end - b.end)
    return {
      language,
      text: used.map((part) => part.text).join(' […] '),
      state: used.some((part) => part.state === 'draft') ? 'draft' : 'checked',
    }
  })
}
