import { Button, Group, Modal, Select, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** Which other code this one is to become part of. */
export function MergeDialog(props: {
  name: string
  codings: number
  others: readonly { readonly value: string; readonly label: string }[]
  merge: (into: string) => void
  close: () => void
}) {
  const t = useTranslations('codebook')
  const shell = useTranslations('shell')
  const [into, setInto] = useState<string | null>(null)
  return (
    <Modal
      opened
      onClose={props.close}
      title={t('mergeTitle', { name: props.name })}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      <Select
        data-autofocus
        searchable
        limit={200}
        label={t('mergeInto')}
        value={into}
        data={[...props.others]}
        nothingFoundMessage={t('noSuchCode')}
        onChange={setInto}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t('mergeMeans', { n: props.codings })}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.close}>
          {shell('cancel')}
        </Button>
        <Button
          disabled={into === null}
          onClick={() => {
            props.close()
            if (into !== null) props.merge(into)
          }}
        >
          {t('mergeDo')}
        </Button>
      </Group>
    </Modal>
  )
}
