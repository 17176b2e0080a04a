/**
 * How a transcript marks its speakers: `colon` (`Ана: text`, also alone on the line, also with a time), `bold` (`**Ana:** text`), `name-time` (`Ana  0:03`,
 * the words below), `full-stop` (`Ричард. Text`), `own-line` (the name alone on its line), `table` (a column of a table), `dash` (a dash before every
 * turn, nobody named), `paragraphs` (nothing marks them: every paragraph is a turn of nobody).
 */
export const labelStyles = [
  'colon',
  'bold',
  'name-time',
  'full-stop',
  'own-line',
  'table',
  'dash',
  'paragraphs',
] as const
/** One of `labelStyles`. */
export type FoundStyle = (typeof labelStyles)[number]

/** What is to be taken for a label: what the text itself suggests, one style, or just the labels that a person lists. */
export type LabelStyle = 'auto' | FoundStyle | { readonly labels: readonly string[] }
