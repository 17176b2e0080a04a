import { decode } from '../encoding/decode'
import { limits } from '../limits'
import { readZip, type Zip } from '../zip/read'

/** What a .qdpx holds: its list of everything, and the files beside it by the paths that the list gives. */
export type Container = {
  readonly project: Uint8Array | null
  /** The file of a path of the list, null when it is not inside; only names are looked at, never a path on a disk. */
  readonly file: (path: string) => Uint8Array | null
  /** The text of a file without its byte order mark, line ends as they are; null when it is not inside or no text. */
  readonly text: (path: string) => string | null
}

/** Opens a .qdpx: the `project.qde` (whatever its case), else the only `*.qde` at the root. Throws `ZipError`. */
export function container(bytes: Uint8Array): Container {
  const zip = readZip(bytes, { inflated: Number.MAX_SAFE_INTEGER, part: limits.projectPart })
  const root = zip.paths.filter((path) => /^[^/]+\.qde$/iu.test(path))
  const main = root.find((path) => path.toLowerCase() === 'project.qde') ?? (root.length === 1 ? root[0] : undefined)
  const names = fileNames(zip)
  let unpacked = 0
  const part = (path: string): Uint8Array | null => {
    const found = zip.part(path)
    unpacked += found?.length ?? 0
    if (unpacked > limits.project) throw new RangeError('unpacked')
    return found
  }
  const file = (path: string) => {
    const name = names.get(nameOf(path))
    return name === undefined ? null : part(name)
  }
  return {
    project: main === undefined ? null : part(main),
    file,
    text: (path) => {
      const found = file(path)
      return found === null ? null : textOf(found)
    },
  }
}

function fileNames(zip: Zip): ReadonlyMap<string, string> {
  return new Map(
    zip.paths
      .filter((path) => !path.endsWith('/') && !/\.qde$/iu.test(path))
      .map((path) => [nameOf(path), path] as const),
  )
}

// `internal://GUID.txt`, `relative:///…`, a bare name: what counts is the last part, so that no path leads out of the file.
function nameOf(path: string): string {
  return (path.replaceAll('\\', '/').split('/').at(-1) ?? '').toLowerCase()
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return ''
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decode(bytes)?.text ?? null
  }
}
