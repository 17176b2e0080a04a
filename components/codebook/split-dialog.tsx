import { Button, Group, Modal, MultiSelect, TagsInput, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** Among which codes the passages of this one are to be divided. */
export function SplitDialog(props: {
  name: string
  codings: number
  others: readonly { readonly value: string; readonly label: string }[]
  split: (into: readonly string[], names: readonly string[]) => void
  close: () => void
}) {
  const t = useTranslations('codebook')
  const shell = useTranslations('shell')
  const [into, setInto] = useState<readonly string[]>([])
  const [names, setNames] = useState<readonly string[]>([])
  return (
    <Modal
      opened
      onClose={props.close}
      title={t('splitTitle', { name: props.name })}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      <TagsInput
        data-autofocus
        label={t('splitNew')}
        description={t('splitNewHint')}
        value={[...names]}
        maxTags={30}
        acceptValueOnBlur
        onChange={setNames}
      />
      <MultiSelect
        mt="sm"
        searchable
        limit={200}
        maxValues={30}
        label={t('splitOthers')}
        value={[...into]}
        data={[...props.others]}
        nothingFoundMessage={t('noSuchCode')}
        onChange={setInto}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t('splitMeans', { n: props.codings })}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.close}>
          {shell('cancel')}
        </Button>
        <Button
          disabled={into.length + names.length === 0}
          onClick={() => {
            props.close()
            props.split(into, names)
          }}
        >
          {t('splitDo')}
        </Button>
      </Group>
    </Modal>
  )
}
