import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counted } from './counts'
import { inTreeOrder, type Node } from './path'
import { children, descendants, misplaced, move, pathOf, placed, placeOf, stepped, taken, tree, without } from './tree'

const node = (id: string, parentId: string | null, position: number, name = id): Node => ({
  id,
  parentId,
  position,
  name,
})

const codebook = [
  node('trade', null, 0),
  node('identity', null, 1),
  node('milk', 'trade', 0, 'milk wars'),
  node('costs', 'trade', 1),
  node('queues', 'costs', 0),
]

const shape = (codes: readonly Node[]) =>
  inTreeOrder(codes)
    .map(({ code, depth }) => `${'-'.repeat(depth)}${code.id}`)
    .join(' ')

describe('the tree of codes', () => {
  it('is built with siblings in their order', () => {
    const [trade, identity] = tree(codebook)
    expect(trade?.children.map((branch) => branch.code.id)).toEqual(['milk', 'costs'])
    expect(trade?.children[1]?.children.map((branch) => branch.code.id)).toEqual(['queues'])
    expect(identity?.children).toEqual([])
  })

  it('names a code by its path', () => {
    expect(pathOf(codebook, 'milk')).toBe('trade/milk wars')
    expect(pathOf(codebook, 'nobody')).toBe('')
  })

  it('lists what is under a code', () => {
    expect(descendants(codebook, 'trade')).toEqual(['milk', 'costs', 'queues'])
    expect(descendants(codebook, 'queues')).toEqual([])
  })

  it('compares names of siblings in any case', () => {
    expect(taken(codebook, 'trade', ' Milk  WARS ')).toBe(true)
    expect(taken(codebook, 'trade', 'Milk wars', 'milk')).toBe(false)
    expect(taken(codebook, null, 'milk wars')).toBe(false)
  })
})

describe('moving a code', () => {
  it('takes what is under it along and numbers both sides anew', () => {
    const moved = move(codebook, 'costs', { parentId: null, position: 0 })
    expect(shape(moved)).toBe('costs -queues trade -milk identity')
    expect(children(moved, null).map((code) => code.position)).toEqual([0, 1, 2])
  })

  it('is refused under itself, under what is under it, beside its namesake, and where nothing is', () => {
    expect(misplaced(codebook, 'trade', { parentId: 'trade', position: 0 })).toBe('underItself')
    expect(misplaced(codebook, 'trade', { parentId: 'queues', position: 0 })).toBe('underItself')
    const twins = [...codebook, node('other', null, 2, 'MILK wars')]
    expect(misplaced(twins, 'milk', { parentId: null, position: 0 })).toBe('nameTaken')
    expect(misplaced(codebook, 'milk', { parentId: 'nobody', position: 0 })).toBe('gone')
    expect(misplaced(codebook, 'nobody', { parentId: null, position: 0 })).toBe('gone')
    expect(() => move(codebook, 'trade', { parentId: 'queues', position: 0 })).toThrow(RangeError)
  })

  it('goes by steps up, down, in and out', () => {
    expect(stepped(codebook, 'costs', 'up')).toEqual({ parentId: 'trade', position: 0 })
    expect(stepped(codebook, 'costs', 'down')).toBeNull()
    expect(stepped(codebook, 'costs', 'in')).toEqual({ parentId: 'milk', position: 0 })
    expect(stepped(codebook, 'costs', 'out')).toEqual({ parentId: null, position: 1 })
    expect(stepped(codebook, 'trade', 'in')).toBeNull()
    expect(stepped(codebook, 'trade', 'out')).toBeNull()
    expect(stepped(codebook, 'identity', 'up')).toEqual({ parentId: null, position: 0 })
  })

  it('can put a new code in, and take codes out with all that is under them', () => {
    const more = placed(codebook, node('roads', null, 9), { parentId: 'trade', position: 1 })
    expect(shape(more)).toBe('trade -milk -roads -costs --queues identity')
    expect(shape(without(more, ['trade']))).toBe('identity')
    expect(children(without(more, ['trade']), null).map((code) => code.position)).toEqual([0])
  })
})

