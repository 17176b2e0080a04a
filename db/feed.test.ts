import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { News, SeenCoding } from '@/core/live'
import type { Access } from './access'
import * as autocoding from './autocoding'
import { merge } from './code-merge'
import * as codeRemoval from './code-removal'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import { cursorOf, watch } from './feed'
import * as history from './history'
import { remove as removeInterviews } from './interview-removal'
import * as interviews from './interviews'
import { enterInterview, othersIn } from './presence'
import * as reading from './reading'
import { NotFound, Refusal } from './refusal'
import * as rounds from './rounds'
import { testHouse } from './testing'
import { undo } from './undo'

const text = 'They check the milk again. Nobody knows why, and the border is closed on Sundays. '.repeat(8)

function house() {
  const at = testHouse()
  const [interview = '', elsewhere = ''] = ['RB-001', 'RB-002'].map(
    (name) => interviews.add(at.owner, { name, file: '', read: { text, language: 'en', turns: [], speakers: [] } }).id,
  )
  const textId = (id: string) => reading.read(at.owner, id).transcriptId
  const code = (name: string) => codes.add(at.owner, { id: crypto.randomUUID(), parentId: null, name }).id
  const [milk, border] = [code('milk'), code('border')]
  let made = 0
  const put = (by: Access, on = interview, codeId = milk): string => {
    const start = made++ % 600
    return codings.add(by, { id: crypto.randomUUID(), transcriptId: textId(on), codeId, start, end: start + 3 }).id
  }
  const blind = () =>
    rounds.add(at.owner, {
      ...{ name: `Pilot ${crypto.randomUUID()}`, blind: true, due: null, rule: null, groups: [] },
      assignments: [at.coder, at.otherCoder].map(({ userId }) => ({ interviewId: interview, coderId: userId })),
    })
  const open = (cursor: number | null = null) => watch(interview, textId(interview), cursor)
  return { ...at, interview, elsewhere, milk, border, put, blind, textId, open }
}

/** What a screen holds after news. */
function told(held: ReadonlyMap<string, SeenCoding>, news: News | null): ReadonlyMap<string, SeenCoding> {
  if (!news) return held
  const next = new Map(news.all ? [] : held)
  for (const coding of news.codings) next.set(coding.id, coding)
  for (const id of news.gone) next.delete(id)
  return next
}

const seen = (as: Access, interview: string) =>
  new Map(codings.inInterview(as, interview).map(({ quote: _, ...coding }) => [coding.id, coding]))

describe('watching an interview', () => {
  it('tells all at first, then what colleagues add, change and take away, and nothing twice', () => {
    const at = house()
    const id = at.put(at.coder)
    const next = at.open()
    expect(next(at.owner)).toMatchObject({ all: true, codings: [{ id }] })
    expect(next(at.owner)).toBeNull()
    const second = at.put(at.otherCoder)
    codings.change(at.coder, id, { comment: 'why?' })
    expect(next(at.owner)).toMatchObject({ all: false, codings: [{ id, comment: 'why?' }, { id: second }], gone: [] })
    codings.remove(at.coder, id)
    expect(next(at.owner)).toMatchObject({ codings: [], gone: [id] })
    at.put(at.coder, at.elsewhere)
    expect(next(at.owner)).toBeNull()
  })

  it('goes on after a break from where it was, and from the beginning when nothing is known of that place', () => {
    const at = house()
    const [kept, removed] = [at.put(at.coder), at.put(at.coder)]
    const cursor = cursorOf(at.viewer)
    codings.remove(at.coder, removed)
    const added = at.put(at.otherCoder)
    at.put(at.coder, at.elsewhere)
    expect(at.open(cursor)(at.viewer)).toMatchObject({ all: false, codings: [{ id: added }], gone: [removed] })
    expect(at.open(cursorOf(at.viewer))(at.viewer)).toMatchObject({ all: false, codings: [], gone: [], codes: null })
    const whole = at.open(1_000_000)(at.viewer)
    expect(whole?.all).toBe(true)
    expect(whole?.codings.map(({ id }) => id)).toEqual([kept, added])
  })

  it('tells the codebook when a code was made, and no codings when one was renamed', () => {
    const at = house()
    const next = at.open()
    next(at.owner)
    const made = codes.add(at.coder, { id: crypto.randomUUID(), parentId: null, name: 'smuggling' }).id
    const id = at.put(at.coder, at.interview, made)
    const news = next(at.owner)
    expect(news?.codes?.map(({ name }) => name)).toContain('smuggling')
    expect(news?.codings.map((one) => one.id)).toEqual([id])
  })

  it('says that the text was corrected, and then is silent about codings, whose places are of the new text', () => {
    const at = house()
    at.put(at.coder)
    const next = at.open()
    next(at.coder)
    corrections.correct(at.owner, at.interview, 1, { text: `Well. ${text}`, turns: [], speakers: [] })
    expect(next(at.coder)).toMatchObject({ corrected: true, codings: [], gone: [] })
    at.put(at.owner)
    expect(next(at.coder)).toBeNull()
  })

  it('is not to be had for strangers, and ends with the interview', () => {
    const at = house()
    expect(() => at.open()(at.stranger)).toThrow(NotFound)
    const next = at.open()
    next(at.coder)
    removeInterviews(at.owner, [at.interview])
    expect(() => next(at.coder)).toThrow(NotFound)
  })
})

