import { carrier } from '@/core/text/carry'
import { editsBetween } from '@/core/text/edits'
import * as codings from '@/db/codings'
import * as corrections from '@/db/corrections'
import * as interviews from '@/db/interviews'
import { read } from '@/db/reading'
import { house } from './house'
import { between, oneOf, type Random, randomFrom } from './random'
import type { Row } from './row'

const LENGTH = 300_000
const CODINGS = 5_000
const RUNS = 7
const EDITS = 100_000

/** Correcting a text of 300,000 characters with 5,000 codings; and random edits, after each of which it is asked whether every passage that was left alone says the same. */
export async function rows(): Promise<readonly Row[]> {
  return [await carried(), edited()]
}

async function carried(): Promise<Row> {
  const { access, codeIds } = await house()
  const sentence = 'Таможню убрали, но потом начались молочные войны, и машины стояли неделями на границе. '
  let text = Array.from({ length: Math.ceil(LENGTH / sentence.length) }, (_, i) => `${i} ${sentence}`)
    .join('')
    .slice(0, LENGTH)
    .trim()
  const { id } = interviews.add(access, {
    name: 'Long',
    file: '',
    read: { text, language: 'ru', turns: [], speakers: [] },
  })
  const { transcriptId } = read(access, id)
  access.db.transaction(() => {
    for (let i = 0; i < CODINGS; i++) {
      const start = Math.floor(((text.length - 600) / CODINGS) * i)
      const end = start + 60 + ((i * 37) % 400)
      codings.add(access, {
        id: crypto.randomUUID(),
        transcriptId,
        codeId: oneOf(() => (i % 97) / 97, codeIds),
        start,
        end,
      })
    }
  })
  const runs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    // Thirty places all over the text, as a proof-reader leaves them.
    for (let i = 0; i < 30; i++) {
      const at = text.indexOf(' ', Math.floor((text.length / 31) * (i + 1)) + run)
      text = `${text.slice(0, at)} (sic)${text.slice(at)}`
    }
    const start = performance.now()
    corrections.correct(access, id, run + 1, { text, turns: [], speakers: [] })
    runs.push(performance.now() - start)
  }
  const kept = codings.inInterview(access, id).length
  if (kept !== CODINGS) throw new Error(`${kept} codings are left of ${CODINGS}`)
  return { what: 'Correcting 300,000 characters in thirty places: 5,000 codings carried over, stored', runs, aim: 300 }
}

type Word = { readonly word: string; readonly origin: number | null }
const words = ['да', 'нет', 'milk', 'wars', 'border', 'мы', 'и', '😀', 'е́', 'x', 'граница', 'the']

function edited(): Row {
  const random = randomFrom(7)
  const begun = performance.now()
  let passages = 0
  for (let edits = 0; edits < EDITS; ) {
    const first = Array.from({ length: between(random, 10, 80) }, () => oneOf(random, words))
    let now: Word[] = first.map((word, origin) => ({ word, origin }))
    const many = between(random, 1, 10)
    for (let i = 0; i < many; i++) now = withOneEdit(random, now)
    edits += many
    passages += checked(first, now)
  }
  return {
    what: `${EDITS.toLocaleString('en')} random edits: ${passages.toLocaleString('en')} passages left alone, all of which say the same`,
    runs: [performance.now() - begun],
    aim: 120_000,
  }
}

function withOneEdit(random: Random, now: readonly Word[]): Word[] {
  const at = between(random, 0, now.length)
  const inserted = Array.from({ length: between(random, 0, 4) }, () => ({
    word: oneOf(random, [...words, 'new']),
    origin: null,
  }))
  return [...now.slice(0, at), ...inserted, ...now.slice(at + between(random, 0, 4))]
}

/** How many runs of words stand as they stood; throws when one of them is carried elsewhere. */
function checked(first: readonly string[], now: readonly Word[]): number {
  const [before, after] = [first.join(' '), now.map(({ word }) => word).join(' ')]
  const carry = carrier(before, after, editsBetween(before, after))
  const starts = first.map((_, i) => first.slice(0, i).join(' ').length + (i > 0 ? 1 : 0))
  let passages = 0
  for (let i = 0; i < now.length; ) {
    const origin = now[i]?.origin ?? null
    let length = 1
    while (origin !== null && now[i + length]?.origin === origin + length) length++
    i += length
    if (origin === null) continue
    const quote = first.slice(origin, origin + length).join(' ')
    const start = starts[origin] ?? 0
    const at = carry({ start, end: start + quote.length })
    if (at.state === 'lost' || after.slice(at.start, at.end) !== quote)
      throw new Error(`“${quote}” became ${JSON.stringify(at)}\n${before}\n${after}`)
    passages++
  }
  return passages
}
