'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { VersionList } from '@/components/codebook/version-list'

/** Gives the versions their URLs. */
export function Versions({ base, ...props }: Omit<ComponentProps<typeof VersionList>, 'choose'> & { base: string }) {
  const router = useRouter()
  return <VersionList {...props} choose={(from, to) => router.push(`${base}?from=${from}&to=${to}`)} />
}
