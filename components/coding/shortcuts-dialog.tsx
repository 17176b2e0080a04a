'use client'

import { Button, Modal, Table } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { type Action, actions, assignable, chordOf, fixed, keymap, type OwnKeys, written } from './keys'

const names = {
  nextSentence: 'keyNextSentence',
  previousSentence: 'keyPreviousSentence',
  sentence: 'keySentence',
  shrink: 'keyShrink',
  turn: 'keyTurn',
  turnLess: 'keyTurnLess',
  paragraph: 'keyParagraph',
  paragraphLess: 'keyParagraphLess',
  words: 'keyWords',
  repeat: 'keyRepeat',
  inVivo: 'inVivo',
  pen: 'keyPen',
  uncoded: 'keyUncoded',
  nextCoding: 'keyNextCoding',
  previousCoding: 'keyPreviousCoding',
  recode: 'keyRecode',
  comment: 'keyComment',
  split: 'keySplit',
  merge: 'keyMerge',
  many: 'keyMany',
  remove: 'keyRemove',
  undo: 'keyUndo',
  redo: 'keyRedo',
  focusCode: 'keyFocus',
  tint: 'keyTint',
  nextInterview: 'keyNextInterview',
  previousInterview: 'keyPreviousInterview',
  filter: 'keyFilter',
  codebook: 'keyCodebook',
  side: 'keySide',
  help: 'keyHelp',
} as const satisfies Readonly<Record<Action, string>>

/** The list of keys, each of which can be changed by pressing another. */
export function ShortcutsDialog(props: {
  opened: boolean
  close: () => void
  own: OwnKeys
  change: (keys: OwnKeys) => void
}) {
  const t = useTranslations('coding')
  const { own, change } = props
  const keys = keymap(own)
  const [asked, setAsked] = useState<Action | null>(null)
  const [problem, setProblem] = useState('')

  useEffect(() => {
    if (asked === null) return
    const heard = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopPropagation()
      const chord = chordOf(event)
      if (chord === null) return
      setAsked(null)
      if (chord === 'Escape') return
      if (!assignable(chord)) {
        setProblem(t('keyTaken', { keys: written(chord) }))
        return
      }
      // The key is taken away from whatever had it before.
      const others = Object.entries(own).filter(([action, kept]) => action !== asked && kept !== chord)
      change({ ...Object.fromEntries(others), [asked]: chord })
    }
    window.addEventListener('keydown', heard, true)
    return () => window.removeEventListener('keydown', heard, true)
  }, [asked, own, change, t])

  const ask = (action: Action): void => {
    setProblem('')
    setAsked(action)
  }
  return (
    <Modal
      opened={props.opened}
      onClose={props.close}
      title={t('shortcuts')}
      size="xl"
      closeOnEscape={asked === null}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('shortcutsHint')}</p>
      <p role="alert">{problem}</p>
      <Table verticalSpacing={3}>
        <Table.Tbody>
          {fixed.map(([written, name]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={220}>
                <kbd>{written}</kbd>
              </Table.Th>
              <Table.Td>{t(name)}</Table.Td>
              <Table.Td />
            </Table.Tr>
          ))}
          {actions.map((action) => (
            <Table.Tr key={action}>
              <Table.Th scope="row">
                <kbd>{keys.chordsOf(action).map(written).join(', ') || '–'}</kbd>
              </Table.Th>
              <Table.Td>{t(names[action])}</Table.Td>
              <Table.Td w={150}>
                <Button
                  variant={asked === action ? 'light' : 'subtle'}
                  aria-label={t('changeKey', { action: t(names[action]) })}
                  onClick={() => ask(action)}
                >
                  {asked === action ? t('pressKey') : t('change')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button mt="sm" variant="default" disabled={Object.keys(own).length === 0} onClick={() => change({})}>
        {t('resetKeys')}
      </Button>
    </Modal>
  )
}
