import { parse, type Query } from '@/core/search/query'
import { Vocabulary } from '@/core/search/vocabulary'
import * as interviews from '@/db/interviews'
import { search } from '@/db/search'
import { house } from './house'
import { type Row, timed } from './row'

const PAGE = { from: 0, limit: 100, unit: 'hit' } as const
const EVERYWHERE = { values: [], interviewers: true }

/** Searching the transcripts of 1,000 interviews, of 6,000 words each in the seeded project, and getting their words ready. */
export async function rows(): Promise<readonly Row[]> {
  const { access } = await house()
  const texts = interviews
    .list(access)
    .slice(0, 100)
    .map(({ id }) => interviews.text(access, id).text)
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 2 ** 20
  const reading = await timed(5, () => {
    const vocabulary = new Vocabulary()
    for (const text of texts) vocabulary.read(text)
  })
  const first = await timed(1, () => search(access, asked('граница'), EVERYWHERE, PAGE))
  const queries = ['граница', '"молоко и"', 'закон NEAR/5 граница', 'тамож* -рынок', 'никтоэтогонеговорил']
  const found: Row[] = []
  for (const query of queries) {
    const { searched, total } = search(access, asked(query), EVERYWHERE, PAGE)
    const runs = await timed(9, () => search(access, asked(query), EVERYWHERE, PAGE))
    found.push({ what: `Search for ${query}: ${total} hits in ${searched} interviews`, runs, aim: 100 })
  }
  return [
    { what: 'Search: words made ready, a megabyte of text', runs: reading.map((ms) => ms / megabytes), aim: 1000 },
    { what: 'Search: the first after a start, all 1,000 made ready', runs: first, aim: 3000 },
    ...found,
  ]
}

function asked(given: string): Query {
  const query = parse(given)
  if ('fault' in query) throw new RangeError(query.fault)
  return query
}
