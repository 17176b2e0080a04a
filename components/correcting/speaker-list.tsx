'use client'

import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type Speaker, speakerRoles } from '@/core/text/turn'

/** The speakers of an interview: other names (the name of another makes them one), other roles. */
export function SpeakerList(props: { speakers: readonly Speaker[]; change: (index: number, to: Speaker) => void }) {
  const t = useTranslations('correcting')
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('speakersMean')}
      </Text>
      {props.speakers.map((speaker, index) => (
        <Group key={speaker.name} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            size="xs"
            style={{ flex: 1 }}
            label={t('speakerName')}
            defaultValue={speaker.name}
            onBlur={(event) => {
              const name = event.currentTarget.value.trim().normalize('NFC')
              if (name !== '' && name !== speaker.name) props.change(index, { ...speaker, name })
            }}
          />
          <Select
            size="xs"
            w={150}
            label={t('speakerRole')}
            allowDeselect={false}
            defaultValue={speaker.role}
            data={speakerRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            onChange={(value) => {
              const role = speakerRoles.find((one) => one === value)
              if (role) props.change(index, { ...speaker, role })
            }}
          />
        </Group>
      ))}
    </Stack>
  )
}
