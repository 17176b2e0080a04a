'use client'

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Says what was done, with a button that takes it back. */
export function undoable(said: {
  readonly message: string
  readonly undo: string
  readonly takeBack: () => void
}): void {
  const id = crypto.randomUUID()
  notifications.show({
    id,
    autoClose: 20_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{said.message}</span>
        <Button
          variant="default"
          onClick={() => {
            notifications.hide(id)
            said.takeBack()
          }}
        >
          {said.undo}
        </Button>
      </Group>
    ),
  })
}

/** Says why something could not be done. */
export function problem(message: string): void {
  notifications.show({ message, color: 'red', autoClose: 10_000 })
}
