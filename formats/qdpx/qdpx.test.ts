import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { codingCount, type ExchangeCode, type ExchangeProject, flatCodes } from '@/core/exchange/project'
import { canValidate, fixture, invalid } from '../qda/testing'
import { legible } from '../qda/write-xml'
import { qdc, qdcExporter } from '../qdc'
import { qdpx } from './index'
import { origins, type QdpxVariant, writeQdpx } from './write'

async function read(bytes: Uint8Array, name = 'a.qdpx') {
  const reading = await qdpx.read(name, bytes, undefined)
  if ('refused' in reading) throw new Error(reading.refused.key)
  return { ...reading.value, notes: reading.notes }
}

const have = (name: string) => {
  const bytes = fixture(name)
  if (bytes === null) throw new Error(`no fixture ${name}`)
  return bytes
}
const absent = fixture('qc-1.3.2-demo.qdpx') === null

describe.skipIf(absent)('projects of other programs (needs ../shared/fixtures/refi)', () => {
  test('have the counts of their manifest', async () => {
    const counts = async (name: string) => {
      const { seen, project } = await read(have(name))
      return [
        ...[seen.sources, seen.codes, seen.selections, seen.codings, seen.users],
        project.sources.reduce((sum, source) => sum + codingCount(source), 0),
      ]
    }
    expect(await counts('nvivo12win-scrubbed.qdpx')).toEqual([2, 152, 303, 303, 2, 303])
    expect(await counts('qc-1.3.2-demo.qdpx')).toEqual([2, 262, 158, 205, 1, 205])
    expect(await counts('qualcoder-ru-emoji.qdpx')).toEqual([2, 7, 10, 9, 2, 9])
    expect(await counts('atlasti8-mac-standard-project.qdpx')).toEqual([12, 14, 15, 16, 3, 0])
  })

  test('NVivo counts in UTF-16: nearly every selection is whole paragraphs', async () => {
    const { project, notes } = await read(have('nvivo12win-scrubbed.qdpx'))
    const taken = notes.filter(({ key }) => key === 'qdaReading').map(({ values }) => values.unit)
    expect(taken).toEqual(['utf16'])
    let whole = 0
    for (const { text, selections } of project.sources)
      for (const { start, end } of selections) {
        const opens = /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, start - 4), start)) || start === 0
        const closes = text[end - 1] === '\n' || /^\s*(?:\n|$)/u.test(text.slice(end, end + 4))
        if (opens && closes) whole++
      }
    expect(whole).toBeGreaterThanOrEqual(281)
  })

  test('QualCoder counts in UTF-16: every selection says what its name says, emoji before it or not', async () => {
    const { project, notes } = await read(have('qualcoder-ru-emoji.qdpx'))
    const [source] = project.sources
    expect(source?.selections.map(({ start, end }) => source.text.slice(start, end))).toContain('👋 Расскажите')
    expect(notes.find(({ key }) => key === 'qdaReading')?.values).toMatchObject({
      unit: 'utf16',
      quoted: 9,
      agreeing: 9,
    })
    const perCoder = project.users.map(
      ({ id }) =>
        project.sources
          .flatMap((one) => one.selections)
          .flatMap((one) => one.codings)
          .filter((one) => one.userId === id).length,
    )
    expect(perCoder).toEqual([5, 4])
  })

  test('qc counts code points; its selections are whole lines', async () => {
    const { project, notes } = await read(have('qc-1.3.2-demo.qdpx'))
    expect(notes.find(({ key }) => key === 'qdaReading')?.values).toMatchObject({ unit: 'codepoint', end: 'exclusive' })
    for (const { text, selections } of project.sources)
      for (const { start } of selections) expect(start === 0 || text[start - 1] === '\n').toBe(true)
  })

  test('what ATLAS.ti has and we cannot keep is named', async () => {
    const { notes } = await read(have('atlasti8-mac-standard-project.qdpx'))
    const told = notes.map(({ key, values }) => [key, values.what ?? values.source ?? values.names].join(' '))
    expect(told).toEqual(
      expect.arrayContaining([
        'qdaTextMissing Mabel.txt',
        'qdaLeftOut picture',
        'qdaLeftOut audio',
        'qdaLeftOut video',
        'qdaLeftOut pdf',
      ]),
    )
    expect(told.some((one) => one.startsWith('qdaLinks'))).toBe(true)
    expect(told.some((one) => one.startsWith('qdaGraphs'))).toBe(true)
  })

  test('a codebook of QualCoder and that of the standard', async () => {
    for (const [name, count, folders] of [
      ['qualcoder-codebook.qdc', 7, 2],
      ['spec-a1-codebook.qdc', 6, 2],
    ] as const) {
      const reading = await qdc.read(name, have(name), undefined)
      const codes = 'value' in reading ? flatCodes(reading.value.codes) : []
      expect(codes.length).toBe(count)
      expect(codes.filter(({ code }) => !code.codable).length).toBe(folders)
    }
  })

  test('each that is cut or has wrong bits is read or refused', async () => {
    let seed = 7
    const next = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed / 2147483648
    }
    for (const name of ['qualcoder-ru-emoji.qdpx', 'atlasti8-mac-standard-project.qdpx', 'qualcoder-codebook.qdc'])
      for (let run = 0; run < 60; run++) {
        const whole = have(name)
        const importer = name.endsWith('.qdc') ? qdc : qdpx
        // Half of the runs break what is inside, where no check sum protects it.
        const inner = run % 2 === 0 || importer === qdc ? null : unzipSync(whole)
        const main = inner ? Object.keys(inner).find((path) => path.endsWith('.qde')) : undefined
        const bytes = Uint8Array.from(inner && main ? (inner[main] ?? whole) : whole)
        const broken = run % 3 === 0 ? bytes.slice(0, Math.floor(next() * bytes.length)) : bytes
        for (let flips = Math.floor(next() * 6); flips >= 0 && broken.length > 0; flips--) {
          const at = Math.floor(next() * broken.length)
          broken[at] = (broken[at] ?? 0) ^ (1 << Math.floor(next() * 8))
        }
        const reading = await importer.read(
          name,
          inner && main ? zipSync({ ...inner, [main]: broken }) : broken,
          undefined,
        )
        expect('refused' in reading || 'value' in reading).toBe(true)
      }
  })
})

