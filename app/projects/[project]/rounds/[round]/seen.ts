import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { Access } from '@/db/access'
import { type Compared, compared, comparedThen } from '@/db/agreement'
import { Refusal } from '@/db/refusal'

/** A closed round with what it compared, under an earlier `version` of the codebook where one is asked for; the not-found page for none, the round's own page while its codings are kept from the person. */
export function comparedOr404(access: Access, id: string, version = 0): Compared {
  if (!z.uuid().safeParse(id).success) notFound()
  try {
    return version === 0 ? compared(access, id) : comparedThen(access, id, version)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.reason === 'roundOpen' || error.reason === 'notDone')
      redirect(`/projects/${access.projectId}/rounds/${id}`)
    notFound()
  }
}
