import { describe, expect, it } from 'vitest'
import { commandOf, letterOf, type Press } from './keys'

const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('keys', () => {
  it('undo and redo by their place, whatever the layout types there', () => {
    expect(commandOf(press('KeyZ', { key: 'я', ctrlKey: true }), false)).toEqual({ do: 'undo' })
    expect(commandOf(press('KeyZ', { key: 'Я', metaKey: true, shiftKey: true }), false)).toEqual({ do: 'redo' })
  })

  it('with Shift or Alt move the ends of a selected coding, and select text when none is selected', () => {
    const shift = press('ArrowRight', { shiftKey: true })
    expect(commandOf(shift, true)).toEqual({ do: 'move', edge: 'end', step: 1, by: 'word' })
    expect(commandOf(press('ArrowLeft', { altKey: true, ctrlKey: true }), true)).toEqual({
      do: 'move',
      edge: 'start',
      step: -1,
      by: 'letter',
    })
    expect(commandOf(shift, false)).toBeNull()
  })

  it('remove only a selected coding', () => {
    expect(commandOf(press('Delete'), true)).toEqual({ do: 'remove' })
    expect(commandOf(press('Delete'), false)).toBeNull()
  })

  it('type letters of any alphabet, but not with a modifier, nor blanks, nor named keys', () => {
    expect(['м', 'm', 'ў', '«'].map((key) => letterOf(press('KeyV', { key })))).toEqual(['м', 'm', 'ў', '«'])
    expect(letterOf(press('KeyV', { key: 'v', ctrlKey: true }))).toBeNull()
    expect([' ', 'Enter', 'Dead', 'F2'].map((key) => letterOf(press('', { key })))).toEqual([null, null, null, null])
  })

  it('with Alt and a digit mean the nth recent code', () => {
    expect(commandOf(press('Digit3', { altKey: true, key: '3' }), false)).toEqual({ do: 'nth', n: 3 })
  })
})
