import { blocksOf } from './passage'
import { SampleFault } from './terms'

/** A memo of the sample's team: on the project, the method, a code, or a kind of interview. */
export type SampleMemo = {
  readonly title: string
  readonly on: { readonly kind: 'project' | 'method' | 'code' | 'interviews'; readonly name: string }
  /** `supervisor`, `coder 1`, `coder 2` or `coder 3`. */
  readonly by: string
  readonly text: string
}

/** The memos of a file. Throws SampleFault, naming file and line. */
export function memosOf(file: string, content: string, codePaths: ReadonlySet<string>): SampleMemo[] {
  return blocksOf(content).map(({ at, title, lines }) => {
    const value = (name: string) => {
      const line = lines.find((one) => one.text.startsWith(`${name}: `))
      if (!line) throw new SampleFault(file, at, `“${title}” has no “${name}”`)
      return line.text.slice(name.length + 2)
    }
    const by = value('by')
    if (!/^(supervisor|coder [123])$/.test(by)) throw new SampleFault(file, at, `nobody is called “${by}”`)
    const [, kind = '', name = ''] = /^(project|method|code|kind of interview)(?::? (.+))?$/.exec(value('on')) ?? []
    if (kind === 'code' && !codePaths.has(name)) throw new SampleFault(file, at, `no code “${name}”`)
    const text = lines
      .filter((line) => !/^(on|by): /.test(line.text))
      .map((line) => line.text)
      .join('\n')
      .trim()
    if (text === '') throw new SampleFault(file, at, `“${title}” says nothing`)
    switch (kind) {
      case 'project':
      case 'method':
        return { title, on: { kind, name: '' }, by, text }
      case 'code':
        return { title, on: { kind, name }, by, text }
      case 'kind of interview':
        return { title, on: { kind: 'interviews', name }, by, text }
      default:
        throw new SampleFault(file, at, `a memo is on the project, the method, a code or a kind of interview`)
    }
  })
}
