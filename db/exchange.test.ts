import { describe, expect, test } from 'vitest'
import { colourSlots } from '@/core/codebook/colour'
import { nearestSlot, slotHex } from '@/core/exchange/colour'
import { codeWords, describedCode } from '@/core/exchange/description'
import type { ExchangeProject } from '@/core/exchange/project'
import type { Access } from './access'
import { archive, restoreArchive } from './archive'
import { list as listCodes } from './code-rows'
import * as codes from './codes'
import * as codings from './codings'
import { whole } from './exchange-export'
import { bring } from './exchange-import'
import { turns } from './exchange-turns'
import * as interviews from './interviews'
import * as members from './members'
import * as projects from './projects'
import { Forbidden, Refusal } from './refusal'
import { events, transcripts } from './schema'
import { person, testDb, testHouse } from './testing'
import * as variables from './variables'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const code = (n: number, name: string, under: ExchangeProject['codes'] = []) => ({
  ...{ id: id(n), name, codable: true, colour: '#ff0000', description: 'D\n\nInclude: I', noteIds: [], codes: under },
})
const coding = (n: number, codeId: string, userId: string | null) => ({ id: id(n), codeId, userId, at: 5, noteIds: [] })

const project: ExchangeProject = {
  ...{ name: 'Other', origin: 'NVivo', description: '', noteIds: [] },
  notes: [
    { id: id(80), name: 'On the code', text: 'a\nb', userId: id(2), at: 5 },
    { id: id(81), name: '', text: 'On nothing', userId: null, at: 5 },
  ],
  users: [
    { id: id(1), name: 'anna', email: '' },
    { id: id(2), name: 'Somebody', email: '' },
  ],
  codes: [code(10, 'trade', [{ ...code(11, 'milk'), noteIds: [id(80)] }, code(12, 'Milk')]), code(13, 'trade')],
  variables: [
    { id: id(20), name: 'section', type: 'Text', description: '' },
    { id: id(21), name: 'year', type: 'Float', description: '' },
  ],
  cases: [
    {
      id: id(30),
      name: 'Case A',
      description: '',
      values: [{ variableId: id(21), value: '2016' }],
      sourceIds: [id(40)],
    },
  ],
  sources: [
    {
      ...{
        id: id(40),
        name: 'Int 1.docx',
        description: '',
        text: 'И: Да?\nР: 😀 нет.',
        userId: null,
        at: null,
        noteIds: [],
      },
      values: [{ variableId: id(20), value: 'RU-KZ' }],
      codings: [coding(53, id(13), null)],
      selections: [
        {
          id: id(60),
          start: 10,
          end: 12,
          comment: 'why',
          userId: id(1),
          at: 5,
          noteIds: [],
          codings: [coding(50, id(11), id(1))],
        },
        {
          id: id(61),
          start: 10,
          end: 12,
          comment: '',
          userId: id(2),
          at: 5,
          noteIds: [],
          codings: [coding(51, id(12), id(2))],
        },
        {
          id: id(62),
          start: 3,
          end: 3,
          comment: '',
          userId: id(2),
          at: 5,
          noteIds: [],
          codings: [coding(52, id(12), id(2))],
        },
      ],
    },
  ],
  sets: [
    { id: id(70), name: 'section: RU-KZ', description: '', codeIds: [], sourceIds: [id(40)], noteIds: [] },
    { id: id(71), name: 'Pilot', description: '', codeIds: [id(10)], sourceIds: [id(40)], noteIds: [] },
  ],
}

const coded = (access: Access, interviewId: string) =>
  codings.inInterview(access, interviewId).map(({ quote, comment }) => [quote, comment].join('|'))

