'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Frame, type Place } from '@/components/shell/frame'

const places: readonly Place[] = [
  'interviews',
  'codebook',
  'frequencies',
  'excerpts',
  'quotes',
  'analysis',
  'search',
  'memos',
  'questions',
  'rounds',
  'masking',
  'members',
  'history',
  'export',
]

/** Gives the frame its URLs. */
export function ProjectFrame(props: {
  id: string
  name: string
  composed: boolean
  masked: boolean
  leads: boolean
  children: ReactNode
}) {
  const path = usePathname()
  const router = useRouter()
  const t = useTranslations('shell')
  const base = `/projects/${props.id}`
  const links = [
    ...places
      .filter((place) => place !== 'masking' || props.leads)
      .map((place) => ({ place, href: `${base}/${place}`, current: path.startsWith(`${base}/${place}`) })),
    { place: 'account' as const, href: '/account', current: false },
  ]
  const goTo = [
    ...links.map(({ place, href }) => ({ id: place, label: t(place), onClick: () => router.push(href) })),
    { id: 'projects', label: t('projects'), onClick: () => router.push('/projects') },
  ]
  return (
    <Frame
      project={props.name}
      composed={props.composed}
      masked={props.masked}
      projectsHref="/projects"
      places={links}
      goTo={goTo}
    >
      {props.children}
    </Frame>
  )
}
