import { Schema } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from './marks'
import { difference, look, paintKey, paintPlugin } from './paint'
import { positions } from './positions'

const lines = [
  { start: 0, end: 30 },
  { start: 31, end: 60 },
]
const schema = new Schema({ nodes: { doc: { content: 'turn+' }, turn: { content: 'text*' }, text: {} } })
const doc = schema.node(
  'doc',
  null,
  lines.map((line) => schema.node('turn', null, schema.text('x'.repeat(line.end - line.start)))),
)
const mark = (id: number, start: number, length: number): Mark => ({
  id: `m${id}`,
  codeId: `${id % 3}`,
  coderId: 'p',
  start,
  end: Math.min(60, start + length),
  comment: '',
  weight: null,
})
const painted = (state: EditorState) =>
  (paintKey.getState(state)?.find() ?? []).map((found) => [found.from, found.to, found.spec.start, found.spec.end])

describe('painting codings', () => {
  it('piece by piece gives what painting all at once gives', () => {
    const marks = fc.array(fc.tuple(fc.nat(55), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(marks, fc.array(fc.nat(11), { maxLength: 6 }), (pairs, taken) => {
        const to = positions(lines)
        let state = EditorState.create({ doc, plugins: [paintPlugin(to)] })
        const slotOf = (mark: Mark) => Number(mark.codeId)
        const show = (all: readonly Mark[], dirty: { start: number; end: number } | null) => {
          state = state.apply(state.tr.setMeta(paintKey, { marks: all, slotOf, dirty }))
        }
        let shown: readonly Mark[] = []
        const go = (next: readonly Mark[]) => {
          const dirty = difference(shown, next)
          if (dirty) show(next, dirty)
          shown = next
        }
        pairs.forEach(([start, length], i) => {
          go([...shown, mark(i, start, length)])
        })
        for (const i of taken) go(shown.filter((other) => other.id !== `m${i}`))
        const step = painted(state)
        show(shown, null)
        expect(step).toEqual(painted(state))
      }),
    )
  })

  it('tints by depth and underlines the innermost three', () => {
    expect(look([4]).style).toContain('--code-4-tint-1')
    const deep = look([1, 2, 3, 4]).style
    expect(deep).toContain('--code-4-tint-3')
    expect(deep.match(/0 \dpx 0/g)).toHaveLength(3)
  })

  it('is not asked for when nothing changed', () => {
    const same = [mark(1, 0, 4)]
    expect(difference(same, [...same])).toBeNull()
  })
})
