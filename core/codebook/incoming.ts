import { fold, tidy } from '../text/fold'
import type { Code } from './code'
import { codePaths } from './path'

/**
 * A code as a file tells it: its names from the top down, and what the file says of it. A text that the file does not have, or has empty, is left as it is.
 */
export type IncomingCode = {
  readonly path: readonly string[]
  readonly definition?: string | undefined
  readonly include?: string | undefined
  readonly exclude?: string | undefined
  readonly example?: string | undefined
  readonly aliases?: readonly string[] | undefined
  /** A slot of the palette, for codes that are new. */
  readonly colour?: number | undefined
}

/** The texts that a file can bring for a code. */
export const incomingTexts = ['definition', 'include', 'exclude', 'example'] as const

/** A codebook after a file was taken in: all its codes, which of them are new (parents first), and how many are as they were though the file names them. */
export type Taken = {
  readonly codes: readonly Code[]
  readonly added: readonly Code[]
  readonly changed: readonly Code[]
  readonly same: number
}

/**
 * Takes the codes of a file into a codebook: found by their path, as names are compared; what is not there is added behind its siblings, with the codes above it
 * where these are missing too. Nothing is moved, renamed or removed. Two lines for one code both count, the later over the earlier.
 */
export function takeIn(
  codes: readonly Code[],
  incoming: readonly IncomingCode[],
  newId: () => string = () => crypto.randomUUID(),
): Taken {
  const paths = codePaths(codes)
  const all = new Map(codes.map((code) => [code.id, code]))
  const byPath = new Map(codes.map((code) => [keyOf(paths.get(code.id) ?? []), code.id]))
  const counts = new Map<string | null, number>()
  for (const code of codes) counts.set(code.parentId, (counts.get(code.parentId) ?? 0) + 1)
  const added = new Set<string>()
  const named = new Set<string>()

  const at = (path: readonly string[]): string | null => {
    if (path.length === 0) return null
    const key = keyOf(path)
    const known = byPath.get(key)
    if (known !== undefined) return known
    const parentId = at(path.slice(0, -1))
    const position = counts.get(parentId) ?? 0
    counts.set(parentId, position + 1)
    const code: Code = {
      ...{ id: newId(), parentId, name: tidy(path[path.length - 1] ?? ''), position },
      ...{ colour: (parentId === null ? null : all.get(parentId)?.colour) ?? position % 12 },
      ...{ definition: '', include: '', exclude: '', example: '', aliases: [] },
    }
    all.set(code.id, code)
    byPath.set(key, code.id)
    added.add(code.id)
    return code.id
  }

  for (const one of incoming) {
    const id = at(one.path)
    const code = id === null ? undefined : all.get(id)
    if (id === null || code === undefined) continue
    named.add(id)
    const next = worded(code, one)
    all.set(id, added.has(id) && one.colour !== undefined ? { ...next, colour: one.colour } : next)
  }

  const was = new Map(codes.map((code) => [code.id, code]))
  const changed = [...named].flatMap((id) => {
    const [before, after] = [was.get(id), all.get(id)]
    return before && after && before !== after ? [after] : []
  })
  const fresh = [...added].flatMap((id) => all.get(id) ?? [])
  return { codes: [...all.values()], added: fresh, changed, same: named.size - changed.length - namedOf(fresh, named) }
}

function namedOf(codes: readonly Code[], named: ReadonlySet<string>): number {
  return codes.filter(({ id }) => named.has(id)).length
}

/** The same object when nothing of it is different. */
function worded(code: Code, to: IncomingCode): Code {
  let next = code
  for (const key of incomingTexts) {
    const text = prose(to[key] ?? '')
    if (text !== '' && text !== code[key]) next = { ...next, [key]: text }
  }
  const known = new Set([code.name, ...code.aliases].map(fold))
  const more = (to.aliases ?? []).map(tidy).filter((alias) => {
    const key = fold(alias)
    if (key === '' || known.has(key)) return false
    known.add(key)
    return true
  })
  return more.length === 0 ? next : { ...next, aliases: [...next.aliases, ...more] }
}

const prose = (words: string) => words.normalize('NFC').replace(/\r\n?/gu, '\n').trim()
const keyOf = (path: readonly string[]) => path.map(fold).join('\n')
