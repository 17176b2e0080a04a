'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type ComponentProps, useCallback } from 'react'
import { CodebookScreen } from '@/components/codebook/codebook-screen'
import { QueueNotice } from '@/components/codebook/queue-notice'
import { CodeMemos } from '@/components/memos/code-memos'
import type { CodeQueue } from '@/core/codebook/queue'
import type { MemoLine } from '@/core/notes/memo'
import {
  addCode,
  archiveCode,
  changeCode,
  mergeCode,
  moveCode,
  removeCode,
  restoreCode,
  splitCode,
  unmergeCode,
} from './actions'

const actions = { add: addCode, change: changeCode, move: moveCode, remove: removeCode, restore: restoreCode }

type Given = Pick<ComponentProps<typeof CodebookScreen>, 'project' | 'role' | 'codes' | 'counts' | 'changeable'>

/** Gives the codebook its URLs: the code that is looked at is `?code=`. */
export function Codebook({
  memos,
  queues,
  ...props
}: Given & { memos: Readonly<Record<string, readonly MemoLine[]>>; queues: readonly CodeQueue[] }) {
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
      importHref={`/projects/${props.project}/codebook/import`}
      versionsHref={`/projects/${props.project}/codebook/versions`}
      archive={(id, archived) => archiveCode({ project: props.project, id, archived })}
      split={async (id, into, names) => {
        const answer = await splitCode({ project: props.project, id, into: [...into], names: [...names] })
        if ('ok' in answer) router.push(`/projects/${props.project}/codebook/queues/${answer.ok}`)
        return answer
      }}
      review={(code) =>
        queues
          .filter((queue) => queue.codeId === code)
          .map((queue) => (
            <QueueNotice key={queue.id} queue={queue} href={`/projects/${props.project}/codebook/queues/${queue.id}`} />
          ))
      }
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
