/** A text as it is counted: its group (0 or 1), the numbers of its words, and flat half-open ranges of those that count. */
export type CountedText = { readonly group: 0 | 1; readonly words: Uint32Array; readonly ranges: readonly number[] }

/** The different words of the texts: by number the form (as `plainWord` has it) and the number of its stem. */
export type Lexicon = { readonly forms: readonly string[]; readonly stems: ArrayLike<number> }

/** A stem by its most frequent form: how often, and in how many texts, in each of the two groups. */
export type StemCount = {
  readonly form: string
  readonly counts: readonly [number, number]
  readonly texts: readonly [number, number]
}

/** The stems (the most frequent first), the running words that were counted (stop words among them) and the texts, by group. */
export type WordCounts = {
  readonly stems: readonly StemCount[]
  readonly words: readonly [number, number]
  readonly texts: readonly [number, number]
}

/** Counts words by stem. A form for which `left` is true has no row, but is a running word like any other. */
export function wordCounts(
  texts: readonly CountedText[],
  { forms, stems }: Lexicon,
  left: (form: string) => boolean,
): WordCounts {
  const times = [new Float64Array(forms.length), new Float64Array(forms.length)] as const
  const inTexts = [new Float64Array(forms.length), new Float64Array(forms.length)] as const
  const seen = new Int32Array(forms.length).fill(-1)
  const words: [number, number] = [0, 0]
  const count: [number, number] = [0, 0]
  texts.forEach(({ group, words: own, ranges }, t) => {
    count[group]++
    for (let r = 0; r + 1 < ranges.length; r += 2)
      for (let w = ranges[r] ?? 0; w < (ranges[r + 1] ?? 0); w++) {
        const form = own[w] ?? 0
        const stem = stems[form] ?? 0
        times[group][form] = (times[group][form] ?? 0) + 1
        words[group]++
        if (seen[stem] === t) continue
        seen[stem] = t
        inTexts[group][stem] = (inTexts[group][stem] ?? 0) + 1
      }
  })
  const found = new Map<number, { form: string; most: number; counts: [number, number]; texts: [number, number] }>()
  forms.forEach((form, n) => {
    const [a, b] = [times[0][n] ?? 0, times[1][n] ?? 0]
    if (a + b === 0 || left(form)) return
    const stem = stems[n] ?? 0
    const known = found.get(stem)
    if (!known) {
      const own: [number, number] = [inTexts[0][stem] ?? 0, inTexts[1][stem] ?? 0]
      found.set(stem, { form, most: a + b, counts: [a, b], texts: own })
      return
    }
    known.counts[0] += a
    known.counts[1] += b
    if (a + b < known.most || (a + b === known.most && form > known.form)) return
    known.form = form
    known.most = a + b
  })
  const rows = [...found.values()].map(({ form, counts, texts }) => ({ form, counts, texts }))
  const total = ({ counts: [a, b] }: StemCount) => a + b
  rows.sort((one, other) => total(other) - total(one) || (one.form < other.form ? -1 : 1))
  return { stems: rows, words, texts: count }
}
