import { describe, expect, it } from 'vitest'
import { actions, assignable, chordOf, commandOf, keymap, letterOf, type Press, written } from './keys'

const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})
const ours = keymap({})

describe('keys', () => {
  it('undo and redo by their place, whatever the layout types there', () => {
    expect(commandOf(press('KeyZ', { key: 'я', ctrlKey: true }), false, ours)).toEqual({ do: 'undo' })
    expect(commandOf(press('KeyZ', { key: 'Я', metaKey: true, shiftKey: true }), false, ours)).toEqual({ do: 'redo' })
  })

  it('with Shift or Alt move the ends of a selected coding, and select text when none is selected', () => {
    const shift = press('ArrowRight', { shiftKey: true })
    expect(commandOf(shift, true, ours)).toEqual({ do: 'move', edge: 'end', step: 1, by: 'word' })
    expect(commandOf(press('ArrowLeft', { altKey: true, ctrlKey: true }), true, ours)).toEqual({
      do: 'move',
      edge: 'start',
      step: -1,
      by: 'letter',
    })
    expect(commandOf(shift, false, ours)).toBeNull()
  })

  it('remove only a selected coding', () => {
    expect(commandOf(press('Delete'), true, ours)).toEqual({ do: 'remove' })
    expect(commandOf(press('Delete'), false, ours)).toBeNull()
  })

  it('type letters of any alphabet, but not with a modifier, nor blanks, nor named keys', () => {
    expect(['м', 'm', 'ў', '«'].map((key) => letterOf(press('KeyV', { key })))).toEqual(['м', 'm', 'ў', '«'])
    expect(letterOf(press('KeyV', { key: 'v', ctrlKey: true }))).toBeNull()
    expect([' ', 'Enter', 'Dead', 'F2'].map((key) => letterOf(press('', { key })))).toEqual([null, null, null, null])
  })

  it('that are digits mean pinned codes, with Alt the suggested ones, and 0 the last one again', () => {
    expect(commandOf(press('Digit3', { key: '3' }), false, ours)).toEqual({ do: 'pin', n: 3 })
    expect(commandOf(press('Numpad3', { key: '3' }), false, ours)).toEqual({ do: 'pin', n: 3 })
    expect(commandOf(press('Digit3', { altKey: true, key: '3' }), false, ours)).toEqual({ do: 'nth', n: 3 })
    expect(commandOf(press('Digit0', { key: '0' }), false, ours)).toEqual({ do: 'repeat' })
  })

  it('of ours are one for every action, and none means two', () => {
    expect(new Set(actions.flatMap(ours.chordsOf)).size).toBe(actions.flatMap(ours.chordsOf).length)
    for (const action of actions) {
      expect(ours.chordsOf(action).length).toBeGreaterThan(0)
      for (const chord of ours.chordsOf(action)) expect(assignable(chord), chord).toBe(true)
    }
  })

  it('of a person take the place of ours, also where ours meant something else', () => {
    const own = keymap({ turn: 'Alt+KeyS' })
    expect(commandOf(press('KeyS', { altKey: true }), false, own)).toEqual({ do: 'turn' })
    expect(commandOf(press('KeyT', { altKey: true }), false, own)).toBeNull()
    expect(own.chordsOf('sentence')).toEqual(['Mod+Shift+ArrowDown'])
  })

  it('are stored by place and written for a person', () => {
    expect(chordOf(press('KeyS', { altKey: true, shiftKey: true, key: 'Ы' }))).toBe('Alt+Shift+KeyS')
    expect(chordOf(press('ShiftLeft', { shiftKey: true }))).toBeNull()
    expect(written('Mod+Shift+ArrowDown')).toBe('Ctrl+Shift+↓')
  })

  it('that type or move the caret cannot be given away', () => {
    expect(['KeyS', 'Shift+KeyS', 'Enter', 'Escape', 'Mod+KeyC', 'Alt+ArrowLeft'].some(assignable)).toBe(false)
  })
})
