import { z } from 'zod'
import type { SearchParams } from '@/app/search-params'
import type { Choices } from '@/core/excerpts/choices'
import type { Access } from '@/db/access'
import * as codebookVersions from '@/db/codebook-versions'
import * as excerpts from '@/db/excerpts'
import * as variables from '@/db/variables'

/** What an analysis can be asked for, under the version of the codebook that the URL names; one that is not there is today's. */
export function choicesOf(access: Access, params: SearchParams): Choices {
  const asked = z.coerce.number().int().catch(0).parse(params.version)
  const known = codebookVersions.versions(access).some(({ number }) => number === asked)
  return excerpts.choices(access, variables.list(access), known ? asked : null)
}
