import { fold } from '../fold'

/** Beginnings of lines that have a colon and repeat, and are nobody's name. */
const NEVER = new Set(
  fold(
    'http https ftp mailto note notes example examples e.g i.e url link links source sources date time location topic title figure table pdf paper version tags media speakers transcript pause laughter applause silence music yes no yeah okay ok right sure well да нет угу ага хорошо ладно так ну вот например примечание источник дата время место тема рис таблица пауза смех аплодисменты молчание тишина тема продолжительность длительность проект пол возраст профессия запись название город thema ort datum dauer titel quelle projekt aufnahme transkription alter geschlecht beruf temat data miejsce fecha lugar tema duración sujet lieu durée age gender occupation duration city project recording subject roger molt bé gràcies sí ні',
  ).split(' '),
)

/**
 * Whether a piece of a line could be a speaker's label by its form alone: up to 70 characters and 8 words (a bracket at the end not counted), with a letter, beginning with a letter or a
 * digit, without the signs of a sentence.
 */
export function isLabel(label: string): boolean {
  if (label.length === 0 || label.length > 70) return false
  if (!/^[\p{L}\p{N}]/u.test(label) || !/\p{L}/u.test(label)) return false
  if (/[;!?"«»“”=<>{}|#\\\t`~]|\.\.|…|\/\/| [-–—] /u.test(label)) return false
  return label.replace(/\s*\([^()]*\)$/u, '').split(/\s+/u).length <= 8
}

/** Words that begin lines again and again without naming anybody. */
export function isNever(label: string): boolean {
  return NEVER.has(fold(label).replace(/\.$/u, ''))
}

const PARTICLES = new Set(
  'i y e de del dels la las les el los di da do dos das van von der den zu af al bin ibn d’ и the of and в'.split(' '),
)

/**
 * Whether a label reads as the name of a person who may speak only once: two words or more, each with a capital or a particle of names, or a name with
 * its short form in brackets.
 */
export function isNameLike(label: string): boolean {
  const bare = label.replace(/\s*\([^)]*\)$/u, '')
  const words = bare.split(/[\s\u00A0]+/u)
  const capitals = words.filter((word) => /^[«“]?\p{Lu}/u.test(word)).length
  const rest = words.filter(
    (word) => !/^\p{Lu}/u.test(word) && !PARTICLES.has(word.toLowerCase()) && !/^d[’']\p{Lu}/u.test(word),
  )
  if (label !== bare && /^\p{Lu}/u.test(bare)) return true
  if (words.length >= 2 && words.length <= 5 && rest.every((word) => /^\d{1,2}$/u.test(word))) {
    return capitals >= 2 || (capitals === 1 && rest.length === 1)
  }
  return false
}

/** Initials or a word in capitals: `SL`, `РС`, `А.Дж.`, `STALLMAN`, `BELL 7`, `Q`. */
export function isCapitals(label: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}\s.'’()-]*$/u.test(label) || /^(?:\p{Lu}\p{Ll}?\.){1,3}$/u.test(label)
}