describe('a project of another program', () => {
  test('comes in whole: users matched by name, codes by path, cases and sets as values, the rest named', () => {
    const house = testHouse()
    const brought = bring(house.owner, project)
    expect(brought).toMatchObject({ codes: 4, codings: 3, users: 2 })
    const [interview] = brought.interviews
    expect(interview?.name).toBe('Int 1')
    expect(coded(house.coder, interview?.id ?? '').sort()).toEqual(['И: Да?\nР: 😀 нет.|', '😀|why', '😀|'].sort())
    const byAnna = codings
      .inInterview(house.owner, interview?.id ?? '')
      .filter((one) => one.coderId === house.coder.userId)
    expect(byAnna.length).toBe(1)
    expect(
      listCodes(house.owner)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Milk (2)', 'milk', 'trade', 'trade (2)'])
    expect(listCodes(house.owner).find(({ name }) => name === 'milk')).toMatchObject({ definition: 'D', include: 'I' })
    const names = new Map(variables.list(house.owner).map((one) => [one.id, one.name]))
    const values = Object.entries(interviews.list(house.owner)[0]?.values ?? {}).map(([key, value]) => [
      names.get(key),
      value,
    ])
    expect(Object.fromEntries(values)).toEqual({ section: 'RU-KZ', year: '2016', sets: 'Pilot', case: 'Case A' })
    expect(variables.list(house.owner).find(({ name }) => name === 'section')?.kind).toBe('category')
    expect(brought.notes.map(({ key }) => key).sort()).toEqual(
      ['qdaEmptyPassages', 'qdaRenamed', 'qdaSetsKept', 'qdaSetsLeftOut'].sort(),
    )
    expect(
      members
        .list(house.owner)
        .filter(({ email }) => email === '')
        .map(({ name }) => name),
    ).toEqual(['Somebody', 'unknown'])
  })

  test('brings its notes as memos, and takes memos along when it goes out', () => {
    const house = testHouse()
    bring(house.owner, project)
    const out = whole(house.owner)
    expect(out.notes.map(({ name, text }) => [name, text]).sort()).toEqual([
      ['On nothing', 'On nothing'],
      ['On the code', 'a\nb'],
    ])
    expect(out.codes[0]?.codes[0]?.noteIds).toEqual([id(80)])
    expect(out.noteIds).toEqual([id(81)])
    bring(house.owner, project)
    expect(whole(house.owner).notes.length).toBe(2)
    expect(whole(house.stranger).notes).toEqual([])
  })

  test('comes in twice without being there twice', () => {
    const house = testHouse()
    bring(house.owner, project)
    const again = bring(house.owner, project)
    expect(again.codings).toBe(0)
    expect(interviews.list(house.owner).length).toBe(1)
    expect(listCodes(house.owner).length).toBe(4)
    expect(again.notes.find(({ key }) => key === 'qdaSameCodings')?.values).toEqual({ count: 3 })
  })

  test('is for owners only, and nothing of it reaches a stranger', () => {
    const house = testHouse()
    for (const access of [house.coder, house.viewer, house.supervisor])
      expect(() => bring(access, project)).toThrow(Forbidden)
    bring(house.owner, project)
    expect(whole(house.stranger).sources).toEqual([])
    expect(turns(house.stranger).size).toBe(0)
    expect(() => archive(house.coder)).toThrow(Forbidden)
    expect(JSON.stringify(archive(house.stranger))).not.toContain('нет')
  })

  test('goes out as it came in', () => {
    const house = testHouse()
    bring(house.owner, project)
    const out = whole(house.owner)
    const other = projects.add(person(house.db, 'Olga2'), { name: 'Second' })
    bring(other, out)
    const back = whole(other)
    const shape = (one: ExchangeProject) => ({
      codes: JSON.stringify(one.codes).replaceAll(/"id":"[^"]*"|(?<="noteIds":\[)"[^\]]*/gu, ''),
      texts: one.sources.map(({ name, text, selections }) => [
        name,
        text,
        selections.map(({ start, end, comment }) => JSON.stringify([start, end, comment])).toSorted(),
      ]),
      sets: one.sets.map(({ name, sourceIds }) => [name, sourceIds.length]),
      values: one.sources.map(({ values }) => values.map(({ value }) => value).sort()),
    })
    expect(shape(back)).toEqual(shape(out))
  })
})

describe('the archive of a project', () => {
  function filled() {
    const house = testHouse()
    const [interview] = bring(house.owner, project).interviews
    const top = codes.add(house.coder, { id: crypto.randomUUID(), parentId: null, name: 'late' })
    const text = house.db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
    const own = codings.add(house.coder, {
      id: crypto.randomUUID(),
      transcriptId: text,
      codeId: top.id,
      start: 0,
      end: 2,
    })
    codings.remove(house.coder, own.id)
    return { ...house, interview, own }
  }
  const counts = (value: ReturnType<typeof archive>) =>
    Object.fromEntries(value.tables.map(({ name, rows }) => [name, rows.length]))

  test('restores everything in another house, history included, and what was taken away comes back there', () => {
    const { owner, own } = filled()
    const sent: unknown = JSON.parse(JSON.stringify(archive(owner)))
    const db = testDb()
    const access = restoreArchive(person(db, 'Keeper'), sent)
    const before = counts(archive(owner))
    expect(counts(archive(access))).toEqual({
      ...before,
      users: (before.users ?? 0) + 1,
      members: (before.members ?? 0) + 1,
      events: (before.events ?? 0) + 1,
    })
    expect(whole(access).sources).toEqual(whole(owner).sources)
    expect(
      db
        .select()
        .from(events)
        .all()
        .some(({ subject, kind }) => subject === own.id && kind === 'coding.remove'),
    ).toBe(true)
  })

  test('restores beside the project it came from, with ids of its own', () => {
    const { owner, db } = filled()
    const was = whole(owner)
    const access = restoreArchive(person(db, 'Keeper'), JSON.parse(JSON.stringify(archive(owner))))
    expect(access.projectId).not.toBe(owner.projectId)
    expect(whole(owner)).toEqual(was)
    expect(whole(access).sources.map(({ text, selections }) => [text, selections.length])).toEqual(
      was.sources.map(({ text, selections }) => [text, selections.length]),
    )
    expect(whole(access).sources[0]?.id).not.toBe(was.sources[0]?.id)
  })

  test('of a composed project stays one that says so', () => {
    const anna = person(testDb(), 'Anna')
    const sent: unknown = JSON.parse(JSON.stringify(archive(projects.add(anna, { name: 'Sample', composed: true }))))
    expect(projects.get(restoreArchive(person(testDb(), 'Keeper'), sent)).composed).toBe(true)
  })

  test('has no password in it, and what is no archive is refused', () => {
    const { owner, db } = filled()
    expect(JSON.stringify(archive(owner))).not.toContain('password')
    expect(() => restoreArchive(person(db, 'K'), { interlinear: 'archive' })).toThrow(Refusal)
    expect(() => restoreArchive(person(db, 'L'), { ...archive(owner), migrations: 10_000 })).toThrow(Refusal)
  })
})

test('every slot of the palette comes back by its colour', () => {
  for (let slot = 0; slot < colourSlots; slot++) expect(nearestSlot(slotHex(slot))).toBe(slot)
  expect(nearestSlot('red')).toBeNull()
})

test('what a codebook says of a code is one description, and is taken apart again', () => {
  for (const words of [
    { definition: 'a', include: 'b\n\nc', exclude: '', example: 'd' },
    { definition: '', include: '', exclude: 'x', example: '' },
    { definition: '', include: '', exclude: '', example: '' },
  ])
    expect(codeWords(describedCode(words))).toEqual(words)
})
