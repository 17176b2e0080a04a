import { drizzle } from 'drizzle-orm/better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Access, through } from './access'
import { merge } from './code-merge'
import * as codes from './codes'
import * as codings from './codings'
import * as history from './history'
import * as interviews from './interviews'
import { material } from './material'
import { read } from './reading'
import { Refusal } from './refusal'
import * as rounds from './rounds'
import * as schema from './schema'
import { testHouse } from './testing'
import { undo } from './undo'

const text = 'They check the milk again. Nobody knows why, and the border is closed on Sundays. '.repeat(4)

function house() {
  const at = testHouse()
  const ids = ['RB-1', 'RB-2', 'RB-3'].map(
    (name) => interviews.add(at.owner, { name, file: '', read: { text, language: 'en', turns: [], speakers: [] } }).id,
  )
  const code = (name: string) => codes.add(at.owner, { id: crypto.randomUUID(), parentId: null, name }).id
  return { ...at, ids, code, codeIds: [code('milk'), code('border')] }
}

/** The same, read by a handle that has kept nothing yet. */
function fresh(access: Access) {
  const client: Access['db']['$client'] = new Proxy(access.db.$client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return material(through(access, drizzle(client, { schema })))
}

/** Each coding in words, whatever order the columns are in. */
function told(of: ReturnType<typeof material>) {
  const { interview, code, coder, from, to, start, end, key } = of.passages
  return Array.from(key, (_, p) =>
    [
      of.interviews[interview[p] ?? -1]?.name,
      of.codes[code[p] ?? -1]?.path,
      of.coders[coder[p] ?? -1]?.name,
      ...[from[p], to[p], start[p], end[p], key[p]],
    ].join(),
  ).sort()
}

test('whatever happens, what is kept and mended is what a first reading finds', () => {
  const deed = fc.record({
    what: fc.constantFrom('add', 'add', 'change', 'remove', 'undo', 'code', 'merge', 'import', 'blind'),
    who: fc.constantFrom('owner' as const, 'coder' as const, 'otherCoder' as const),
    n: fc.nat(60),
  })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
      const at = house()
      for (const { what, who, n } of deeds) {
        const by = at[who]
        const interviewId = at.ids[n % at.ids.length] ?? ''
        const own = codings.inInterview(by, interviewId).filter((one) => one.coderId === by.userId)
        const one = own[n % Math.max(1, own.length)]
        try {
          if (what === 'add')
            codings.add(by, {
              ...{ id: crypto.randomUUID(), transcriptId: read(by, interviewId).transcriptId },
              ...{ codeId: at.codeIds[n % 2] ?? '', start: n, end: n + 9 },
            })
          else if (what === 'change' && one) codings.change(by, one.id, { end: one.end + 3 })
          else if (what === 'remove' && one) codings.remove(by, one.id)
          else if (what === 'undo') {
            const last = history.list(by).find((entry) => entry.undoable)
            if (last) undo(by, last.seq)
          } else if (what === 'code') at.code(`code ${crypto.randomUUID()}`)
          else if (what === 'merge') merge(at.owner, at.code(`code ${n} ${crypto.randomUUID()}`), at.codeIds[0] ?? '')
          else if (what === 'import')
            at.ids.push(
              interviews.add(at.owner, {
                ...{ name: `RK-${crypto.randomUUID()}`, file: '' },
                read: { text, language: 'en', turns: [], speakers: [] },
              }).id,
            )
          else if (what === 'blind')
            rounds.add(at.owner, {
              ...{ name: crypto.randomUUID(), blind: true, due: null, rule: null, groups: [] },
              assignments: [{ interviewId, coderId: at.coder.userId }],
            })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        for (const access of [at.owner, at.coder, at.viewer]) {
          const mended = material(access)
          expect(told(mended)).toEqual(told(fresh(access)))
        }
      }
    }),
    { numRuns: 40 },
  )
})
