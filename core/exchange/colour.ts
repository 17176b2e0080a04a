import { codeColour, colourSlots } from '../codebook/colour'
import { distance, type LinearRgb, linearRgb } from '../codebook/oklch'

/** The colour of a slot of the palette as #rrggbb, as its mark is on a light ground. */
export function slotHex(slot: number): string {
  return `#${linearRgb(codeColour(slot, 'light').mark)
    .map((channel) => {
      // IEC 61966-2-1: from linear light to sRGB.
      const signal = channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055
      return Math.round(signal * 255)
        .toString(16)
        .padStart(2, '0')
    })
    .join('')}`
}

/** The slot of the palette that looks most like a colour #rgb or #rrggbb; null for what is no such colour. */
export function nearestSlot(hex: string): number | null {
  const wanted = rgb(hex)
  if (wanted === null) return null
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let slot = 0; slot < colourSlots; slot++) {
    const far = distance(wanted, rgb(slotHex(slot)) ?? [0, 0, 0])
    if (far < least) [best, least] = [slot, far]
  }
  return best
}

function rgb(hex: string): LinearRgb | null {
  const long = /^#[0-9a-f]{3}$/iu.test(hex) ? hex.replace(/[0-9a-f]/giu, '$&$&') : hex
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(long)
  if (parts === null) return null
  const channel = (at: number) => {
    const signal = Number.parseInt(parts[at] ?? '0', 16) / 255
    return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(2), channel(3)]
}
