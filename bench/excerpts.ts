import { everything } from '@/core/excerpts/query'
import { page, type View } from '@/db/excerpts'
import { aCoding } from './a-coding'
import { house } from './house'
import { type Row, timed } from './row'

const PAGE = 50

/** The first page of excerpts. */
export async function rows(): Promise<readonly Row[]> {
  const at = await house()
  const { access, codeIds } = at
  const add = aCoding(at)
  const byCode: View = { grouping: { by: 'code' }, sort: 'place', sentences: 0 }
  const first =
    (query: Partial<typeof everything>, view: View = byCode) =>
    () =>
      page(access, { ...everything, ...query }, view, 0, PAGE)
  const two = codeIds.slice(0, 2)
  return [
    { what: 'Excerpts: first page of all, after a coding was added', runs: await timed(9, first({}), add), aim: 100 },
    { what: 'Excerpts: first page of all', runs: await timed(9, first({})), aim: 100 },
    {
      what: 'Excerpts: first page of all, two sentences around',
      runs: await timed(9, first({}, { ...byCode, sentences: 2 })),
      aim: 100,
    },
    { what: 'Excerpts: first page of one code', runs: await timed(9, first({ any: two.slice(0, 1) })), aim: 100 },
    {
      what: 'Excerpts: first page of one code without another',
      runs: await timed(9, first({ any: two.slice(0, 1), none: two.slice(1) })),
      aim: 100,
    },
    {
      what: 'Excerpts: first page of those that hold a word',
      runs: await timed(5, first({ text: 'граница' })),
      aim: 100,
    },
  ]
}
