import { scryptSync } from 'node:crypto'
import { fold } from '@/core/text/fold'
import { interviewerWords } from '@/core/text/interviewer-words'
import { wordOffsets, wordRange } from '@/core/text/words'
import type { Db } from '@/db/open'
import * as tables from '@/db/schema'
import { between, idFrom, oneOf, type Random, randomFrom } from './random'
import { type Language, phrase, transcript } from './text'

/** How large the seeded project is. The first interview is the long one; the others have about `words` words each. */
export const size = {
  ...{ seed: 20140901, interviews: 1000, codes: 500, codings: 100_000, coders: 20, words: 6000 },
  long: { words: 12_000, codings: 400 },
} as const

/** With whom one signs in; the project has one owner, who codes too. */
export const owner = { email: 'coder-1@example.org', password: 'measured and found' } as const

const EPOCH = Date.UTC(2018, 0, 1)

/** Fills an empty, migrated database with the project. The same rows every time. */
export function seed(db: Db): void {
  const random = randomFrom(size.seed)
  db.$client.pragma('synchronous = OFF')
  db.transaction(() => {
    const projectId = idFrom(random)
    const coders = people(db, random, projectId)
    const values = variablesOf(db, random, projectId)
    const codes = codebook(db, random, projectId)
    let left = size.codings
    for (let i = 0; i < size.interviews; i++) {
      const long = i === 0
      const wanted = long ? size.long.codings : Math.round(left / (size.interviews - i))
      const at = interview(db, random, { projectId, number: i + 1, words: long ? size.long.words : aboutWords(random) })
      db.insert(tables.interviewValues)
        .values(values(random).map((value) => ({ ...value, interviewId: at.id })))
        .run()
      coded(db, random, {
        ...at,
        projectId,
        codes,
        coders: coders.slice(0, 1).concat(some(random, coders.slice(1), between(random, 0, 3))),
        wanted,
      })
      left -= wanted
    }
  })
  db.$client.pragma('synchronous = FULL')
  db.$client.exec('analyze')
}

function aboutWords(random: Random): number {
  return between(random, size.words / 2, size.words * 1.5)
}

function some<T>(random: Random, list: readonly T[], count: number): T[] {
  return [...list]
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ one }) => one)
}

