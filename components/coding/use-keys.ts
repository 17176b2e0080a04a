import type { KeyboardEvent, RefObject } from 'react'
import { type Command, commandOf, type Keymap, letterOf, type Press } from './keys'
import type { Selected } from './transcript-view'

/** What key presses do: in the text, and on the rest of the screen. */
export function useKeys(at: {
  readonly keys: Keymap
  readonly run: (command: Command) => boolean
  readonly chosen: boolean
  readonly many: ReadonlySet<string>
  readonly place: Selected
  readonly host: RefObject<HTMLElement | null>
  readonly scroller: RefObject<HTMLElement | null>
  readonly escape: () => void
  readonly toText: () => void
  readonly removeMany: () => void
  /** Opens the palette with a letter; on a mere caret the sentence there is taken. */
  readonly openPalette: (letter: string) => void
}) {
  const page = (event: Press): boolean => {
    if (event.code !== 'Space' || event.ctrlKey || event.altKey) return false
    const box = at.scroller.current
    box?.scrollBy({ top: (event.shiftKey ? -0.85 : 0.85) * box.clientHeight })
    return true
  }
  const command = (event: Press, chosen: boolean): Command | null => {
    const found = commandOf(event, chosen, at.keys)
    return found?.do === 'recode' && at.many.size > 0 ? null : found
  }
  const onKey = (event: Press): boolean => {
    if (at.many.size && (event.code === 'Delete' || event.code === 'Backspace')) {
      at.removeMany()
      return true
    }
    const found = command(event, at.chosen)
    if (found) return at.run(found)
    if (event.key === 'Escape') {
      at.escape()
      return true
    }
    const asked = at.many.size > 0 && commandOf(event, false, at.keys)?.do === 'recode'
    const letter = asked || (event.key === 'Enter' && !event.ctrlKey && !event.altKey) ? '' : letterOf(event)
    if (letter === null) return page(event)
    at.openPalette(letter)
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || at.host.current?.contains(event.currentTarget.ownerDocument.activeElement)) return
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    const rich = event.target instanceof HTMLElement && event.target.isContentEditable
    const found = command(event, at.chosen && !typing && !rich)
    if (event.key === 'Escape') at.toText()
    else if (at.many.size && event.code === 'Delete' && !typing && !rich) at.removeMany()
    else if (!found || ((typing || rich) && !(event.altKey || found.do === 'filter'))) return
    else if (found.do === 'pin' || found.do === 'repeat') return
    else at.run(found)
    event.preventDefault()
  }
  return { onKey, onKeyDown }
}
