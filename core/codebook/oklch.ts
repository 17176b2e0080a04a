/** A colour in OKLCH: lightness 0 to 1, chroma from 0, hue in degrees. */
export type Oklch = { readonly l: number; readonly c: number; readonly h: number }

/** Linear-light sRGB, each channel 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number]

/** The three kinds of dichromacy: red-, green- and blue-blind eyes. */
export const colourBlindness = ['protan', 'deutan', 'tritan'] as const

/** A colour in linear-light sRGB, cut to what a screen can show. Matrices: Ottosson, "A perceptual color space for image processing" (2020). */
export function linearRgb({ l, c, h }: Oklch): LinearRgb {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    cut(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    cut(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    cut(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ]
}

/** The contrast of two colours, 1 to 21: WCAG 2.2, definition of "contrast ratio". */
export function contrast(a: LinearRgb, b: LinearRgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** How a colour looks to a colour-blind eye. Matrices for full severity in linear sRGB: Machado, Oliveira and Fernandes (2009), table 1. */
export function seenBy(kind: (typeof colourBlindness)[number], [r, g, b]: LinearRgb): LinearRgb {
  if (kind === 'protan')
    return [
      cut(0.152286 * r + 1.052583 * g - 0.204868 * b),
      cut(0.114503 * r + 0.786281 * g + 0.099216 * b),
      cut(-0.003882 * r - 0.048116 * g + 1.051998 * b),
    ]
  if (kind === 'deutan')
    return [
      cut(0.367322 * r + 0.860646 * g - 0.227968 * b),
      cut(0.280085 * r + 0.672501 * g + 0.047413 * b),
      cut(-0.01182 * r + 0.04294 * g + 0.968881 * b),
    ]
  return [
    cut(1.255528 * r - 0.076749 * g - 0.178779 * b),
    cut(-0.078411 * r + 0.930809 * g + 0.147602 * b),
    cut(0.004733 * r + 0.691367 * g + 0.3039 * b),
  ]
}

/** The distance of two colours in OKLab; about 0.02 can just be told apart side by side. */
export function distance(a: LinearRgb, b: LinearRgb): number {
  const [l1, a1, b1] = oklab(a)
  const [l2, a2, b2] = oklab(b)
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2)
}

function oklab([r, g, b]: LinearRgb): [number, number, number] {
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ]
}

function luminance([r, g, b]: LinearRgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function cut(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}
