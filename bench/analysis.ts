import type { Choice } from '@/core/analysis/choice'
import type { MeetingUnit } from '@/core/analysis/co-occurrence'
import { isStopWord } from '@/core/analysis/stop-words'
import * as analysis from '@/db/analysis'
import * as words from '@/db/words'
import { aCoding } from './a-coding'
import { house } from './house'
import { type Row, timed } from './row'

/** Codes by codes over 100,000 codings: as the page shows them, and with every code; then the other analyses. */
export async function rows(): Promise<readonly Row[]> {
  const at = await house()
  const { access, codeIds } = at
  const add = aCoding(at)
  const usual: Choice = { codes: [], most: 12, rollUp: false, interviewers: false, coders: [], values: [] }
  const every: Choice = { ...usual, codes: codeIds }
  const meet = (choice: Choice, unit: MeetingUnit) => () => analysis.meet(access, choice, { unit, words: 20 })
  const said = () => words.count(access, { values: [], interviewers: false, group: null, left: isStopWord })
  const row = async (what: string, run: () => unknown, before?: (index: number) => unknown): Promise<Row> => ({
    what,
    runs: await timed(7, run, before),
    aim: 300,
  })
  return [
    await row('Co-occurrence: overlap, after a coding was added', meet(usual, 'overlap'), add),
    await row('Co-occurrence: overlap', meet(usual, 'overlap')),
    await row('Co-occurrence: within 20 words', meet(usual, 'near')),
    await row('Co-occurrence: same turn', meet(usual, 'turn')),
    await row('Co-occurrence: same interview', meet(usual, 'interview')),
    await row(`Co-occurrence: overlap, all ${codeIds.length} codes`, meet(every, 'overlap')),
    await row('Sequence', () => analysis.followed(access, usual, 100)),
    await row('Saturation', () =>
      analysis.saturated(access, usual, { by: 'coding' }, null, { base: 4, run: 2, threshold: 0.05 }),
    ),
    { what: 'Words: the first after a start, all texts made ready', runs: await timed(1, said), aim: 5000 },
    await row('Words: six million, by stem', said),
  ]
}
