/** The kinds of value that an interview's variable can have. */
export const variableKinds = ['text', 'number', 'date', 'category'] as const
/** One of `variableKinds`. */
export type VariableKind = (typeof variableKinds)[number]

/** A variable of a project's interviews. `categories` are a category's values in their order, empty for other kinds. */
export type Variable = {
  readonly id: string
  readonly name: string
  readonly kind: VariableKind
  readonly categories: readonly string[]
}

/** The values of one interview by variable id, as text: numbers in JavaScript's notation, dates as YYYY-MM-DD. A missing key is no value. */
export type Values = Readonly<Record<string, string>>
