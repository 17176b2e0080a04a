'use client'

import { Modal, Table } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { shortcuts } from './keys'

/** The list of keys. */
export function ShortcutsDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useTranslations('coding')
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('shortcuts')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {shortcuts.map(([keys, name]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={190}>
                <kbd>{keys}</kbd>
              </Table.Th>
              <Table.Td>{t(name)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
