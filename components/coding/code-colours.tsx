import { colourSchemes, colourVariables } from '@/core/codebook/colour'

const sheet = colourSchemes
  .map((scheme) => `[data-mantine-color-scheme="${scheme}"]{${colourVariables(scheme)}}`)
  .join('')

/** Declares the colours of codes (`--code-N`, `--code-N-tint-D`) for both grounds; once on a page, however often it is used. */
export function CodeColours() {
  return (
    <style href="code-colours" precedence="default">
      {sheet}
    </style>
  )
}
