/** Pixels per inch of a figure that is printed, and of the screen that its SVG is measured in. */
const PRINT = 300
const SCREEN = 96

/** Draws an SVG (its address) as a PNG of 300 dpi, which the file says of itself. Throws when the image cannot be loaded. */
export async function pngOf(src: string): Promise<Blob> {
  const image = new Image()
  image.src = src
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round((image.naturalWidth * PRINT) / SCREEN)
  canvas.height = Math.round((image.naturalHeight * PRINT) / SCREEN)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no canvas.')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('The figure is too large for this browser.')
  return new Blob([withDensity(new Uint8Array(await blob.arrayBuffer()), PRINT)], { type: 'image/png' })
}

/** The same PNG with its pixels per inch written into it (chunk pHYs, PNG specification 11.3.5.3), right behind the header. */
export function withDensity(png: Uint8Array, perInch: number): Uint8Array<ArrayBuffer> {
  const HEADER = 33
  const chunk = new Uint8Array(21)
  const view = new DataView(chunk.buffer)
  const perMetre = Math.round(perInch / 0.0254)
  view.setUint32(0, 9)
  chunk.set(new TextEncoder().encode('pHYs'), 4)
  view.setUint32(8, perMetre)
  view.setUint32(12, perMetre)
  view.setUint8(16, 1)
  view.setUint32(17, crc(chunk.subarray(4, 17)))
  const whole = new Uint8Array(png.length + chunk.length)
  whole.set(png.subarray(0, HEADER))
  whole.set(chunk, HEADER)
  whole.set(png.subarray(HEADER), HEADER + chunk.length)
  return whole
}

/** CRC-32 as PNG has it (annex D of the specification). */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
