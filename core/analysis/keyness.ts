/** How much a word is one group's rather than another's: G2 (0 = not at all) and the log ratio (above 0 = more in the first). */
export type Keyness = { readonly g2: number; readonly logRatio: number }

/**
 * Compares how often a word is said in two groups: a times in c words, b times in d words. Null where a group has no words, or the word is in neither.
 *
 * G2 is the log-likelihood ratio of Dunning (1993), Computational Linguistics 19(1), 61-74, as Rayson and Garside (2000), Comparing corpora using
 * frequency profiling, have it for frequency lists: 2 (a ln(a/E1) + b ln(b/E2)), E1 = c (a+b)/(c+d), E2 = d (a+b)/(c+d). The effect size is the binary
 * log ratio of the relative frequencies (Hardie 2014, Log Ratio - an informal introduction), 0 counted as one half. Throws RangeError for a > c or b > d.
 */
export function keyness(a: number, b: number, c: number, d: number): Keyness | null {
  if (a > c || b > d || a < 0 || b < 0) throw new RangeError(`${a} of ${c} and ${b} of ${d} words cannot be`)
  if (c === 0 || d === 0 || a + b === 0) return null
  const term = (count: number, size: number) =>
    count === 0 ? 0 : count * Math.log(count / ((size * (a + b)) / (c + d)))
  return {
    g2: Math.max(0, 2 * (term(a, c) + term(b, d))),
    logRatio: Math.log2((a || 0.5) / c / ((b || 0.5) / d)),
  }
}
