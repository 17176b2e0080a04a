import type { ExchangeProject } from '@/core/exchange/project'
import { qdc } from './qdc'
import { qdpx } from './qdpx'
import { type Reading, refuse } from './reading'
import { taguette } from './taguette'

/** The endings of files that hold a project or a codebook of another program. */
export const projectEndings: readonly string[] = [qdpx, qdc, taguette].flatMap(({ extensions }) => extensions)

/** Reads a project of another program, or a codebook as a project of nothing but codes; the file's ending chooses the format. */
export async function readProject(name: string, bytes: Uint8Array): Promise<Reading<ExchangeProject>> {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  if (qdpx.extensions.includes(ending)) {
    const reading = await qdpx.read(name, bytes, undefined)
    return 'refused' in reading ? reading : { value: reading.value.project, notes: reading.notes }
  }
  if (taguette.extensions.includes(ending)) return taguette.read(name, bytes, undefined)
  if (!qdc.extensions.includes(ending))
    return refuse('transcriptKind', name, { kinds: projectEndings.map((one) => `.${one}`).join(', ') })
  const reading = await qdc.read(name, bytes, undefined)
  if ('refused' in reading) return reading
  const nothing = { users: [], variables: [], cases: [], sources: [], notes: [], noteIds: [] }
  return { value: { name: '', description: '', ...nothing, ...reading.value }, notes: reading.notes }
}
