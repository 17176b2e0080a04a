import { reference } from '@/core/excerpts/reference'
import type { Desk, DeskItem } from '@/core/quotes/desk'
import { type QuoteDocument, type QuoteWords, quoteDocument } from '@/core/quotes/document'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import * as desks from '@/db/quote-desks'
import * as quotes from '@/db/quotes'
import * as variables from '@/db/variables'
import { quoteExporters } from '@/formats/quotes'
import { house } from './house'
import { type Row, timed } from './row'

const MANY = 10_000

const column = {
  ...{ level: 'Level', heading: 'Heading', number: 'No.', quote: 'Quote', translation: 'Translation' },
  ...{ reference: 'Reference', consent: 'Consent', code: 'Code', interview: 'Interview', quotes: 'Quotes' },
}
const words: QuoteWords = {
  ...{ language: 'ru-RU', title: 'Quotes', subtitle: ['10,000 quotes'], notice: null, column },
  ...{ matrix: 'Matrix', interviews: 'Interviews', noValue: 'no value', total: 'Total' },
  beside: ({ language }) => language,
  instead: ({ language }) => language,
}

/** A quote desk of 10,000 quotes as a file, and how much memory that takes beside the quotes. */
export async function rows(): Promise<readonly Row[]> {
  const { access } = await house()
  const ids: string[] = []
  for (const interview of interviews.list(access)) {
    if (ids.length >= MANY) break
    ids.push(...codings.inInterview(access, interview.id).map((coding) => coding.id))
  }
  const id = desks.add(access, { id: crypto.randomUUID(), name: 'Quotes' }).id
  const putting = await timed(1, () => quotes.quote(access, id, ids.slice(0, MANY)))
  const known = variables.list(access)
  let desk: Desk = quotes.read(access, id)
  const reading = await timed(3, () => {
    desk = quotes.read(access, id)
  })
  const headed = desk.items.flatMap((item, i): readonly DeskItem[] =>
    i % 100 === 0 ? [{ kind: 'heading', id: `h${i}`, level: 1 + (i % 3), text: `Heading ${i}` }, item] : [item],
  )
  const printing = { variables: known, codes: [], cite: reference('({interview})', known).cite, consent: null, words }
  const document = (of: readonly DeskItem[]) =>
    quoteDocument({ ...desk, items: of, matrixBy: known[0]?.id ?? null }, printing)
  const whole = document(headed)
  const tenth = document(headed.slice(0, headed.length / 10))
  const made: Row[] = []
  for (const exporter of quoteExporters) {
    const write = (of: QuoteDocument) => exporter.write(of)
    const runs = await timed(3, () => write(whole))
    const aim = exporter.id === 'docx' ? 10_000 : 3000
    made.push({ what: `Quotes: ${MANY} as ${exporter.name}`, runs, aim })
    if (exporter.id === 'docx' || exporter.id === 'xlsx')
      process.stderr.write(
        `${exporter.name}: memory at most ${await peak(() => write(tenth))} MB more for a tenth, ${await peak(() => write(whole))} MB more for all\n`,
      )
  }
  return [
    { what: `Quotes: ${MANY} put on a desk`, runs: putting, aim: 3000 },
    { what: `Quotes: a desk of ${MANY} read`, runs: reading, aim: 1000 },
    ...made,
  ]
}

/** By how many megabytes the heap and what hangs on it grows at most while something runs, looked at every 5 ms and at its end. */
async function peak(run: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.()
  const used = () => {
    const { heapUsed, external, arrayBuffers } = process.memoryUsage()
    return heapUsed + external + arrayBuffers
  }
  const before = used()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, used())
  }, 5)
  const result = await run()
  most = Math.max(most, used())
  clearInterval(timer)
  return result === undefined ? 0 : Math.round((most - before) / 1e6)
}
