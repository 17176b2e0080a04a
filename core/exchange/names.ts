/** Names for a note, the first ten: “a”, “b” … */
export function quotedNames(names: readonly string[]): string {
  const first = names.slice(0, 10).map((name) => `“${name}”`)
  return names.length > 10 ? `${first.join(', ')} …` : first.join(', ')
}

/** What a project that comes in could not keep or had to change; `key` names a text among the messages' notes, `values` fill it. */
export type Finding = {
  readonly key:
    | 'qdaSetsLeftOut'
    | 'qdaSetsKept'
    | 'qdaNotesLeftOut'
    | 'qdaCasesLeftOut'
    | 'qdaRemarksLeftOut'
    | 'qdaRenamed'
    | 'qdaSameCodings'
    | 'qdaEmptyPassages'
    | 'qdaValuesLeftOut'
  readonly values: Readonly<Record<string, string | number>>
}
