import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import * as reading from '@/db/reading'
import * as rounds from '@/db/rounds'
import { crawled, places } from './crawl'
import { expect, joined, person, project, signIn, test } from './house'

test('no page or file of a project shows a coder what a colleague coded in an open blind round, and all show it after', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const olga = person('Olga')
  const access = project(olga)
  const [anna, boris] = [person('Anna'), person('Boris')]
  const [a, b] = [joined(access, anna, 'coder'), joined(access, boris, 'coder')]
  const interview = interviews.add(access, {
    ...{ name: 'I-1', file: '', values: {} },
    read: { text: 'They check the milk again. Nobody knows why.', language: 'en', turns: [], speakers: [] },
  }).id
  const codeId = codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'milk wars' }).id
  const round = rounds.add(access, {
    ...{ name: 'Pilot', blind: true, due: null, rule: null, groups: [] },
    assignments: [a, b].map(({ userId }) => ({ interviewId: interview, coderId: userId })),
  })
  const { transcriptId } = reading.read(b, interview)
  const id = crypto.randomUUID()
  codings.add(b, { id, transcriptId, codeId, start: 5, end: 19, comment: 'MARKER-OF-BORIS' })

  await signIn(page, anna)
  const start = `/projects/${access.projectId}`
  const shows = async () => {
    const answers = await crawled(page, start)
    const found = [...answers].filter(([, body]) => body.includes('MARKER-OF-BORIS') || body.includes(id))
    // None of the places is empty: what answers with nothing would hide whatever is there.
    const silent = places.filter((place) => !answers.get(`${start}/${place}`))
    return { silent, many: answers.size, found: found.map(([path]) => path) }
  }
  const during = await shows()
  expect(during.many).toBeGreaterThan(15)
  expect(during.silent).toEqual([])
  expect(during.found).toEqual([])

  for (const who of [a, b]) rounds.setDone(who, round.id, interview, true)
  expect((await shows()).found).toEqual([])
  rounds.close(access, round.id, rounds.get(access, round.id).version)
  // The same crawl finds it once it may be seen: so it looks where it would be.
  expect((await shows()).found).toContain(`${start}/interviews/${interview}`)
})