function people(db: Db, random: Random, projectId: string): readonly string[] {
  const consensusId = idFrom(random)
  db.insert(tables.users).values({ id: consensusId, name: 'Consensus', kind: 'consensus' }).run()
  db.insert(tables.projects).values({ id: projectId, name: 'Measured', consensusId, createdAt: EPOCH }).run()
  const salt = Buffer.from('of no importance')
  // Cheap on purpose: the form of the hash carries its own cost, and this house is never open to anybody.
  const key = scryptSync(owner.password, salt, 32, { N: 1024, r: 8, p: 1 })
  const passwordHash = ['scrypt', 1024, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$')
  return Array.from({ length: size.coders }, (_, i) => {
    const id = idFrom(random)
    db.insert(tables.users)
      .values({ id, name: `Coder ${i + 1}`, email: `coder-${i + 1}@example.org`, passwordHash })
      .run()
    db.insert(tables.members)
      .values({ projectId, userId: id, role: i === 0 ? 'owner' : 'coder', createdAt: EPOCH + i })
      .run()
    return id
  })
}

type Value = { readonly variableId: string; readonly value: string }

function variablesOf(db: Db, random: Random, projectId: string): (random: Random) => Value[] {
  const declared = [
    { name: 'Section', kind: 'category', categories: ['RU-BY', 'RU-KZ'] },
    { name: 'Stakeholder type', kind: 'category', categories: ['official', 'business', 'non-profit'] },
    { name: 'Region', kind: 'text', categories: [] },
    { name: 'Year', kind: 'number', categories: [] },
  ] as const
  const made = declared.map((variable, position) => {
    const id = idFrom(random)
    db.insert(tables.variables)
      .values({
        ...variable,
        id,
        projectId,
        position,
        nameKey: fold(variable.name),
        categories: [...variable.categories],
      })
      .run()
    return { ...variable, id }
  })
  const valueFor = (random: Random, { name, categories }: (typeof declared)[number]): string => {
    if (name === 'Region') return `Region ${between(random, 1, 13)}`
    return name === 'Year' ? String(between(random, 2014, 2019)) : oneOf(random, categories)
  }
  return (random) => made.map((variable) => ({ variableId: variable.id, value: valueFor(random, variable) }))
}

/** Twenty codes at the top, four under each, and under each of those as many as are left to make. */
function codebook(db: Db, random: Random, projectId: string): readonly string[] {
  const ids: string[] = []
  const children = new Map<string | null, number>()
  const top = 20
  const middle = top * 5
  for (let i = 0; i < size.codes; i++) {
    const id = idFrom(random)
    const parentId = i < top ? null : ids[i < middle ? (i - top) % top : top + ((i - middle) % (middle - top))]
    if (parentId === undefined) throw new RangeError('a code stands under one made before it')
    const position = children.get(parentId) ?? 0
    children.set(parentId, position + 1)
    const name = `${phrase(random, i % 2 ? 'ru' : 'en', 2)} ${i + 1}`
    const [definition, include, exclude, example] = Array.from({ length: 4 }, () =>
      phrase(random, i % 2 ? 'ru' : 'en', 12),
    )
    db.insert(tables.codes)
      .values({
        ...{ id, projectId, parentId, name, nameKey: fold(name), position, colour: i % 12, createdAt: EPOCH },
        ...{ definition: definition ?? '', include: include ?? '', exclude: exclude ?? '', example: example ?? '' },
      })
      .run()
    ids.push(id)
  }
  return ids
}

type Interview = {
  readonly id: string
  readonly transcriptId: string
  readonly text: string
  readonly words: Uint32Array
}

function interview(db: Db, random: Random, of: { projectId: string; number: number; words: number }): Interview {
  const language: Language = of.number % 3 === 0 ? 'en' : 'ru'
  const read = transcript(random, language, of.words)
  const words = wordOffsets(read.text)
  const [id, transcriptId] = [idFrom(random), idFrom(random)]
  const name = `Interview ${String(of.number).padStart(4, '0')}`
  const createdAt = EPOCH + of.number
  db.insert(tables.interviews)
    .values({ id, projectId: of.projectId, name, nameKey: fold(name), language, file: `${name}.txt`, createdAt })
    .run()
  const speakers = read.speakers.map((speaker, position) => ({
    ...speaker,
    position,
    interviewId: id,
    id: idFrom(random),
  }))
  db.insert(tables.speakers).values(speakers).run()
  const turns = read.turns.map((turn) => ({ ...turn, speaker: speakers[turn.speaker ?? -1]?.id ?? null }))
  db.insert(tables.transcripts)
    .values({
      ...{ id: transcriptId, interviewId: id, text: read.text, turns, length: read.text.length },
      ...{ words: words.length / 2, interviewerWords: [...interviewerWords(words, read)], createdAt },
    })
    .run()
  return { id, transcriptId, text: read.text, words }
}

type Wanted = Interview & {
  readonly projectId: string
  readonly codes: readonly string[]
  readonly coders: readonly string[]
  readonly wanted: number
}

/** Puts codings on an interview. Coders find about the same passages: every place is marked by all of them, with ends moved a little. */
function coded(db: Db, random: Random, of: Wanted): void {
  const rows = new Map<string, typeof tables.codings.$inferInsert>()
  const last = of.words.length / 2
  while (rows.size < of.wanted) {
    const from = between(random, 0, last - 80)
    const long = between(random, 8, 60)
    // A few codes are frequent, most are rare.
    const codeId = of.codes[Math.floor(of.codes.length * random() ** 2)] ?? ''
    for (const coderId of of.coders) {
      const first = from + between(random, 0, 5)
      const start = of.words[first * 2] ?? 0
      const end = of.words[(first + long + between(random, 0, 5)) * 2 + 1] ?? of.text.length
      const key = [coderId, codeId, start, end].join()
      const range = wordRange(of.words, start, end)
      if (rows.size === of.wanted || rows.has(key)) continue
      const at = EPOCH + rows.size
      rows.set(key, {
        ...{ id: idFrom(random), transcriptId: of.transcriptId, codeId, coderId, start, end },
        ...{ quote: of.text.slice(start, end), wordStart: range.from, wordEnd: range.to, createdAt: at, updatedAt: at },
      })
    }
  }
  const all = [...rows.values()]
  for (let i = 0; i < all.length; i += 500) {
    const part = all.slice(i, i + 500)
    db.insert(tables.codings).values(part).run()
    db.insert(tables.events)
      .values(
        part.map(({ quote: _q, wordStart: _s, wordEnd: _e, updatedAt: _u, ...after }) => ({
          ...{
            projectId: of.projectId,
            userId: after.coderId,
            at: after.createdAt,
            kind: 'coding.add',
            subject: after.id,
          },
          after: { ...after, comment: '', weight: null },
        })),
      )
      .run()
  }
}