const codebooks = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc.tuple(...Array.from({ length: n }, (_, i) => fc.integer({ min: -1, max: i - 1 }))).map((parents) => {
    let codes: readonly Node[] = []
    parents.forEach((parent, i) => {
      const parentId = parent < 0 ? null : `c${parent}`
      codes = placed(codes, node(`c${i}`, parentId, 0), { parentId, position: i })
    })
    return codes
  }),
)
const moves = fc.array(fc.tuple(fc.nat(13), fc.integer({ min: -1, max: 13 }), fc.integer({ min: -1, max: 15 })), {
  maxLength: 12,
})

function moveAll(codes: readonly Node[], steps: readonly (readonly [number, number, number])[]): readonly Node[] {
  return steps.reduce((now, [what, under, position]) => {
    const to = { parentId: under < 0 ? null : `c${under}`, position }
    return misplaced(now, `c${what}`, to) ? now : move(now, `c${what}`, to)
  }, codes)
}

describe('whatever is moved', () => {
  it('no code is under itself, and every code is in the tree once', () => {
    fc.assert(
      fc.property(codebooks, moves, (codes, steps) => {
        const moved = moveAll(codes, steps)
        expect(
          inTreeOrder(moved)
            .map(({ code }) => code.id)
            .sort(),
        ).toEqual(codes.map((code) => code.id).sort())
        for (const code of moved) expect(descendants(moved, code.id)).not.toContain(code.id)
      }),
    )
  })

  it('siblings are numbered from 0 without gaps', () => {
    fc.assert(
      fc.property(codebooks, moves, (codes, steps) => {
        const moved = moveAll(codes, steps)
        for (const parent of [null, ...moved.map((code) => code.id)])
          expect(children(moved, parent).map((code) => code.position)).toEqual(
            children(moved, parent).map((_, index) => index),
          )
      }),
    )
  })

  it('a code stands where it was put, and moving it back brings the old tree', () => {
    fc.assert(
      fc.property(codebooks, moves, (codes, steps) => {
        for (const [what, under, position] of steps) {
          const id = `c${what}`
          const to = { parentId: under < 0 ? null : `c${under}`, position }
          const from = placeOf(codes, id)
          if (!from || misplaced(codes, id, to)) continue
          const moved = move(codes, id, to)
          expect(placeOf(moved, id)?.parentId).toBe(to.parentId)
          expect(shape(move(moved, id, from))).toBe(shape(codes))
        }
      }),
    )
  })

  it('a step and its counter-step are one code at its old place', () => {
    fc.assert(
      fc.property(codebooks, fc.nat(13), (codes, what) => {
        const down = stepped(codes, `c${what}`, 'down')
        if (!down) return
        const moved = move(codes, `c${what}`, down)
        const up = stepped(moved, `c${what}`, 'up')
        expect(up && shape(move(moved, `c${what}`, up))).toBe(shape(codes))
      }),
    )
  })
})

describe('counts', () => {
  it('of a parent hold those of its sub-codes, and an interview once', () => {
    const counts = counted(codebook, [
      { codeId: 'milk', interviewId: 'i1', codings: 3 },
      { codeId: 'queues', interviewId: 'i1', codings: 1 },
      { codeId: 'queues', interviewId: 'i2', codings: 2 },
      { codeId: 'trade', interviewId: 'i3', codings: 1 },
    ])
    expect(counts.trade).toEqual({ own: { codings: 1, interviews: 1 }, all: { codings: 7, interviews: 3 } })
    expect(counts.costs).toEqual({ own: { codings: 0, interviews: 0 }, all: { codings: 3, interviews: 2 } })
    expect(counts.identity?.all).toEqual({ codings: 0, interviews: 0 })
  })

  it('of the roots sum up to all codings', () => {
    const uses = fc.array(
      fc.record({
        codeId: fc.nat(13).map((n) => `c${n}`),
        interviewId: fc.nat(5).map(String),
        codings: fc.integer({ min: 1, max: 9 }),
      }),
    )
    fc.assert(
      fc.property(codebooks, uses, (codes, used) => {
        const known = used.filter((use) => codes.some((code) => code.id === use.codeId))
        const counts = counted(codes, known)
        const total = children(codes, null).reduce((sum, code) => sum + (counts[code.id]?.all.codings ?? 0), 0)
        expect(total).toBe(known.reduce((sum, use) => sum + use.codings, 0))
      }),
    )
  })
})
