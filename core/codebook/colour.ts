import type { Oklch } from './oklch'

/** How many colours the palette of codes has; `Code.colour` is a slot from 0. */
export const colourSlots = 12

/** How many depths of tint there are: one coding over the words, two, three and more. */
export const tintDepths = 3

/** The two grounds a code's colour stands on. */
export const colourSchemes = ['light', 'dark'] as const
/** One of `colourSchemes`. */
export type ColourScheme = (typeof colourSchemes)[number]

/** The colours of one slot on one ground: `mark` for stripes, underlines and swatches; `tints` under words, by depth. */
export type CodeColour = { readonly mark: Oklch; readonly tints: readonly [Oklch, Oklch, Oklch] }

/** The words that stand on tints: what respondents say, and, quieter, what interviewers say. */
export const inks: Readonly<Record<ColourScheme, { readonly said: Oklch; readonly asked: Oklch }>> = {
  light: { said: { l: 0.25, c: 0.01, h: 260 }, asked: { l: 0.46, c: 0.01, h: 260 } },
  dark: { said: { l: 0.9, c: 0.01, h: 260 }, asked: { l: 0.76, c: 0.01, h: 260 } },
}

// Twelve hues 30 degrees apart. Eyes that lack a cone fold the circle of hues in half; which of three lightnesses a mark has was chosen, by
// trying all of them, so that the marks that fall together in hue differ in lightness (least distance 0.04 in OKLab for each kind of eye).
const FIRST_HUE = 25
const STEP = [1, 2, 0, 1, 2, 1, 0, 2, 1, 0, 1, 0] as const
const MARKS = { light: [0.46, 0.55, 0.645], dark: [0.62, 0.72, 0.82] } as const
const TINTS = { light: [0.945, 0.91, 0.88], dark: [0.3, 0.34, 0.38] } as const

/** The colours of a slot; any whole number is taken around the palette. */
export function codeColour(slot: number, scheme: ColourScheme): CodeColour {
  const at = ((Math.trunc(slot) % colourSlots) + colourSlots) % colourSlots
  const h = FIRST_HUE + at * 30
  const tint = (depth: 0 | 1 | 2): Oklch => ({ l: TINTS[scheme][depth], c: 0.045, h })
  return { mark: { l: MARKS[scheme][STEP[at] ?? 0], c: 0.13, h }, tints: [tint(0), tint(1), tint(2)] }
}

/** A colour as CSS writes it. */
export function css({ l, c, h }: Oklch): string {
  return `oklch(${l} ${c} ${h})`
}

/**
 * All colours as declarations of CSS variables for one ground: `--code-7` for the mark of slot 7, `--code-7-tint-1` to `-3` for its tints,
 * `--ink-said` and `--ink-asked` for the words.
 */
export function colourVariables(scheme: ColourScheme): string {
  const lines = [`--ink-said:${css(inks[scheme].said)}`, `--ink-asked:${css(inks[scheme].asked)}`]
  for (let slot = 0; slot < colourSlots; slot++) {
    const { mark, tints } = codeColour(slot, scheme)
    lines.push(
      `--code-${slot}:${css(mark)}`,
      ...tints.map((tint, depth) => `--code-${slot}-tint-${depth + 1}:${css(tint)}`),
    )
  }
  return lines.join(';')
}
