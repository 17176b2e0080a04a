'use client'

import { Button, SegmentedControl, Select, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Subject, Target } from '@/core/notes/memo'

const offered = ['project', 'code', 'interview'] as const
type Kind = (typeof offered)[number]

/** What a new memo shall be about. Memos on codings begin beside the coding. */
export function NewMemo(props: {
  projectId: string
  about: { readonly kind: Kind; readonly id: string } | null
  targets: readonly Target[]
  create: (subject: Subject) => Promise<string | null>
}) {
  const t = useTranslations('memos')
  const [kind, setKind] = useState<Kind>(props.about?.kind ?? 'project')
  const [id, setId] = useState<string | null>(props.about?.id ?? null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const subject = kind === 'project' ? { kind, id: props.projectId } : id === null ? null : { kind, id }
  return (
    <Stack gap="sm" maw={420} p="8px 16px">
      <SegmentedControl
        aria-label={t('about')}
        data={offered.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(value) => {
          setKind(offered.find((one) => one === value) ?? 'project')
          setId(null)
        }}
      />
      {kind === 'project' ? null : (
        <Select
          label={t(kind === 'code' ? 'chooseCode' : 'chooseInterview')}
          searchable
          limit={200}
          value={id}
          data={props.targets.filter((one) => one.kind === kind).map((one) => ({ value: one.id, label: one.name }))}
          onChange={setId}
        />
      )}
      {error === null ? null : (
        <p role="alert" style={{ margin: 0, color: 'var(--wrong)' }}>
          {error}
        </p>
      )}
      <Button
        w="fit-content"
        disabled={subject === null}
        loading={busy}
        onClick={async () => {
          if (!subject) return
          setBusy(true)
          setError(await props.create(subject))
          setBusy(false)
        }}
      >
        {t('create')}
      </Button>
    </Stack>
  )
}
