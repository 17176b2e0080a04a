import type { useTranslations } from 'next-intl'
import { nextEdge, toWords, trimmed } from '@/core/text/snap'
import { wordRange } from '@/core/text/words'
import type { Command } from './keys'
import type { Change, Mark, Write } from './marks'
import type { Offer } from './palette-items'
import { grown, type Passages } from './passage'
import type { Selected } from './transcript-view'
import type { Desk } from './use-desk'

/** What a coder does to the text, whichever way it was asked for: by key, click, drop or palette. */
export type Doing = ReturnType<typeof doing>

type Around = {
  readonly t: ReturnType<typeof useTranslations<'coding'>>
  readonly desk: Desk
  readonly text: string
  readonly words: Uint32Array
  readonly passages: () => Passages
  readonly me: { readonly id: string; readonly role: string }
  readonly nameOf: (coderId: string) => string
  /** The chosen coding, and what new codes would be put on: its passage, else the selection. */
  readonly chosen: Mark | null
  readonly range: Selected
  readonly shown: readonly Mark[]
  readonly used: (codeId: string) => void
  readonly say: (message: string, kind?: 'done' | 'problem') => void
  readonly select: (range: Selected) => void
  readonly choose: (id: string | null) => void
}

export function doing(at: Around) {
  const { t, desk, say } = at
  const codeName = (id: string): string => desk.codes.find((code) => code.id === id)?.name ?? ''
  const leads = at.me.role === 'owner' || at.me.role === 'supervisor'
  const mayChange = (mark: Mark): boolean => at.me.role !== 'viewer' && (leads || mark.coderId === at.me.id)

  const mine = (id: string | null): Mark | null => {
    const mark = id === null ? undefined : desk.marks.get(id)
    if (!mark) return null
    if (mayChange(mark)) return mark
    say(at.me.role === 'viewer' ? t('mayNotCode') : t('notYours', { coder: at.nameOf(mark.coderId) }), 'problem')
    return null
  }

  const passage = (given?: Selected): Selected | null => {
    if (at.me.role === 'viewer') {
      say(t('mayNotCode'), 'problem')
      return null
    }
    const range = given ?? at.chosen ?? at.range
    const found = trimmed(at.text, range.start, range.end)
    if (!found) say(t('selectFirst'), 'problem')
    return found
  }

  const addWrite = (codeId: string, { start, end }: Selected): Write => ({
    kind: 'add',
    mark: { id: crypto.randomUUID(), codeId, coderId: at.me.id, start, end, comment: '', weight: null },
  })

  const apply = (codeId: string, given?: Selected): void => {
    const range = passage(given)
    if (!range) return
    at.used(codeId)
    const same = [...desk.marks.values()].some(
      (mark) =>
        mark.codeId === codeId && mark.coderId === at.me.id && mark.start === range.start && mark.end === range.end,
    )
    if (!same) desk.write([addWrite(codeId, range)])
    say(t(same ? 'already' : 'coded', { code: codeName(codeId) }))
  }

  const change = (id: string, to: Change): void => {
    const before = mine(id)
    if (before) desk.write([{ kind: 'change', id, to, before }])
  }

  const recode = (id: string, codeId: string): void => {
    const before = mine(id)
    if (!before || before.codeId === codeId || !codeName(codeId)) return
    desk.write([{ kind: 'change', id, to: { codeId }, before }])
    at.used(codeId)
    say(t('recoded', { code: codeName(codeId) }))
  }

  const remove = (id: string): void => {
    const before = mine(id)
    if (!before) return
    desk.write([{ kind: 'remove', id, before }])
    at.choose(null)
    say(t('removed', { code: codeName(before.codeId) }))
  }

  const resize = (id: string, start: number, end: number): void => {
    const before = mine(id)
    if (!before || start >= end) return
    desk.write([{ kind: 'change', id, to: { start, end }, before }])
    const { from, to } = wordRange(at.words, start, end)
    say(t('resized', { code: codeName(before.codeId), words: to - from }))
  }

  const accept = (offer: Offer, recoding: boolean): void => {
    if (offer.kind === 'code') {
      if (recoding && at.chosen) recode(at.chosen.id, offer.found.code.id)
      else apply(offer.found.code.id)
      return
    }
    const range = recoding && at.chosen ? at.chosen : passage()
    if (!range) return
    const roots = desk.codes.filter((code) => code.parentId === null).length
    const code = {
      id: crypto.randomUUID(),
      parentId: offer.parent?.id ?? null,
      name: offer.name,
      colour: offer.parent?.colour ?? roots % 12,
    }
    const before = recoding && at.chosen ? mine(at.chosen.id) : null
    if (recoding && !before) return
    const put: Write = before
      ? { kind: 'change', id: before.id, to: { codeId: code.id }, before }
      : addWrite(code.id, range)
    desk.write([{ kind: 'code', code }, put])
    at.used(code.id)
    say(t('coded', { code: offer.name }))
  }

  const step = (by: 1 | -1): void => {
    const here = at.chosen ? at.shown.findIndex((mark) => mark.id === at.chosen?.id) : -1
    const caret = at.range.start
    const next = here >= 0 ? at.shown[here + by] : beside(at.shown, caret, by)
    if (next) at.choose(next.id)
    else say(t('noCoding'))
  }

  const move = (command: Command & { do: 'move' }): void => {
    const { chosen } = at
    if (!chosen) return
    const from = command.edge === 'start' ? chosen.start : chosen.end
    const letter =
      from + command.step * (/[\uD800-\uDFFF]/.test(at.text.charAt(command.step > 0 ? from : from - 1)) ? 2 : 1)
    const to = command.by === 'letter' ? letter : nextEdge(at.words, from, command.edge, command.step)
    if (to === null || to < 0 || to > at.text.length) return
    if (command.edge === 'start') resize(chosen.id, to, chosen.end)
    else resize(chosen.id, chosen.start, to)
  }

  const grow = (kind: 'sentences' | 'turns', by: 1 | -1): Selected | null => {
    const next = grown(at.passages()[kind], at.chosen ?? at.range, by)
    if (next) at.select(next)
    return next
  }

  return {
    mayChange,
    apply,
    change,
    recode,
    remove,
    resize,
    accept,
    step,
    move,
    grow,
    mine,
    words: () => at.select(toWords(at.words, at.range.start, at.range.end)),
  }
}

function beside(shown: readonly Mark[], caret: number, by: 1 | -1): Mark | undefined {
  return by === 1 ? shown.find((mark) => mark.start >= caret) : shown.filter((mark) => mark.start <= caret).at(-1)
}
