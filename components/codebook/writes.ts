import type { Code, CodeChange } from '@/core/codebook/code'
import { withDescendants } from '@/core/codebook/path'
import { misplaced, move, type Place, placed, placeOf, taken, without } from '@/core/codebook/tree'

/** Something a person does to the codebook. */
export type Write =
  | { readonly kind: 'add'; readonly code: Code }
  | { readonly kind: 'change'; readonly id: string; readonly to: CodeChange; readonly seen: CodeChange }
  | { readonly kind: 'move'; readonly id: string; readonly to: Place }
  | { readonly kind: 'remove'; readonly id: string; readonly only?: 'unused' }
  | { readonly kind: 'restore'; readonly id: string; readonly codes: readonly Code[] }

/** The id of the code that is written. */
export function subjectOf(write: Write): string {
  return write.kind === 'add' ? write.code.id : write.id
}

/** The codes as they will be; unchanged where the write finds nothing to do, or what it did is there already. */
export function written(codes: readonly Code[], write: Write): readonly Code[] {
  const there = codes.some((code) => code.id === subjectOf(write))
  if (write.kind === 'add') return there || !fits(codes, write.code) ? codes : placed(codes, write.code, write.code)
  if (write.kind === 'restore') return there ? codes : restored(codes, write.id, write.codes)
  if (!there) return codes
  if (write.kind === 'remove') return without(codes, [write.id])
  if (write.kind === 'move') return misplaced(codes, write.id, write.to) ? codes : move(codes, write.id, write.to)
  return codes.map((code) => (code.id === write.id ? { ...code, ...defined(write.to) } : code))
}

/** The codes with some of them as the store says they are. */
export function settled(codes: readonly Code[], stored: readonly Code[]): readonly Code[] {
  const byId = new Map(stored.map((code) => [code.id, code]))
  return codes.map((code) => byId.get(code.id) ?? code)
}

/** What takes a write back, given the codes before it; null when there is nothing to take back. */
export function inverse(codes: readonly Code[], write: Write): Write | null {
  if (write.kind === 'add') return { kind: 'remove', id: write.code.id, only: 'unused' }
  if (write.kind === 'restore') return { kind: 'remove', id: write.id }
  const code = codes.find((one) => one.id === write.id)
  if (!code) return null
  if (write.kind === 'remove') {
    const gone = withDescendants(codes, [write.id])
    return { kind: 'restore', id: write.id, codes: codes.filter((one) => gone.has(one.id)) }
  }
  if (write.kind === 'move') {
    const to = placeOf(codes, write.id)
    return to && { kind: 'move', id: write.id, to }
  }
  return { kind: 'change', id: write.id, to: picked(code, write.to), seen: write.to }
}

/** Of a code, the fields that a change writes. */
export function picked(code: Code, change: CodeChange): CodeChange {
  return {
    ...(change.name === undefined ? {} : { name: code.name }),
    ...(change.colour === undefined ? {} : { colour: code.colour }),
    ...(change.definition === undefined ? {} : { definition: code.definition }),
    ...(change.include === undefined ? {} : { include: code.include }),
    ...(change.exclude === undefined ? {} : { exclude: code.exclude }),
    ...(change.example === undefined ? {} : { example: code.example }),
    ...(change.aliases === undefined ? {} : { aliases: code.aliases }),
  }
}

function defined({ name, colour, definition, include, exclude, example, aliases }: CodeChange): Partial<Code> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(colour === undefined ? {} : { colour }),
    ...(definition === undefined ? {} : { definition }),
    ...(include === undefined ? {} : { include }),
    ...(exclude === undefined ? {} : { exclude }),
    ...(example === undefined ? {} : { example }),
    ...(aliases === undefined ? {} : { aliases }),
  }
}

function fits(codes: readonly Code[], code: Code): boolean {
  const parent = code.parentId === null || codes.some((one) => one.id === code.parentId)
  return parent && !taken(codes, code.parentId, code.name)
}

function restored(codes: readonly Code[], id: string, was: readonly Code[]): readonly Code[] {
  const root = was.find((code) => code.id === id)
  return root && fits(codes, root) ? placed([...codes, ...was.filter((code) => code.id !== id)], root, root) : codes
}