describe('hostile projects', () => {
  const project = (xml: string) => zipSync({ 'project.qde': strToU8(xml) })
  const refused = async (bytes: Uint8Array) => {
    const reading = await qdpx.read('x.qdpx', bytes, undefined)
    return 'refused' in reading ? reading.refused.key : null
  }
  test('entities, depth, another root, and a list that is not there are refused', async () => {
    expect(await refused(project('<!DOCTYPE Project [<!ENTITY a "ha">]><Project name="&a;"/>'))).toBe('qdaDamaged')
    expect(await refused(project(`<Project>${'<Code>'.repeat(100_000)}`))).toBe('qdaDamaged')
    expect(await refused(project('<Something/>'))).toBe('qdaNoProject')
    expect(await refused(zipSync({ 'a.txt': strToU8('a') }))).toBe('qdaNoProject')
    expect(await refused(strToU8('no zip at all'))).toBe('qdaNoProject')
  })
  test('a path leads to nothing outside of the file', async () => {
    const bytes = zipSync({
      'project.qde': strToU8(
        '<Project name="x"><Sources><TextSource guid="a" name="t" plainTextPath="absolute:///etc/passwd"/></Sources></Project>',
      ),
    })
    const reading = await qdpx.read('x.qdpx', bytes, undefined)
    expect('value' in reading && reading.value.project.sources).toEqual([])
    expect('value' in reading && reading.notes.map(({ key }) => key)).toEqual(['qdaTextMissing'])
  })
})

const guid = fc.uuid()
const label = fc
  .oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom('a "b" <c> & \'d\'', 'Ё😀', ' x\ty '))
  .map((words) =>
    legible(words)
      .replace(/[\n\r]/gu, '')
      .normalize('NFC'),
  )
