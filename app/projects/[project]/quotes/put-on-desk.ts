import { addDesk, quoteCodings } from './actions'

/** Puts codings on a desk, or on a new one (null) of this name. Answers which desk it is, and how many were not on it. */
export async function putOnDesk(project: string, desk: string | null, name: string, codings: readonly string[]) {
  const id = desk ?? crypto.randomUUID()
  if (desk === null) {
    const made = await addDesk({ project, id, name, shared: false })
    if ('error' in made) return made
  }
  const put = await quoteCodings({ project, desk: id, codings: [...codings] })
  return 'error' in put ? put : { ok: { desk: id, count: put.ok } }
}
