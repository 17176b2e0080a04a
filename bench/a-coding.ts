import * as codings from '@/db/codings'
import type { House } from './house'

/** Adds a coding to the long transcript, at another place every time. */
export function aCoding({ access, long, codeIds }: House | Omit<House, 'db' | 'folder'>): (index: number) => void {
  let made = 0
  return () => {
    const start = (made++ * 997) % (long.length - 400)
    codings.add(access, {
      id: crypto.randomUUID(),
      transcriptId: long.transcriptId,
      codeId: codeIds[made % codeIds.length] ?? '',
      start,
      end: start + 300,
    })
  }
}
