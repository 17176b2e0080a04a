import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { LeftOut } from '@/db/exporting'

/** What a file leaves out by consent, as lines for people; none when it leaves out nothing. */
export async function leftOutLines(all: readonly LeftOut[]): Promise<readonly string[]> {
  if (all.length === 0) return []
  const t = await getTranslations('masking')
  return [
    t('leftOut', { n: all.length }),
    ...all.map(({ interview, start, code, level }) => t('leftOutLine', { interview, start, code, level })),
  ]
}
