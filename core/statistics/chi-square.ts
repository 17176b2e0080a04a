/**
 * Natural logarithm of the gamma function for x > 0. Lanczos approximation (C. Lanczos 1964, SIAM J. Numer. Anal. B 1; coefficients g = 7, n = 9), accurate to
 * about 15 digits.
 */
export function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const at = x - 1
  const sum = terms.reduce((all, term, i) => all + term / (at + i + 1), 0.99999999999980993)
  const t = at + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum)
}

/**
 * The probability that a chi-square variable of `df` degrees of freedom is at least `value`: the upper regularised incomplete gamma function
 * Q(df/2, value/2), by its series below df/2 + 1 and by its continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31). Throws RangeError for df < 1.
 */
export function chiSquareTail(value: number, df: number): number {
  if (!(df >= 1)) throw new RangeError(`chi-square has no ${df} degrees of freedom`)
  if (value <= 0) return 1
  const a = df / 2
  const x = value / 2
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x)
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function fraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let product = d
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a)
    b += 2
    d = 1 / notZero(step * d + b, tiny)
    c = notZero(b + step / c, tiny)
    product *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return product
}

function notZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value
}
