import { type Crosstab, type CrosstabSettings, crosstab } from '@/core/frequencies/crosstab'
import type { Coder } from '@/core/project'
import type { Access } from './access'
import { material } from './material'

/** The project's codes by groups of interviews, counted over the codings that this person may see; with a `version` under the codes of that version. */
export function count(access: Access, settings: CrosstabSettings, version: number | null = null): Crosstab {
  return crosstab(material(access, version), settings)
}

/** The coders of whom this person sees codings, by name; the consensus among them. */
export function coders(access: Access): readonly Coder[] {
  return material(access).coders.toSorted((a, b) => a.name.localeCompare(b.name))
}
