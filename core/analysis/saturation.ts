/** The rule of Guest, Namey and Chen: interviews in the base, interviews in a run, and the highest share of new codes (0 to 1) that is still saturation. */
export type Rule = { readonly base: number; readonly run: number; readonly threshold: number }

/** One interview of the curve: codes that no earlier one had, and all codes until here. */
export type Step = { readonly fresh: number; readonly known: number }

/** A run: interviews [from, to) by their place in the order, new codes in it, and these as a share of the base's codes. */
export type Run = { readonly from: number; readonly to: number; readonly fresh: number; readonly ratio: number }

/**
 * How codes come to an end. `after`: the number of interviews after which the first run brings no more than the threshold; null where no run does, or
 * there are too few interviews for a run, or the base has no codes (`baseCodes` 0).
 */
export type Saturation = {
  readonly steps: readonly Step[]
  readonly baseCodes: number
  readonly runs: readonly Run[]
  readonly after: number | null
}

/**
 * Counts new codes interview by interview and applies the rule of Guest, Namey and Chen (2020), A simple method to assess and report thematic saturation
 * in qualitative research, PLoS ONE 15(5) e0232076: the new-information ratio of a run is the codes that are new in it over the codes of the base.
 * Runs begin behind the base and move on by one interview; n interviews with a run of r that meets the threshold are written n+r.
 * `interviews` are the sets of codes in their order. Throws RangeError for a base or run below 1.
 */
export function saturation(interviews: readonly ReadonlySet<number>[], { base, run, threshold }: Rule): Saturation {
  if (base < 1 || run < 1) throw new RangeError('a base and a run have at least one interview')
  const known = new Set<number>()
  const steps = interviews.map((codes): Step => {
    const before = known.size
    for (const code of codes) known.add(code)
    return { fresh: known.size - before, known: known.size }
  })
  const baseCodes = interviews.length < base ? 0 : (steps[base - 1]?.known ?? 0)
  const runs: Run[] = []
  for (let from = base; baseCodes > 0 && from + run <= steps.length; from++) {
    const fresh = steps.slice(from, from + run).reduce((sum, step) => sum + step.fresh, 0)
    runs.push({ from, to: from + run, fresh, ratio: fresh / baseCodes })
  }
  return { steps, baseCodes, runs, after: runs.find(({ ratio }) => ratio <= threshold)?.from ?? null }
}
