import type { useTranslations } from 'next-intl'
import type { Neighbour } from './coding-screen-props'
import type { Doing } from './doing'
import type { Command } from './keys'
import type { Mark } from './marks'
import type { Desk } from './use-desk'
import type { Panes } from './use-panes'

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
  readonly openPalette: (first: string, recoding: boolean) => void
  readonly togglePane: (pane: keyof Panes) => void
  readonly filter: () => void
  readonly help: () => void
  readonly comment: () => void
}

/** Runs the commands of the keyboard; always true, for what is asked for by key is never the browser's. */
export function running(at: Around): (command: Command) => boolean {
  return (command) => {
    switch (command.do) {
      case 'undo':
        at.say(at.desk.undo() ? at.t('undone') : at.t('nothingToUndo'))
        break
      case 'redo':
        at.say(at.desk.redo() ? at.t('redone') : at.t('nothingToRedo'))
        break
      case 'sentence':
        at.act.grow('sentences', 1)
        break
      case 'shrink':
        at.act.grow('sentences', -1)
        break
      case 'turn':
        at.act.grow('turns', 1)
        break
      case 'words':
        at.act.words()
        break
      case 'repeat':
      case 'nth': {
        const code = at.recent.filter(at.has)[command.do === 'nth' ? command.n - 1 : 0]
        if (code) at.act.apply(code)
        else at.say(at.t('noRecent'), 'problem')
        break
      }
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
        if (at.chosen && at.act.mine(at.chosen.id)) at.openPalette('', true)
        break
      case 'remove':
        if (at.chosen) at.act.remove(at.chosen.id)
        break
      case 'move':
        at.act.move(command)
        break
    }
    return true
  }
}
