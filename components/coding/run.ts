import type { useTranslations } from 'next-intl'
import type { Neighbour } from './coding-screen-props'
import type { Doing } from './doing'
import type { Command } from './keys'
import type { Mark } from './marks'
import type { Panes } from './preferences'
import type { Selected } from './transcript-view'
import type { Desk } from './use-desk'

type Around = {
  readonly t: ReturnType<typeof useTranslations<'coding'>>
  readonly act: Doing
  readonly desk: Desk
  readonly say: (message: string, kind?: 'done' | 'problem') => void
  readonly recent: readonly string[]
  readonly has: (codeId: string) => boolean
  readonly previous: Neighbour
  readonly next: Neighbour
  readonly chosen: Mark | null
  readonly range: Selected
  readonly suggested: readonly string[]
  readonly pins: readonly (string | null)[]
  readonly pen: () => void
  readonly many: () => void
  readonly focusCode: () => void
  readonly tint: () => void
  readonly openPalette: (first: string, targets: readonly string[]) => void
  readonly togglePane: (pane: keyof Panes) => void
  readonly filter: () => void
  readonly help: () => void
  readonly comment: () => void
}

/** Runs the commands of the keyboard; always true, for what is asked for by key is never the browser's. */
export function running(at: Around): (command: Command) => boolean {
  // On a mere caret the sentence is meant.
  const put = (code: string | undefined): void => {
    const caret = !at.chosen && at.range.start === at.range.end
    const passage = caret ? at.act.grow('sentences', 1) : undefined
    if (!code) at.say(at.t('noRecent'), 'problem')
    else if (passage !== null) at.act.apply(code, passage)
  }
  return (command) => {
    switch (command.do) {
      case 'undo':
        at.say(at.desk.undo() ? at.t('undone') : at.t('nothingToUndo'))
        break
      case 'redo':
        at.say(at.desk.redo() ? at.t('redone') : at.t('nothingToRedo'))
        break
      case 'nextSentence':
      case 'previousSentence':
        at.act.sentence(command.do === 'nextSentence' ? 1 : -1)
        break
      case 'sentence':
      case 'shrink':
        at.act.grow('sentences', command.do === 'sentence' ? 1 : -1)
        break
      case 'turn':
      case 'turnLess':
        at.act.grow('turns', command.do === 'turn' ? 1 : -1)
        break
      case 'paragraph':
      case 'paragraphLess':
        at.act.grow('paragraphs', command.do === 'paragraph' ? 1 : -1)
        break
      case 'words':
        at.act.words()
        break
      case 'uncoded':
        at.act.uncoded()
        break
      case 'repeat':
        put(at.recent.filter(at.has)[0])
        break
      case 'nth':
        put(at.suggested.filter(at.has)[command.n - 1])
        break
      case 'pin': {
        const code = at.pins[command.n - 1]
        put(code && at.has(code) ? code : at.suggested.filter(at.has)[command.n - 1])
        break
      }
      case 'inVivo':
        at.act.inVivo()
        break
      case 'pen':
        at.pen()
        break
      case 'split':
        at.act.split()
        break
      case 'merge':
        at.act.merge()
        break
      case 'many':
        at.many()
        break
      case 'focusCode':
        at.focusCode()
        break
      case 'tint':
        at.tint()
        break
      case 'nextCoding':
        at.act.step(1)
        break
      case 'previousCoding':
        at.act.step(-1)
        break
      case 'nextInterview':
        if (at.next) at.next.open()
        else at.say(at.t('noNext'))
        break
      case 'previousInterview':
        if (at.previous) at.previous.open()
        else at.say(at.t('noPrevious'))
        break
      case 'codebook':
      case 'side':
        at.togglePane(command.do)
        break
      case 'filter':
        at.filter()
        break
      case 'help':
        at.help()
        break
      case 'comment':
        if (at.chosen && at.act.mine(at.chosen.id)) at.comment()
        break
      case 'recode':
        if (at.chosen && at.act.mine(at.chosen.id)) at.openPalette('', [at.chosen.id])
        break
      case 'remove':
        if (at.chosen) at.act.removeAll([at.chosen.id])
        break
      case 'move':
        at.act.move(command)
        break
    }
    return true
  }
}
