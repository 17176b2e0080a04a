import { fold } from '../text/fold'
import type { Code } from './code'
import { inLatin, otherLayout } from './layout'
import { codePaths, inTreeOrder } from './path'

/** A code that answers what was typed, with its names from the root down. */
export type Found = { readonly code: Code; readonly path: readonly string[] }

/** What `find` looks through: made once per codebook, asked at every key press. */
export type Finder = { readonly entries: readonly Entry[] }

type Entry = Found & {
  readonly name: string
  readonly latin: string
  readonly aliases: readonly string[]
  readonly whole: string
}

/** Prepares a codebook for `find`. */
export function finder(codes: readonly Code[]): Finder {
  const paths = codePaths(codes)
  return {
    entries: inTreeOrder(codes).map(({ code }) => {
      const path = paths.get(code.id) ?? [code.name]
      return {
        code,
        path,
        name: fold(code.name),
        latin: inLatin(fold(code.name)),
        aliases: code.aliases.map(fold),
        whole: fold(path.join(' ')),
      }
    }),
  }
}

/**
 * The codes that answer a query, best first: the name itself, names that begin so, words in names, aliases, words along the path ("trade milk"),
 * parts of words; then the same for the query read in the other keyboard layout and by its sound in the other alphabet; then words with one
 * letter wrong, missing, too many or out of order (from four letters on); and last, letters in order.
 * Case, ё and е, and white space do not matter. Equals stand by `recent` (ids, newest first), then in the order of the tree.
 * An empty query finds every code, recent ones first.
 */
export function find(among: Finder, query: string, recent: readonly string[] = []): Found[] {
  const typed = fold(query.replaceAll('/', ' '))
  const newest = new Map(recent.map((id, i) => [id, i]))
  const swapped = fold(otherLayout(query).replaceAll('/', ' '))
  const latin = inLatin(typed)
  return among.entries
    .map((entry, order) => ({ entry, order, rank: typed ? rank(entry, typed, swapped, latin) : 0 }))
    .filter(({ rank }) => rank < NONE)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (newest.get(a.entry.code.id) ?? recent.length) - (newest.get(b.entry.code.id) ?? recent.length) ||
        a.order - b.order,
    )
    .map(({ entry: { code, path } }) => ({ code, path }))
}

const NONE = 100

function rank(entry: Entry, typed: string, swapped: string, latin: string): number {
  const straight = rankOf(entry, typed)
  if (straight < FUZZY) return straight
  const other = swapped === typed ? NONE : rankOf(entry, swapped)
  if (other < FUZZY) return 10 + other
  if (latin.length > 2 && startsWord(entry.latin, latin)) return 20
  if (nearly(entry.name, typed)) return 25
  return nearly(entry.name, swapped) ? 26 : straight
}

const FUZZY = 7

function rankOf(entry: Entry, typed: string): number {
  if (!typed) return NONE
  if (entry.name === typed) return 0
  if (entry.name.startsWith(typed)) return 1
  if (startsWord(entry.name, typed)) return 2
  if (entry.aliases.some((alias) => startsWord(alias, typed))) return 3
  const parts = typed.split(' ')
  if (parts.length > 1 && parts.every((part) => startsWord(entry.whole, part))) return 4
  if (entry.name.includes(typed)) return 5
  if (parts.length === 1 && startsWord(entry.whole, typed)) return 6
  return typed.length > 1 && inOrder(entry.name, typed.replaceAll(' ', '')) ? 30 : NONE
}

function startsWord(name: string, typed: string): boolean {
  for (let at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(name.charAt(at - 1))) return true
  return false
}

function nearly(name: string, typed: string): boolean {
  if (typed.length < 4) return false
  for (let at = 0; at < name.length; at++)
    if ((at === 0 || !/[\p{L}\p{N}]/u.test(name.charAt(at - 1))) && slips(name.slice(at), typed)) return true
  return false
}

// Whether `typed` begins `word` but for one slip; a wrong first letter is no slip.
function slips(word: string, typed: string): boolean {
  let same = 0
  while (same < typed.length && typed.charAt(same) === word.charAt(same)) same++
  if (same === 0) return false
  const rest = typed.slice(same + 1)
  return (
    word.startsWith(rest, same + 1) ||
    word.startsWith(rest, same) ||
    word.startsWith(typed.slice(same), same + 1) ||
    (typed.charAt(same) === word.charAt(same + 1) &&
      typed.charAt(same + 1) === word.charAt(same) &&
      word.startsWith(typed.slice(same + 2), same + 2))
  )
}

function inOrder(name: string, letters: string): boolean {
  let at = -1
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}
