import { countables } from '@/core/frequencies/crosstab'
import { count } from '@/db/frequencies'
import { savePlace } from '@/db/reading'
import * as variables from '@/db/variables'
import { aCoding } from './a-coding'
import { house } from './house'
import { type Row, timed } from './row'

/** The table of all codes by section and stakeholder type. */
export async function rows(): Promise<readonly Row[]> {
  const { access, long, ...rest } = await house()
  const by = variables.list(access).slice(0, 2)
  const ask = (counted: (typeof countables)[number]) => () =>
    count(access, { by, count: counted, rollUp: true, interviewers: false, coders: null })
  const add = aCoding({ access, long, ...rest })
  const found: Row[] = []
  for (const counted of countables)
    found.push({
      what: `Frequencies: ${counted}, after a coding was added`,
      runs: await timed(9, ask(counted), add),
      aim: 200,
    })
  const place = (i: number) => savePlace(access, long.interviewId, i)
  return [
    ...found,
    {
      what: 'Frequencies: interviews, after a reading place was kept',
      runs: await timed(9, ask('interviews'), place),
      aim: 200,
    },
    { what: 'Frequencies: interviews, nothing having changed', runs: await timed(9, ask('interviews')), aim: 200 },
  ]
}
