import { eq } from 'drizzle-orm'
import { consentVariable, type Desk } from '@/core/quotes/desk'
import type { Variable } from '@/core/variable'
import { type Access, inHouse } from './access'
import { codingsDecided, forExport, type LeftOut, leftOutAmong } from './exporting'
import { houseOf } from './masked-db'
import * as quotes from './quotes'
import { masking } from './schema-masking'

/**
 * A desk as it may go out in a file (see `forExport`), the access by which everything else in the file is read, and what is left out by consent. Throws
 * NotFound, Forbidden for `raw` to who does not lead, Refusal `undecidedNames`.
 */
export function deskOut(
  access: Access,
  deskId: string,
  raw: boolean,
): { readonly out: Access; readonly desk: Desk; readonly leftOut: readonly LeftOut[] } {
  const out = forExport(access, raw)
  const ids = quotedOn(quotes.read(inHouse(access), deskId))
  if (!raw) codingsDecided(access, ids)
  return { out, desk: quotes.read(out, deskId), leftOut: leftOutAmong(out, ids) }
}

/** The codings that are quoted on a desk, by their ids. */
export function quotedOn(desk: Desk): readonly string[] {
  return desk.items.flatMap((item) => (item.kind === 'quote' ? item.excerpt.id : []))
}

/** The variable whose value is shown beside each quote: the one that tells the project's consent, else one that is called so. */
export function consentShown(access: Access, variables: readonly Variable[]): Variable | null {
  const row = houseOf(access.db)
    .select({ id: masking.consentVariableId })
    .from(masking)
    .where(eq(masking.projectId, access.projectId))
    .get()
  return variables.find((variable) => variable.id === row?.id) ?? consentVariable(variables)
}
