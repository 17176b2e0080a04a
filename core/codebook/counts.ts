import type { Node } from './path'
import { tree } from './tree'

/** How often a code was put on something: codings, and interviews that have at least one. */
export type Count = { readonly codings: number; readonly interviews: number }

/** Of a code: with itself alone, and with all that is under it too, an interview counted once. */
export type Counts = { readonly own: Count; readonly all: Count }

/** Codings of one code in one interview. */
export type Use = { readonly codeId: string; readonly interviewId: string; readonly codings: number }

/** The counts of every code, by id; codes without codings have zeros. Uses of codes that are not among the given are left out. */
export function counted(codes: readonly Node[], uses: readonly Use[]): Readonly<Record<string, Counts>> {
  const byCode = new Map<string, Use[]>()
  for (const use of uses) {
    const known = byCode.get(use.codeId)
    if (known) known.push(use)
    else byCode.set(use.codeId, [use])
  }
  const found: Record<string, Counts> = {}
  const count = ({ code, children }: Branch): { codings: number; interviews: Set<string> } => {
    const own = byCode.get(code.id) ?? []
    const interviews = new Set(own.map((use) => use.interviewId))
    const self = { codings: own.reduce((sum, use) => sum + use.codings, 0), interviews: interviews.size }
    let codings = self.codings
    for (const child of children) {
      const below = count(child)
      codings += below.codings
      for (const id of below.interviews) interviews.add(id)
    }
    found[code.id] = { own: self, all: { codings, interviews: interviews.size } }
    return { codings, interviews }
  }
  for (const root of tree(codes)) count(root)
  return found
}

type Branch = ReturnType<typeof tree<Node>>[number]
