import { colourVariables } from '@/core/codebook/colour'

const rules = `:root{${colourVariables('light')}}[data-mantine-color-scheme="dark"]{${colourVariables('dark')}}`

/** The colours of codes as CSS variables (`--code-7`, `--code-7-tint-1`), for the light and the dark ground. */
export function CodeColours() {
  return (
    <style href="code-colours" precedence="default">
      {rules}
    </style>
  )
}
