import { type Random, randomFrom } from '@/core/agreement/random'

/** How much of each stratum is drawn: a number of interviews, or a share (0 to 1, rounded up). */
export type DrawSize =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'share'; readonly share: number }

/** How a round's interviews were drawn: so much of each combination of the variables' values. The same seed draws the same. */
export type DrawRule = { readonly size: DrawSize; readonly by: readonly string[]; readonly seed: number }

/** An interview that may be drawn, with its variables' values by id, and its length in words, by which work is balanced. */
export type Drawable = {
  readonly id: string
  readonly words: number
  readonly values: Readonly<Record<string, string>>
}

/** Who codes which interview. */
export type Assigned = { readonly interviewId: string; readonly coderId: string }

/**
 * A stratified sample: of each combination of values (none is a value too) so many interviews, drawn without replacement. The order of the
 * given interviews does not matter. Throws RangeError for a negative size.
 */
export function drawn(interviews: readonly Drawable[], { size, by, seed }: DrawRule): readonly string[] {
  const wanted = size.kind === 'number' ? size.number : size.share
  if (!(wanted >= 0)) throw new RangeError('a sample cannot be negative')
  const strata = new Map<string, string[]>()
  for (const { id, values } of interviews) {
    const key = JSON.stringify(by.map((variable) => values[variable] ?? ''))
    strata.set(key, [...(strata.get(key) ?? []), id])
  }
  const random = randomFrom(seed)
  return [...strata]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ids]) => {
      const many = size.kind === 'number' ? size.number : Math.ceil(size.share * ids.length - 1e-9)
      return shuffled(ids.sort(), random).slice(0, Math.min(many, ids.length))
    })
}

/** Who must not code which interview: coder ids by interview id. */
export type NotTheirs = Readonly<Record<string, readonly string[]>>

/**
 * Gives each interview `perInterview` coders, so that everybody has about as many words: the longest interview first, each to those who have least
 * so far (among equals by chance), never to one whose own it is. An interview that too few may code gets as many as there are.
 */
export function assigned(
  interviews: readonly Drawable[],
  coders: readonly string[],
  perInterview: number,
  notTheirs: NotTheirs,
  seed: number,
): readonly Assigned[] {
  const random = randomFrom(seed)
  const load = new Map(coders.map((coder) => [coder, 0]))
  return [...interviews]
    .sort((a, b) => b.words - a.words || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, words }) => {
      const free = shuffled(
        coders.filter((coder) => !notTheirs[id]?.includes(coder)),
        random,
      ).sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))
      return free.slice(0, perInterview).map((coderId) => {
        // An empty interview is still one to open.
        load.set(coderId, (load.get(coderId) ?? 0) + Math.max(1, words))
        return { interviewId: id, coderId }
      })
    })
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keyed = items.map((item) => ({ item, at: random() }))
  return keyed.sort((a, b) => a.at - b.at).map(({ item }) => item)
}