const body = fc
  .array(
    fc.constantFrom(
      'слово',
      'a',
      ' ',
      '\n',
      '😀',
      'e\u0301',
      '👩‍👩‍👧',
      '.',
      '<b>',
      '&',
      '각',
      '\u00ad',
      '\t',
      'x\u0323\u0301',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((pieces) => pieces.join('').normalize('NFC'))
const time = fc.option(fc.integer({ min: 0, max: 4e12 }))

const codeTree = (depth: number): fc.Arbitrary<ExchangeCode> =>
  fc.record({
    id: guid,
    name: label,
    codable: fc.boolean(),
    colour: fc.option(fc.constantFrom('#12ab9f', '#000000')),
    description: fc.oneof(fc.constant(''), label),
    noteIds: fc.constant<readonly string[]>([]),
    codes:
      depth === 0
        ? fc.constant<readonly ExchangeCode[]>([])
        : fc.array(codeTree(depth - 1), { maxLength: depth > 7 ? 2 : 1 }),
  })

const someProject: fc.Arbitrary<ExchangeProject> = fc
  .record({
    ...{ name: label, description: label, codes: fc.array(codeTree(9), { minLength: 1, maxLength: 3 }) },
    users: fc.array(fc.record({ id: guid, name: label, email: fc.constantFrom('', 'a@b.org') }), {
      minLength: 1,
      maxLength: 3,
    }),
    variables: fc.array(
      fc.record({ id: guid, name: label, type: fc.constantFrom('Text', 'Float', 'Date'), description: label }),
      { maxLength: 3 },
    ),
    notes: fc.array(
      fc.record({ id: guid, name: label, text: fc.oneof(fc.constant(''), body), userId: fc.constant(null), at: time }),
      { maxLength: 3 },
    ),
    texts: fc.array(
      fc.record({
        ...{ id: guid, name: label, description: label, text: body, at: time },
        spots: fc.array(
          fc.tuple(guid, guid, fc.nat(), fc.nat(), fc.nat(), fc.nat(), time, fc.oneof(fc.constant(''), body)),
          { maxLength: 8 },
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    setName: label,
    ...{ setId: guid, caseId: guid },
  })
  .map(({ texts, setName, setId, caseId, ...project }) => {
    const codes = flatCodes(project.codes)
    const codeAt = (n: number) => codes[n % codes.length]?.code.id ?? ''
    const userAt = (n: number) => project.users[n % project.users.length]?.id ?? null
    const noteIds = project.notes.map(({ id }) => id)
    const values = project.variables.map(({ id, type }) => ({
      variableId: id,
      value: type === 'Float' ? '2.5' : type === 'Date' ? '2016-05-31' : 'a <b>',
    }))
    const sources = texts.map(({ spots, ...source }) => ({
      ...source,
      userId: userAt(0),
      noteIds,
      values,
      codings: spots
        .slice(0, 1)
        .map(([id, , a, b, , , at]) => ({ id, codeId: codeAt(a), userId: userAt(b), at, noteIds: [] })),
      selections: spots.map(([id, codingId, a, b, code, user, at, comment]) => {
        const [x, y] = [place(source.text, a), place(source.text, b)]
        const userId = userAt(user)
        const codings = [{ id: codingId, codeId: codeAt(code), userId, at, noteIds: [] }]
        return { id, start: Math.min(x, y), end: Math.max(x, y), comment, userId, at, codings, noteIds }
      }),
    }))
    const sourceIds = sources.map(({ id }) => id)
    const sets = [{ id: setId, name: setName, description: '', codeIds: [codeAt(0)], sourceIds, noteIds }]
    const cases = [{ id: caseId, name: setName, description: 'x', values, sourceIds }]
    return { ...project, origin: 'Interlinear', noteIds, sources, sets, cases }
  })

// Never inside of a character.
function place(text: string, n: number): number {
  const at = n % (text.length + 1)
  return /[\udc00-\udfff]/u.test(text.charAt(at)) || text.charCodeAt(at) >> 10 === 0x37 ? at - 1 : at
}

describe('a project that is written', () => {
  test('reads the same, and written again is the same', async () => {
    await fc.assert(
      fc.asyncProperty(someProject, fc.constantFrom<QdpxVariant>('standard', 'nvivo'), async (project, variant) => {
        const told = { ...project, origin: origins[variant] }
        const bytes = writeQdpx(told, variant).bytes
        const { project: back } = await read(bytes)
        expect(back).toEqual(told)
        expect(Buffer.compare(writeQdpx(back, variant).bytes, bytes)).toBe(0)
      }),
      { numRuns: 150, seed: 5, endOnFailure: true },
    )
  })

  test.skipIf(!canValidate)(
    'is valid against the official schemas (needs ../shared/refi-qda and xmllint)',
    async () => {
      await fc.assert(
        fc.asyncProperty(someProject, async (project) => {
          const qde = unzipSync(writeQdpx(project).bytes)['project.qde']
          expect(qde && invalid(qde, 'Project')).toBe('')
          expect(invalid((await qdcExporter.write(project)).bytes, 'Codebook')).toBe('')
        }),
        { numRuns: 25, seed: 6, endOnFailure: true },
      )
      const empty = {
        name: '',
        origin: '',
        description: '',
        users: [],
        codes: [],
        variables: [],
        cases: [],
        sources: [],
        notes: [],
        noteIds: [],
        sets: [],
      }
      const qde = unzipSync(writeQdpx(empty).bytes)['project.qde']
      expect(qde && invalid(qde, 'Project')).toBe('')
    },
  )

  test('counts positions in code points, or in UTF-16 for NVivo and QualCoder', () => {
    const selection = { id: 'b', start: 3, end: 5, comment: '', userId: null, at: null, codings: [], noteIds: [] }
    const source = {
      id: 'a',
      name: 's',
      description: '',
      text: '😀 ab',
      userId: null,
      at: null,
      selections: [selection],
      codings: [],
      noteIds: [],
      values: [],
    }
    const project = {
      name: 'p',
      origin: '',
      description: '',
      users: [],
      codes: [],
      variables: [],
      cases: [],
      sources: [source],
      notes: [],
      noteIds: [],
      sets: [],
    }
    const xml = (variant: QdpxVariant) =>
      strFromU8(unzipSync(writeQdpx(project, variant).bytes)['project.qde'] ?? new Uint8Array())
    expect(xml('standard')).toContain('name="ab" startPosition="2" endPosition="4"')
    expect(xml('nvivo')).toContain('name="ab" startPosition="3" endPosition="5"')
  })
})
