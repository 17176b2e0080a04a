import { fold } from '@/core/text/fold'

/** What a column of a codebook's table, or a label in a printed one, can mean. `use` is a count or anything else that is the data's and not the code's. */
export type CodebookField =
  | 'path'
  | 'name'
  | 'parent'
  | 'definition'
  | 'include'
  | 'exclude'
  | 'example'
  | 'aliases'
  | 'use'

// Our own headings in both languages, and those that other programs and handmade codebooks have.
const words: Readonly<Record<CodebookField, readonly string[]>> = {
  path: ['path', 'code path', 'code system', 'codesystem', 'hierarchy', 'путь', 'путь кода', 'система кодов'],
  name: [
    ...['name', 'code', 'code name', 'code label', 'label', 'tag', 'node', 'theme', 'category'],
    ...['название', 'название кода', 'код', 'имя', 'тег', 'узел', 'тема', 'категория'],
  ],
  parent: [
    ...['parent', 'parent code', 'parent name', 'under', 'under code'],
    ...['под кодом', 'родитель', 'родительский код', 'вышестоящий код'],
  ],
  definition: [
    ...['definition', 'full definition', 'brief definition', 'description', 'comment', 'memo', 'code memo'],
    ...['определение', 'описание', 'комментарий', 'заметка', 'мемо'],
  ],
  include: [
    ...['include', 'inclusion', 'inclusion criteria', 'when to use', 'apply when'],
    ...['включать', 'включение', 'критерии включения', 'когда использовать', 'когда ставить'],
  ],
  exclude: [
    ...['exclude', 'exclusion', 'exclusion criteria', 'when not to use', 'do not apply when'],
    ...['не включать', 'исключать', 'исключение', 'критерии исключения', 'когда не использовать', 'когда не ставить'],
  ],
  example: ['example', 'examples', 'typical example', 'anchor example', 'пример', 'примеры', 'якорный пример'],
  aliases: ['aliases', 'alias', 'other words', 'synonyms', 'другие слова', 'синонимы', 'другие названия'],
  use: [
    ...['codings', 'coded segments', 'files', 'references', 'frequency', 'number of codings', 'grounded', 'density'],
    ...['кодирований', 'кодирования', 'частота', 'число кодирований', 'файлы', 'ссылки'],
  ],
}

const byWord = new Map<string, CodebookField>()
for (const field of keys()) for (const word of words[field]) byWord.set(fold(word), field)

function keys(): readonly CodebookField[] {
  return ['path', 'name', 'parent', 'definition', 'include', 'exclude', 'example', 'aliases', 'use']
}

/** What a heading means; null when nobody knows. */
export function fieldOf(heading: string): CodebookField | null {
  return byWord.get(fold(heading).replace(/\s*[:：]$/u, '')) ?? null
}

/** Whether a heading is that of one level among several (`Level 2`, `Код 3`): its number from 1, or null. */
export function levelOf(heading: string): number | null {
  const found = /^(?:level|code|category|theme|уровень|код|категория|тема)\s*(\d{1,2})$/u.exec(fold(heading))
  return found ? Number(found[1]) : null
}
