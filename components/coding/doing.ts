import type { useTranslations } from 'next-intl'
import type { Code } from '@/core/codebook/code'
import { fold } from '@/core/text/fold'
import { nearestEdge, nextEdge, toWords, trimmed } from '@/core/text/snap'
import { nextUncoded } from '@/core/text/uncoded'
import { wordRange } from '@/core/text/words'
import { halves, inVivoName, merging, recoding, touching } from './joints'
import type { Command } from './keys'
import type { Change, Mark, Write } from './marks'
import type { Offer } from './palette-items'
import { grown, type Passages, stepped } from './passage'
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

  const mineOf = (ids: readonly string[]): readonly Mark[] =>
    ids.length === 1
      ? [mine(ids[0] ?? null)].filter((mark) => mark !== null)
      : ids.flatMap((id) => {
          const mark = desk.marks.get(id)
          return mark && mayChange(mark) ? [mark] : []
        })

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

  const recodeAll = (ids: readonly string[], codeId: string): void => {
    const targets = mineOf(ids)
    const writes = codeName(codeId) ? recoding(desk.marks.values(), targets, codeId) : []
    if (!writes.length) return
    desk.write(writes)
    at.used(codeId)
    say(t('recoded', { code: codeName(codeId), count: writes.length }))
  }

  const removeAll = (ids: readonly string[]): void => {
    const targets = mineOf(ids)
    const [first] = targets
    if (!first) return
    desk.write(targets.map((before) => ({ kind: 'remove', id: before.id, before })))
    at.choose(null)
    say(t('removed', { code: codeName(first.codeId), count: targets.length }))
  }

  const resize = (id: string, start: number, end: number): void => {
    const before = mine(id)
    if (!before || start >= end) return
    desk.write([{ kind: 'change', id, to: { start, end }, before }])
    const { from, to } = wordRange(at.words, start, end)
    say(t('resized', { code: codeName(before.codeId), words: to - from }))
  }

  /** Applies a line of the palette: to the passage, or instead of the codes of `targets`. */
  const accept = (offer: Offer, targets: readonly string[]): void => {
    if (offer.kind === 'code') {
      if (targets.length) recodeAll(targets, offer.found.code.id)
      else apply(offer.found.code.id)
      return
    }
    make(offer.name, offer.parent, targets)
  }

  const make = (name: string, parent: Pick<Code, 'id' | 'colour'> | null, targets: readonly string[]): void => {
    const range = targets.length ? null : passage()
    const before = mineOf(targets)
    if (!range && !before.length) return
    const roots = desk.codes.filter((code) => code.parentId === null).length
    const code = { id: crypto.randomUUID(), parentId: parent?.id ?? null, name, colour: parent?.colour ?? roots % 12 }
    const put = range ? [addWrite(code.id, range)] : recoding(desk.marks.values(), before, code.id)
    desk.write([{ kind: 'code', code }, ...put])
    at.used(code.id)
    say(t('coded', { code: name }))
  }

  /** Makes the words of the passage a code and puts it on them; a code of that name at the top of the codebook is used as it is. */
  const inVivo = (): void => {
    const range = passage()
    const name = range && inVivoName(at.text.slice(range.start, range.end))
    if (!name) return
    const there = desk.codes.find((code) => code.parentId === null && fold(code.name) === fold(name))
    if (there) apply(there.id)
    else make(name, null, [])
  }

  // What to change where none is chosen: the innermost coding of this person's around the caret.
  const subject = (): Mark | null => {
    if (at.chosen) return mine(at.chosen.id)
    const { start, end } = at.range
    const own = at.shown.filter((mark) => mark.coderId === at.me.id && mark.start <= start && mark.end >= end)
    const found = own.at(-1) ?? null
    if (!found) say(t('noCodingHere'), 'problem')
    return found
  }

  const split = (): void => {
    const mark = subject()
    if (!mark) return
    if (mark.coderId !== at.me.id) {
      say(t('notYours', { coder: at.nameOf(mark.coderId) }), 'problem')
      return
    }
    const caret = at.range.start
    const cut = halves(
      at.text,
      mark,
      toWords(at.words, caret, caret).start === caret ? caret : nearestEdge(at.words, caret, 'start'),
    )
    if (!cut) {
      say(t('splitWhere'), 'problem')
      return
    }
    const second: Mark = { ...mark, id: crypto.randomUUID(), start: cut[1].start, end: cut[1].end }
    desk.write([
      { kind: 'change', id: mark.id, to: { start: cut[0].start, end: cut[0].end }, before: mark },
      { kind: 'add', mark: second },
    ])
    say(t('splitDone', { code: codeName(mark.codeId) }))
  }

  const merge = (): void => {
    const mark = subject()
    if (!mark) return
    const other = touching(at.text, desk.marks.values(), mark)
    if (!other) {
      say(t('nothingTouches', { code: codeName(mark.codeId) }), 'problem')
      return
    }
    desk.write(merging(mark, other))
    say(t('merged', { code: codeName(mark.codeId) }))
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

  const grow = (kind: 'sentences' | 'paragraphs' | 'turns', by: 1 | -1): Selected | null => {
    const next = grown(at.passages()[kind], at.chosen ?? at.range, by)
    if (next) at.select(next)
    return next
  }

  const sentence = (by: 1 | -1): void => {
    const next = stepped(at.passages().sentences, at.chosen ?? at.range, by)
    if (next) at.select(next)
  }

  const uncoded = (): void => {
    const next = nextUncoded(
      at.passages().answers,
      [...desk.marks.values()],
      Math.max(at.range.start + 1, at.range.end),
    )
    if (next) at.select(next)
    say(next ? t('uncodedHere') : t('allCoded'), next ? 'done' : 'problem')
  }

  return {
    mayChange,
    joined: (mark: Mark) => touching(at.text, desk.marks.values(), mark) !== null,
    apply,
    change,
    recodeAll,
    removeAll,
    resize,
    accept,
    inVivo,
    split,
    merge,
    sentence,
    uncoded,
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
