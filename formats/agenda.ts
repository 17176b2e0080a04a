/** A question as an agenda has it: who asked whom, the words it is about, and what was answered so far. */
export type AgendaItem = {
  readonly question: string
  readonly asked: string
  readonly quote: string
  readonly answers: readonly string[]
}

/** What is to be decided: questions under their interviews, numbered through, each with room for what is decided. `decision` is the word before that room. */
export type Agenda = {
  readonly title: string
  readonly subtitle: readonly string[]
  /** What must not be missed, null for nothing. */
  readonly notice: string | null
  readonly groups: readonly { readonly heading: string; readonly items: readonly AgendaItem[] }[]
  readonly decision: string
  /** BCP 47, for the spelling check of whoever opens it. */
  readonly language: string
}
