import type { Segment } from './study'

/**
 * The weights of gamma's dissimilarity (Mathet, Widlöcher & Métivier 2015, section 4): d = alpha d_pos + beta d_cat, and
 * `deltaEmpty` for a unit without partner. The authors' tool uses 3, 1, 1; pygamma-agreement 1, 1, 1.
 */
export type GammaWeights = { readonly alpha: number; readonly beta: number; readonly deltaEmpty: number }

/** The positional dissimilarity before weighting: ((|s_u - s_v| + |e_u - e_v|) / (len u + len v))^2. */
export function positional(u: Segment, v: Segment): number {
  const apart = Math.abs(u.start - v.start) + Math.abs(u.end - v.end)
  return (apart / (u.end - u.start + v.end - v.start)) ** 2
}

/** The dissimilarity of two units. */
export function dissimilarity(u: Segment, v: Segment, weights: GammaWeights): number {
  const categorical = u.value === v.value ? 0 : weights.beta
  return weights.deltaEmpty * (weights.alpha * positional(u, v) + categorical)
}
