import { blocksOf } from './passage'
import { SampleFault } from './terms'

/** A code of the sample's codebook; `path` is the names from the top, joined by `/`. */
export type CodeEntry = {
  readonly path: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
}

/** The codebook of a file, parents before children. Throws SampleFault for a missing part, a doubled code or one without its parent. */
export function codebookOf(file: string, content: string): CodeEntry[] {
  const seen = new Set<string>()
  return blocksOf(content).map(({ at, title, lines }) => {
    const part = (name: string) => {
      const line = lines.find((one) => one.text.startsWith(`${name}: `))
      if (!line) throw new SampleFault(file, at, `“${title}” has no “${name}”`)
      return line.text.slice(name.length + 2)
    }
    const parent = parentOf(title)
    if (parent !== null && !seen.has(parent)) throw new SampleFault(file, at, `“${title}” comes before its parent`)
    if (seen.has(title)) throw new SampleFault(file, at, `“${title}” for the second time`)
    seen.add(title)
    const [definition, include, exclude, example] = [
      part('definition'),
      part('include'),
      part('exclude'),
      part('example'),
    ]
    return { path: title, definition, include, exclude, example }
  })
}

/** The path above a code's, or null at the top. */
export function parentOf(path: string): string | null {
  const cut = path.lastIndexOf('/')
  return cut < 0 ? null : path.slice(0, cut)
}
