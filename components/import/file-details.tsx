'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type SpeakerRole, speakerRoles } from '@/core/text/turn'
import type { ReadEntry } from './entry'
import classes from './import.module.css'

/** Who speaks in a file, in roles that can be set right, and how it begins. */
export function FileDetails(props: {
  read: ReadEntry
  fixed: boolean
  setRole: (name: string, role: SpeakerRole) => void
}) {
  const t = useTranslations('import')
  const { preview, roles } = props.read
  return (
    <div className={classes.inside}>
      {preview.speakers.length > 0 ? (
        <table className={classes.speakers}>
          <caption>{t('speakers')}</caption>
          <tbody>
            {preview.speakers.map((speaker) => (
              <tr key={speaker.name}>
                <th scope="row">{speaker.name}</th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('roleOf', { name: speaker.name })}
                    disabled={props.fixed}
                    value={roles[speaker.name] ?? speaker.role}
                    data={speakerRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
                    onChange={(event) => {
                      const role = speakerRoles.find((one) => one === event.currentTarget.value)
                      if (role) props.setRole(speaker.name, role)
                    }}
                  />
                </td>
                <td>{t('turnsOf', { n: speaker.turns })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className={classes.opening} lang={preview.language || undefined}>
        {preview.opening.map((turn, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the opening never changes its order
          <p key={i}>
            {turn.speaker ? <b>{turn.speaker} </b> : null}
            {turn.text}
          </p>
        ))}
      </div>
    </div>
  )
}
