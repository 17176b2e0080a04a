import { eq } from 'drizzle-orm'
import { everything } from '@/core/excerpts/query'
import { parse } from '@/core/search/query'
import { type Access, account, door, enter } from '@/db/access'
import * as codings from '@/db/codings'
import * as excerpts from '@/db/excerpts'
import * as interviews from '@/db/interviews'
import * as masking from '@/db/masking'
import { material } from '@/db/material'
import * as reading from '@/db/reading'
import { members } from '@/db/schema'
import { search } from '@/db/search'
import * as suggested from '@/db/suggested'
import { house } from './house'
import { type Row, timed } from './row'

const names = 'Граница Молоко Закон Рынок Дорога Область Завод Район Школа Таможня'.split(' ')

/** The seeded project masked, its commonest words taken for names: what somebody who may not see names waits for. */
export async function rows(): Promise<readonly Row[]> {
  const { access } = await house()
  for (const name of names)
    masking.addName(access, crypto.randomUUID(), {
      ...{ kind: 'place', spellings: [name.toLowerCase()], pseudonym: 'Ковчег' },
    })
  const on = await timed(1, () => masking.setOn(access, true))
  const queue = await timed(1, () => suggested.queue(access))
  const queueAgain = await timed(5, () => suggested.queue(access))
  const coder = coderOf(access)
  const masked = () => enter(account(door(access.db), coder), access.projectId)
  const entering = await timed(9, masked)
  const first = interviews.list(access)[0]?.id ?? ''
  const opening = await timed(9, () => reading.read(masked(), first))
  const view = { grouping: { by: 'code' }, sort: 'place', sentences: 0 } as const
  const page = () => excerpts.page(masked(), everything, view, 0, 50)
  const firstPage = await timed(1, page)
  const again = await timed(5, page)
  const counted = await timed(1, () => material(masked()))
  const query = parse('ковчег')
  if ('fault' in query) throw new RangeError(query.fault)
  const find = () => search(masked(), query, { values: [], interviewers: true }, { from: 0, limit: 100, unit: 'hit' })
  const ready = await timed(1, find)
  const found = await timed(5, find)
  const seen = reading.read(masked(), first)
  let at = 0
  const adding = await timed(9, () =>
    codings.add(masked(), {
      ...{ id: crypto.randomUUID(), transcriptId: seen.transcriptId, codeId: seen.codes[0]?.id ?? '' },
      ...{ start: at++, end: 200 + at },
    }),
  )
  return [
    { what: 'Masking: switched on, all texts masked anew', runs: on, aim: 15_000 },
    { what: 'Masking: what may be a name in 6,000,000 words', runs: queue, aim: 30_000 },
    { what: 'Masking: the same, nothing having changed', runs: queueAgain, aim: 300 },
    { what: 'Masking: coming in', runs: entering, aim: 20 },
    { what: 'Masking: opening 12,000 words with 400 codings', runs: opening, aim: 100 },
    { what: 'Masking: first page of all excerpts, the first time', runs: firstPage, aim: 1000 },
    { what: 'Masking: first page of all excerpts', runs: again, aim: 100 },
    { what: 'Masking: the material of figures', runs: counted, aim: 200 },
    { what: 'Masking: the first search, all words made ready', runs: ready, aim: 10_000 },
    { what: 'Masking: a search', runs: found, aim: 100 },
    { what: 'Masking: applying a code', runs: adding, aim: 20 },
  ]
}

function coderOf(access: Access): string {
  const all = access.db.select().from(members).where(eq(members.projectId, access.projectId)).all()
  const coder = all.find(({ role }) => role === 'coder')?.userId
  if (coder === undefined) throw new RangeError('The seeded project has no coder')
  return coder
}
