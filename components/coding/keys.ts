/** What the coding screen does by name: by key, and by its buttons. In the order in which the keys are listed. */
export const actions = [
  'nextSentence',
  'previousSentence',
  'sentence',
  'shrink',
  'turn',
  'turnLess',
  'paragraph',
  'paragraphLess',
  'words',
  'repeat',
  'inVivo',
  'pen',
  'uncoded',
  'nextCoding',
  'previousCoding',
  'recode',
  'comment',
  'split',
  'merge',
  'many',
  'remove',
  'undo',
  'redo',
  'focusCode',
  'tint',
  'nextInterview',
  'previousInterview',
  'filter',
  'codebook',
  'side',
  'help',
] as const
export type Action = (typeof actions)[number]

/** What a key press asks for on the coding screen. */
export type Command =
  | { readonly do: Action }
  /** The nth of the codes suggested, or the nth pinned one. */
  | { readonly do: 'nth' | 'pin'; readonly n: number }
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

/** The keys a person chose instead of ours: `Mod+Alt+Shift+KeyS`, Mod being Ctrl or the Mac's Command. */
export type OwnKeys = Readonly<Partial<Record<Action, string>>>

const OURS: Readonly<Record<Action, readonly string[]>> = {
  nextSentence: ['Mod+ArrowDown'],
  previousSentence: ['Mod+ArrowUp'],
  sentence: ['Mod+Shift+ArrowDown', 'Alt+KeyS'],
  shrink: ['Mod+Shift+ArrowUp', 'Alt+Shift+KeyS'],
  turn: ['Alt+KeyT'],
  turnLess: ['Alt+Shift+KeyT'],
  paragraph: ['Alt+KeyP'],
  paragraphLess: ['Alt+Shift+KeyP'],
  words: ['Alt+KeyW'],
  repeat: ['Digit0', 'Alt+KeyR'],
  inVivo: ['Alt+KeyI'],
  pen: ['Alt+KeyB'],
  uncoded: ['Alt+KeyU'],
  nextCoding: ['Alt+ArrowDown'],
  previousCoding: ['Alt+ArrowUp'],
  recode: ['Alt+KeyE'],
  comment: ['Alt+KeyC'],
  split: ['Alt+KeyX'],
  merge: ['Alt+KeyM'],
  many: ['Alt+KeyA'],
  remove: ['Delete', 'Backspace'],
  undo: ['Mod+KeyZ'],
  redo: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
  focusCode: ['Alt+KeyO'],
  tint: ['Alt+KeyL'],
  nextInterview: ['Alt+PageDown'],
  previousInterview: ['Alt+PageUp'],
  filter: ['Mod+Slash'],
  codebook: ['Alt+BracketLeft'],
  side: ['Alt+BracketRight'],
  help: ['F1'],
}

/** The keys that are not to be changed: as they are written, and the name of their text. */
export const fixed = [
  ['a … я', 'keyType'],
  ['Enter', 'keyEnter'],
  ['Shift+Enter', 'keyKeepOpen'],
  ['1 … 9', 'keyPins'],
  ['Alt+1 … 9', 'keyAltNth'],
  ['Shift+← →', 'keySelect'],
  ['Shift+Ctrl+← →', 'keySelectWords'],
  ['Shift+← →', 'keyEnd'],
  ['Alt+← →', 'keyStart'],
  ['Esc', 'keyEscape'],
  ['?', 'keyHelp'],
] as const

/** Which keys mean what: a person's own instead of ours. */
export type Keymap = {
  readonly actionAt: ReadonlyMap<string, Action>
  readonly chordsOf: (action: Action) => readonly string[]
}

export function keymap(own: OwnKeys): Keymap {
  const chordsOf = (action: Action): readonly string[] => {
    const chosen = own[action]
    return chosen === undefined ? OURS[action].filter((chord) => !taken.has(chord)) : [chosen]
  }
  const taken = new Set(Object.values(own))
  const actionAt = new Map(actions.flatMap((action) => chordsOf(action).map((chord) => [chord, action] as const)))
  return { actionAt, chordsOf }
}

/** A key press as it is stored; null for a mere modifier, which is no key press yet. */
export function chordOf(press: Press): string | null {
  if (/^(?:Control|Alt|Shift|Meta|OS|CapsLock|Fn|$)/.test(press.code)) return null
  const mods = [
    press.ctrlKey || press.metaKey ? 'Mod+' : '',
    press.altKey ? 'Alt+' : '',
    press.shiftKey ? 'Shift+' : '',
  ]
  return `${mods.join('')}${press.code.replace(/^Numpad(?=\d$)/, 'Digit')}`
}

/** Whether a person may give this key press to an action: no letter alone, no key that the text or the list needs. */
export function assignable(chord: string): boolean {
  if (/^F([1-9]|1[0-2])$/.test(chord) || chord === 'Digit0' || chord === 'Delete' || chord === 'Backspace') return true
  if (!/^(?:Mod\+|Alt\+)/.test(chord)) return false
  return !/^(?:Mod\+)?(?:Alt|Alt\+Shift|Shift)\+Arrow(?:Left|Right)$|^Mod\+Key[ACVXFTWNRP]$|^Alt\+Digit[1-9]$/.test(
    chord,
  )
}

const SIGNS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
}

/** A key press as it is written for a person: `Ctrl+Shift+↓`. */
export function written(chord: string): string {
  return chord
    .split('+')
    .map((part) => SIGNS[part] ?? part.replace(/^(?:Key|Digit)/, ''))
    .join('+')
}

/** The command of a key press, or null. `chosen` is true while a coding is selected: then arrows with Shift or Alt move its ends. */
export function commandOf(press: Press, chosen: boolean, keys: Keymap): Command | null {
  const mod = press.ctrlKey || press.metaKey
  if (chosen) {
    const move = moveOf(press, mod)
    if (move) return move
  }
  const chord = chordOf(press)
  const action = chord === null ? undefined : keys.actionAt.get(chord)
  if (action) return action === 'remove' && !chosen && /^(?:Delete|Backspace)$/.test(press.code) ? null : { do: action }
  const digit = /^(Alt\+)?Digit([1-9])$/.exec(chord ?? '')
  if (digit) return { do: digit[1] ? 'nth' : 'pin', n: Number(digit[2]) }
  return !mod && !press.altKey && press.key === '?' ? { do: 'help' } : null
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
