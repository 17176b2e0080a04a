'use client'

import { useParams, usePathname, useSearchParams } from 'next/navigation'
import { SavedAnalyses } from '@/components/saved/saved-analyses'
import { addSaved, listSaved, removeSaved, restoreSaved } from './actions'

/** The saved analyses, for the header of every page of figures. */
export function SavedMenu() {
  const given = useParams().project
  const project = typeof given === 'string' ? given : ''
  const base = `/projects/${project}`
  const page = usePathname().slice(base.length + 1)
  const search = useSearchParams().toString()
  return (
    <SavedAnalyses
      list={() => listSaved({ project })}
      add={(name) => addSaved({ project, name, page, search })}
      remove={(id) => removeSaved({ project, id })}
      restore={(id) => restoreSaved({ project, id })}
      href={(one) => `${base}/${one.page}${one.search === '' ? '' : `?${one.search}`}`}
    />
  )
}