describe('a blind coder', () => {
  it('is told nothing at all while colleagues work: no event, no number, no code, nobody here', () => {
    const at = house()
    const round = at.blind()
    const own = at.put(at.coder)
    const next = at.open()
    expect(next(at.coder)).toMatchObject({ all: true, codings: [{ id: own }], codes: null, cursor: null })
    expect(cursorOf(at.coder)).toBeNull()
    const leave = enterInterview(at.otherCoder, at.interview, 'a')
    const theirs = at.put(at.otherCoder)
    codings.change(at.otherCoder, theirs, { comment: 'x' })
    codings.remove(at.otherCoder, at.put(at.otherCoder))
    codes.add(at.otherCoder, { id: crypto.randomUUID(), parentId: null, name: 'smuggling' })
    autocoding.autocode(at.otherCoder, crypto.randomUUID(), at.border, [
      { transcriptId: at.textId(at.interview), start: 0, end: 4 },
    ])
    expect(next(at.coder)).toBeNull()
    expect(othersIn(at.coder, at.interview)).toEqual([])
    // Who leads and does not code here sees it all.
    expect(at.open()(at.supervisor)?.codings.length).toBe(3)
    expect(othersIn(at.supervisor, at.interview)).toMatchObject([{ name: 'Boris' }])
    codings.change(at.supervisor, own, { comment: 'look again' })
    expect(next(at.coder)).toMatchObject({ codings: [{ id: own, comment: 'look again' }], cursor: null })
    // The round over, everything may be seen: and is told.
    for (const who of [at.coder, at.otherCoder]) rounds.setDone(who, round.id, at.interview, true)
    rounds.close(at.owner, round.id, rounds.get(at.owner, round.id).version)
    const after = next(at.coder)
    expect(after?.codings.map(({ id }) => id)).toContain(theirs)
    expect(after?.codes?.map(({ name }) => name)).toContain('smuggling')
    expect(othersIn(at.coder, at.interview)).toMatchObject([{ name: 'Boris' }])
    leave()
  })

  it('is not given the place of events for an interview that nothing is kept of, for the gaps would tell', () => {
    const at = house()
    at.blind()
    const next = watch(at.elsewhere, at.textId(at.elsewhere), 1)
    expect(next(at.coder)).toMatchObject({ all: true, cursor: null })
    const id = at.put(at.owner, at.elsewhere)
    at.put(at.otherCoder)
    expect(next(at.coder)).toMatchObject({ codings: [{ id }], cursor: null })
  })
})

