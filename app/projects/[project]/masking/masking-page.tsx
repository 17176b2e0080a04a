'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ConsentSettings } from '@/components/masking/consent-settings'
import { MaskingHead } from '@/components/masking/masking-head'
import { NameList } from '@/components/masking/name-list'
import { NameQueue } from '@/components/masking/name-queue'
import { TextPreview } from '@/components/masking/text-preview'
import { problem, undoable } from '@/components/shell/undoable'
import type { ConsentLevel } from '@/core/masking/consent'
import type { Variable } from '@/core/variable'
import type { Preview } from '@/db/masked-preview'
import type { Name } from '@/db/masking'
import type { Undecided } from '@/db/suggested'
import * as actions from './actions'

type Show = 'queue' | 'names' | 'text' | 'consent'

/** Gives the masking its URLs and its actions. */
export function MaskingPage(props: {
  project: string
  show: Show
  on: boolean
  open: number
  queue: readonly Undecided[]
  names: readonly Name[]
  allowed: readonly { id: string; words: string }[]
  interviews: readonly { id: string; name: string }[]
  preview: Preview | null
  consent: { variableId: string | null; levels: Readonly<Record<string, ConsentLevel>> }
  categories: readonly Variable[]
}) {
  const { project, preview } = props
  const router = useRouter()
  const t = useTranslations('masking')
  const to = (show: Show, interview?: string) =>
    router.replace(`/projects/${project}/masking?show=${show}${interview ? `&interview=${interview}` : ''}`, {
      scroll: false,
    })
  /** Runs an action and says what went wrong; answers whether it was done. */
  const done = async (answer: Promise<{ ok: unknown } | { error: string }>): Promise<boolean> => {
    const result = await answer
    if ('error' in result) problem(result.error)
    return !('error' in result)
  }
  const back = (message: string, id: string) =>
    undoable({ message, undo: t('undo'), takeBack: () => void done(actions.takeBack({ project, id })) })
  return (
    <div style={{ padding: '8px 16px 48px', maxWidth: 1040 }}>
      <MaskingHead
        show={props.show}
        on={props.on}
        open={props.open}
        look={(show) => to(show)}
        turn={(on) => done(actions.setOn({ project, on }))}
      />
      {props.show === 'queue' ? (
        <NameQueue
          queue={props.queue}
          open={props.open}
          names={props.names}
          accept={async (key, name) => {
            const id = crypto.randomUUID()
            const good = await done(actions.accept({ project, key, id, name }))
            if (good) back(t('accepted', { name: name.spellings[0] ?? '', pseudonym: name.pseudonym }), id)
            return good
          }}
          join={(name, spelling) =>
            done(
              actions.changeName({
                ...{ project, id: name.id },
                name: { kind: name.kind, spellings: [...name.spellings, spelling], pseudonym: name.pseudonym },
              }),
            )
          }
          allow={async (words) => {
            const answer = await actions.allow({ project, words })
            if ('error' in answer) problem(answer.error)
            else back(t('declined', { words }), answer.ok)
            return !('error' in answer)
          }}
          place={(one) => `/projects/${project}/interviews/${one.interviewId}?at=${one.start}`}
        />
      ) : null}
      {props.show === 'names' ? (
        <NameList
          names={props.names}
          allowed={props.allowed}
          add={(name) => done(actions.addName({ project, id: crypto.randomUUID(), name }))}
          change={(id, name) => done(actions.changeName({ project, id, name }))}
          remove={async ({ id, spellings }) => {
            if (await done(actions.removeName({ project, id }))) back(t('removed', { name: spellings[0] ?? '' }), id)
          }}
          disallow={(id) => done(actions.disallow({ project, id }))}
        />
      ) : null}
      {props.show === 'text' && preview ? (
        <TextPreview
          key={preview.transcriptId}
          preview={preview}
          names={props.names}
          interviews={props.interviews}
          choose={(interview) => to('text', interview)}
          mark={(nameId, places) =>
            done(
              actions.mark({
                ...{ project, nameId },
                places: places.map((one) => ({ id: crypto.randomUUID(), transcriptId: preview.transcriptId, ...one })),
              }),
            )
          }
          unmark={(id) => done(actions.unmark({ project, id }))}
          consent={(place, level) =>
            done(
              actions.setPassage({
                ...{ project, id: crypto.randomUUID(), transcriptId: preview.transcriptId, level },
                ...place,
              }),
            )
          }
          unset={(id) => done(actions.unsetPassage({ project, id }))}
        />
      ) : null}
      {props.show === 'consent' ? (
        <ConsentSettings
          consent={props.consent}
          categories={props.categories}
          save={(variableId, levels) => done(actions.setConsent({ project, variableId, levels: { ...levels } }))}
        />
      ) : null}
    </div>
  )
}
