import type { SearchParams } from '@/app/search-params'
import type { Access } from '@/db/access'
import { versions } from '@/db/codebook-versions'
import * as excerpts from '@/db/excerpts'
import * as variables from '@/db/variables'
import { groupingOf, settingsOf, versionOf } from './settings'

/** What the search params of the page and of its files ask for. */
export function askedFor(access: Access, search: SearchParams) {
  const known = variables.list(access)
  const numbers = versions(access).map((one) => one.number)
  const version = versionOf(search, numbers)
  const choices = excerpts.choices(access, known, version)
  const settings = settingsOf(search, {
    variables: known,
    codes: new Set(choices.codes.map((code) => code.id)),
    coders: new Set(choices.coders.map((coder) => coder.id)),
    versions: numbers,
  })
  const view = { grouping: groupingOf(settings, known), sort: settings.sort, sentences: settings.around, version }
  return { known, choices, settings, view }
}