describe('who is in an interview', () => {
  it('is told to the others of the project while a window of theirs is open', () => {
    const at = house()
    const leave = [enterInterview(at.coder, at.interview, 'one'), enterInterview(at.coder, at.interview, 'two')]
    expect(othersIn(at.owner, at.interview)).toEqual([{ id: at.coder.userId, name: 'Anna' }])
    expect(othersIn(at.coder, at.interview)).toEqual([])
    expect(othersIn(at.owner, at.elsewhere)).toEqual([])
    expect(othersIn(at.stranger, at.interview)).toEqual([])
    leave[0]?.()
    expect(othersIn(at.owner, at.interview)).toHaveLength(1)
    const again = enterInterview(at.coder, at.interview, 'two')
    leave[1]?.()
    expect(othersIn(at.owner, at.interview)).toHaveLength(1)
    again()
    expect(othersIn(at.owner, at.interview)).toEqual([])
  })
})

describe('whatever happens in a project', () => {
  const people = ['owner', 'coder', 'otherCoder', 'viewer'] as const
  const deed = fc.record({
    what: fc.constantFrom(
      'add',
      'elsewhere',
      'change',
      'remove',
      'many',
      'merge',
      'dropCode',
      'undo',
      'blind',
      'close',
    ),
    who: fc.constantFrom('owner' as const, 'coder' as const, 'otherCoder' as const),
    n: fc.nat(50),
    // Whose line is cut before, to come back then.
    cut: fc.constantFrom(null, null, null, ...people),
  })

  it('everybody holds exactly what they may see, with the line cut and back at any moment', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const at = house()
        const screens = people.map((who) => ({
          who,
          next: at.open(),
          held: told(new Map(), null),
          cursor: cursorOf(at.owner),
          cut: false,
        }))
        const listen = () => {
          for (const screen of screens) {
            if (screen.cut) continue
            const news = screen.next(at[screen.who])
            screen.held = told(screen.held, news)
            if (news) screen.cursor = news.cursor
            expect([...screen.held.values()].sort(byId)).toEqual(
              [...seen(at[screen.who], at.interview).values()].sort(byId),
            )
          }
        }
        listen()
        let round: { id: string } | null = null
        for (const { what, who, n, cut } of deeds) {
          const by = at[who]
          for (const screen of screens) {
            if (screen.who !== cut) continue
            if (screen.cut) screen.next = at.open(screen.cursor)
            screen.cut = !screen.cut
          }
          const own = codings.inInterview(by, at.interview).filter((one) => one.coderId === by.userId)
          const one = own[n % Math.max(1, own.length)]
          quietly(() => {
            if (what === 'add') at.put(by)
            else if (what === 'elsewhere') at.put(by, at.elsewhere)
            else if (what === 'change' && one) codings.change(by, one.id, { comment: `${n}` })
            else if (what === 'remove' && one) codings.remove(by, one.id)
            else if (what === 'many' && codes.list(at.owner).some(({ id }) => id === at.border))
              autocoding.autocode(by, crypto.randomUUID(), at.border, [
                { transcriptId: at.textId(at.interview), start: n, end: n + 4 },
              ])
            else if (what === 'merge' && codes.list(at.owner).length > 1) {
              const [a, b] = codes.list(at.owner)
              const fresh = codes.add(at.owner, {
                id: crypto.randomUUID(),
                parentId: null,
                name: `c${crypto.randomUUID()}`,
              }).id
              at.put(by, at.interview, fresh)
              if (a && b) merge(at.owner, fresh, n % 2 ? a.id : b.id)
            } else if (what === 'dropCode') {
              const fresh = codes.add(at.owner, {
                id: crypto.randomUUID(),
                parentId: null,
                name: `d${crypto.randomUUID()}`,
              }).id
              at.put(by, at.interview, fresh)
              codeRemoval.remove(at.owner, fresh)
            } else if (what === 'undo') {
              const last = history.list(by).find((entry) => entry.undoable)
              if (last) undo(by, last.seq)
            } else if (what === 'blind' && !round) round = at.blind()
            else if (what === 'close' && round) {
              for (const coder of [at.coder, at.otherCoder]) rounds.setDone(coder, round.id, at.interview, true)
              listen()
              rounds.close(at.owner, round.id, rounds.get(at.owner, round.id).version)
              round = null
            }
          })
          listen()
        }
      }),
      { numRuns: 60 },
    )
  })
})

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

/** What somebody built on is not taken back; nothing has changed then. */
function quietly(run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
