'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type ComponentProps, useCallback } from 'react'
import { CodebookScreen } from '@/components/codebook/codebook-screen'
import { CodeMemos } from '@/components/memos/code-memos'
import type { MemoLine } from '@/core/notes/memo'
import { addCode, changeCode, mergeCode, moveCode, removeCode, restoreCode, unmergeCode } from './actions'

const actions = { add: addCode, change: changeCode, move: moveCode, remove: removeCode, restore: restoreCode }

type Given = Pick<ComponentProps<typeof CodebookScreen>, 'project' | 'role' | 'codes' | 'counts' | 'changeable'>

/** Gives the codebook its URLs: the code that is looked at is `?code=`. */
export function Codebook({ memos, ...props }: Given & { memos: Readonly<Record<string, readonly MemoLine[]>> }) {
  const path = usePathname()
  const router = useRouter()
  const selected = useSearchParams().get('code')
  const select = useCallback(
    (id: string | null, how: 'visit' | 'replace') => {
      const href = id === null ? path : `${path}?code=${id}`
      if (how === 'visit') window.history.pushState(null, '', href)
      else window.history.replaceState(null, '', href)
    },
    [path],
  )
  return (
    <CodebookScreen
      {...props}
      selected={selected}
      select={select}
      refresh={router.refresh}
      actions={actions}
      downloadHref={(format) => `/projects/${props.project}/codebook/download?format=${format}`}
      merge={(id, into) => mergeCode({ project: props.project, id, into })}
      unmerge={(id) => unmergeCode({ project: props.project, id })}
      extras={(code) => (
        <CodeMemos
          memos={memos[code] ?? []}
          code={code}
          base={`/projects/${props.project}`}
          mayWrite={props.role !== 'viewer'}
        />
      )}
      excerptsHref={(code, withSubCodes) =>
        `/projects/${props.project}/excerpts?any=${code}${withSubCodes ? '' : '&sub=0'}`
      }
    />
  )
}
