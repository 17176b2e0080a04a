'use client'

import { Button, Group, Select, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, type Ref, useState } from 'react'
import { type NameKind, nameKinds } from '@/core/masking/mark'

type Given = { kind: NameKind; spellings: string[]; pseudonym: string }

/** A name in its nominative spellings, its kind and what stands for it. */
export function NameForm(props: {
  start: { kind: NameKind; spellings: readonly string[]; pseudonym: string }
  submit: string
  save: (given: Given) => Promise<boolean>
  /** What Escape does; with `cancel` there is a button for it. */
  escape?: () => void
  cancel?: boolean
  pseudonymRef?: Ref<HTMLInputElement>
}) {
  const t = useTranslations('masking')
  const [kind, setKind] = useState(props.start.kind)
  const [spellings, setSpellings] = useState(props.start.spellings.join('; '))
  const [pseudonym, setPseudonym] = useState(props.start.pseudonym)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const own = spellings.split(';').map((one) => one.trim())
    const good = await props.save({ kind, pseudonym, spellings: own.filter((one) => one !== '') })
    if (good && props.start.spellings.length === 0) {
      setSpellings('')
      setPseudonym('')
    }
  }
  return (
    <form onSubmit={submit} onKeyDown={(event) => (event.key === 'Escape' ? props.escape?.() : undefined)}>
      <Group align="end" gap="xs">
        <Select
          label={t('kind')}
          w={150}
          allowDeselect={false}
          value={kind}
          data={nameKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          onChange={(value) => setKind(nameKinds.find((one) => one === value) ?? 'person')}
        />
        <TextInput
          label={t('spellings')}
          w={260}
          required
          value={spellings}
          onChange={(event) => setSpellings(event.currentTarget.value)}
        />
        <TextInput
          ref={props.pseudonymRef}
          label={t('pseudonym')}
          w={220}
          required
          value={pseudonym}
          onChange={(event) => setPseudonym(event.currentTarget.value)}
        />
        <Button type="submit" size="sm">
          {props.submit}
        </Button>
        {props.cancel ? (
          <Button variant="default" size="sm" onClick={props.escape}>
            {t('cancel')}
          </Button>
        ) : null}
      </Group>
    </form>
  )
}
