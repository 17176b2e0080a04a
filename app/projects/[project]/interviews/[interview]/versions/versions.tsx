'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { VersionsScreen } from '@/components/correcting/versions-screen'
import { lookedAt, restoreVersion } from '../edit/actions'

type Screen = ComponentProps<typeof VersionsScreen>

/** Gives the list of versions its URLs and actions. */
export function Versions(
  props: Pick<Screen, 'versions' | 'toLookAt' | 'compared' | 'corrects'> & { project: string; interview: string },
) {
  const router = useRouter()
  const { project, interview, ...shown } = props
  const base = `/projects/${project}/interviews/${interview}`
  const then = async <T extends object>(answer: Promise<T>): Promise<T> => {
    const got = await answer
    if (!('error' in got)) router.refresh()
    return got
  }
  return (
    <VersionsScreen
      {...shown}
      placeHref={`${base}?coding=`}
      compareHref={`${base}/versions?changes=`}
      seen={(ids) => then(lookedAt({ project, interview, ids: [...ids] }))}
      restore={(from, version) => then(restoreVersion({ project, interview, base: from, version }))}
    />
  )
}
