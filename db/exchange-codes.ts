import { eq } from 'drizzle-orm'
import { colourSlots } from '@/core/codebook/colour'
import { codePaths } from '@/core/codebook/path'
import { nearestSlot } from '@/core/exchange/colour'
import { codeWords } from '@/core/exchange/description'
import type { ExchangeCode, ExchangeProject } from '@/core/exchange/project'
import { fold, tidy } from '@/core/text/fold'
import type { Access } from './access'
import { list } from './code-rows'
import { codes } from './schema'

/** Where the codes of a project that came in are here, and how many they were. */
export type BroughtCodes = { readonly idOf: (id: string) => string | null; readonly count: number }

type Placed = { readonly id: string | null; readonly path: string; readonly colour: number }

/**
 * Makes the codes of a project that comes in, as far as they are not there: by id, then by path. Of siblings of one name each after the first gets
 * a number and is named in `renamed`. What is there keeps its words and its colour. Call it inside a transaction.
 */
export function bringCodes(access: Access, project: Pick<ExchangeProject, 'codes'>, renamed: string[]): BroughtCodes {
  const before = list(access)
  const byId = new Map(before.map((code) => [code.id, code]))
  const paths = codePaths(before)
  const byPath = new Map(before.map((code) => [key(paths.get(code.id) ?? []), code]))
  const found = new Map<string, string>()
  const used = new Set<string>()
  const places = new Map<string, number>()
  for (const code of before) places.set(code.parentId ?? '', (places.get(code.parentId ?? '') ?? 0) + 1)
  let count = 0

  const add = (code: ExchangeCode, parent: Placed): void => {
    count++
    const wanted = tidy(code.name) || '?'
    let name = wanted
    for (let n = 2; used.has(parent.path + fold(name)); n++) name = `${wanted} (${n})`
    if (name !== wanted) renamed.push(name)
    const path = parent.path + fold(name)
    used.add(path)
    const there = byId.get(code.id) ?? byPath.get(path)
    const placed = there
      ? { id: there.id, path: `${key(paths.get(there.id) ?? [])}\n`, colour: there.colour }
      : { id: make(code, name, parent), path: `${path}\n`, colour: colourOf(code, parent) }
    found.set(code.id, placed.id)
    for (const child of code.codes) add(child, placed)
  }

  const colourOf = (code: ExchangeCode, parent: Placed): number =>
    (code.colour === null ? null : nearestSlot(code.colour)) ?? parent.colour

  const make = (code: ExchangeCode, name: string, parent: Placed): string => {
    const position = places.get(parent.id ?? '') ?? 0
    places.set(parent.id ?? '', position + 1)
    const free = access.db.select({ id: codes.id }).from(codes).where(eq(codes.id, code.id)).get() === undefined
    const id = free && /^[0-9a-f-]{36}$/u.test(code.id) && !found.has(code.id) ? code.id : crypto.randomUUID()
    access.db
      .insert(codes)
      .values({
        ...{ id, projectId: access.projectId, parentId: parent.id, name, nameKey: fold(name), position },
        ...codeWords(code.description.normalize('NFC')),
        colour: colourOf(code, parent),
        createdBy: access.userId,
      })
      .run()
    return id
  }

  project.codes.forEach((code, i) => {
    add(code, { id: null, path: '', colour: i % colourSlots })
  })
  return { idOf: (id) => found.get(id) ?? null, count }
}

const key = (path: readonly string[]) => path.map(fold).join('\n')
