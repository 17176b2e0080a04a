import { sql } from 'drizzle-orm'
import type { Material } from '@/core/frequencies/material'
import { outline } from '@/core/frequencies/outline'
import type { Access } from './access'
import { list } from './code-rows'
import { codesOf, codesThen } from './codebook-versions'
import { codings } from './schema'

/**
 * What is counted, as an earlier version of the codebook had its codes: every coding of today stands under the code it had then; one whose code is newer under the
 * nearest code above it that was there, and where there is none it is left out. Throws NotFound for a version that is not there.
 */
export function materialThen(access: Access, now: Material, version: number): Material {
  const codes = outline(codesOf(access, version))
  const index = new Map(codes.map((row, i) => [row.code.id, i]))
  const above = new Map(list(access).map((code) => [code.id, code.parentId]))
  const placeOf = (code: string): number => {
    const seen = new Set<string>()
    for (let id: string | null = code; id !== null && !seen.has(id); id = above.get(id) ?? null) {
      const at = index.get(id)
      if (at !== undefined) return at
      seen.add(id)
    }
    return -1
  }
  const byCode = now.codes.map((row) => placeOf(row.code.id))
  const byKey = new Map(keys(access, codesThen(access, version)).map(([key, code]) => [key, placeOf(code)]))
  const { passages } = now
  const kept: number[] = []
  const code: number[] = []
  for (let p = 0; p < passages.length; p++) {
    const at = byKey.get(passages.key[p] ?? -1) ?? byCode[passages.code[p] ?? -1] ?? -1
    if (at < 0) continue
    kept.push(p)
    code.push(at)
  }
  const column = (of: Int32Array) => Int32Array.from(kept, (p) => of[p] ?? 0)
  return {
    ...now,
    codes,
    passages: {
      ...{
        length: kept.length,
        code: Int32Array.from(code),
        key: Float64Array.from(kept, (p) => passages.key[p] ?? 0),
      },
      ...{ interview: column(passages.interview), coder: column(passages.coder) },
      ...{
        from: column(passages.from),
        to: column(passages.to),
        start: column(passages.start),
        end: column(passages.end),
      },
    },
  }
}

function keys(access: Access, then: ReadonlyMap<string, string>): readonly (readonly [number, string])[] {
  if (then.size === 0) return []
  return access.db
    .values<[number, string]>(
      sql`select ${codings}.rowid, ${codings.id} from ${codings} where ${codings.id} in (select value from json_each(${JSON.stringify([...then.keys()])}))`,
    )
    .map(([key, id]) => [key, then.get(id) ?? ''])
}
