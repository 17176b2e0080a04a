/** What a key press asks for on the coding screen. */
export type Command =
  | {
      readonly do:
        | 'undo'
        | 'redo'
        | 'sentence'
        | 'shrink'
        | 'turn'
        | 'words'
        | 'repeat'
        | 'comment'
        | 'recode'
        | 'help'
        | 'filter'
        | 'remove'
    }
  | { readonly do: 'nextCoding' | 'previousCoding' | 'nextInterview' | 'previousInterview' | 'codebook' | 'side' }
  | { readonly do: 'nth'; readonly n: number }
  | { readonly do: 'move'; readonly edge: 'start' | 'end'; readonly step: 1 | -1; readonly by: 'word' | 'letter' }

/** Of a key press, what is looked at. `code` is the place of the key, the same in every layout. */
export type Press = {
  readonly code: string
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const WITH_ALT: Readonly<Record<string, Command>> = {
  KeyS: { do: 'sentence' },
  KeyT: { do: 'turn' },
  KeyW: { do: 'words' },
  KeyR: { do: 'repeat' },
  KeyC: { do: 'comment' },
  KeyE: { do: 'recode' },
  ArrowDown: { do: 'nextCoding' },
  ArrowUp: { do: 'previousCoding' },
  PageDown: { do: 'nextInterview' },
  PageUp: { do: 'previousInterview' },
  BracketLeft: { do: 'codebook' },
  BracketRight: { do: 'side' },
}

/** The shortcuts in the order in which they are listed: the keys as they are written, and the name of their text. */
export const shortcuts = [
  ['a … я', 'keyType'],
  ['1 … 9', 'keyNth'],
  ['Enter', 'keyEnter'],
  ['Shift+Enter', 'keyKeepOpen'],
  ['Shift+← →', 'keySelect'],
  ['Shift+Ctrl+← →', 'keySelectWords'],
  ['Alt+S', 'keySentence'],
  ['Alt+Shift+S', 'keyShrink'],
  ['Alt+T', 'keyTurn'],
  ['Alt+W', 'keyWords'],
  ['Alt+R', 'keyRepeat'],
  ['Alt+1 … 9', 'keyAltNth'],
  ['Alt+↓ ↑', 'keyCodings'],
  ['Shift+← →', 'keyEnd'],
  ['Alt+← →', 'keyStart'],
  ['Alt+E', 'keyRecode'],
  ['Alt+C', 'keyComment'],
  ['Delete', 'keyRemove'],
  ['Ctrl+Z', 'keyUndo'],
  ['Ctrl+Shift+Z', 'keyRedo'],
  ['Alt+PageDown, PageUp', 'keyInterviews'],
  ['Ctrl+/', 'keyFilter'],
  ['Alt+[ ]', 'keyPanes'],
  ['Esc', 'keyEscape'],
  ['?', 'keyHelp'],
] as const

/** The command of a key press, or null. `chosen` is true while a coding is selected: then arrows with Shift or Alt move its ends. */
export function commandOf(press: Press, chosen: boolean): Command | null {
  const mod = press.ctrlKey || press.metaKey
  if (chosen) {
    const move = moveOf(press, mod)
    if (move) return move
    if (!mod && !press.altKey && (press.code === 'Delete' || press.code === 'Backspace')) return { do: 'remove' }
  }
  if (mod && !press.altKey) {
    if (press.code === 'KeyZ') return { do: press.shiftKey ? 'redo' : 'undo' }
    if (press.code === 'KeyY' && !press.shiftKey) return { do: 'redo' }
    if (press.code === 'Slash') return { do: 'filter' }
    return null
  }
  if (mod) return null
  if (press.altKey) {
    if (press.shiftKey) return press.code === 'KeyS' ? { do: 'shrink' } : null
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1]
    return digit ? { do: 'nth', n: Number(digit) } : (WITH_ALT[press.code] ?? null)
  }
  return press.key === '?' || press.code === 'F1' ? { do: 'help' } : null
}

/** The letter that a key press types, or null for a command, a blank or a key without one. */
export function letterOf(press: Press): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  return /^[^\s\p{C}]$/u.test(press.key) ? press.key : null
}

function moveOf(press: Press, mod: boolean): Command | null {
  const step = press.code === 'ArrowRight' ? 1 : press.code === 'ArrowLeft' ? -1 : null
  if (step === null || press.shiftKey === press.altKey) return null
  return { do: 'move', edge: press.shiftKey ? 'end' : 'start', step, by: mod ? 'letter' : 'word' }
}
