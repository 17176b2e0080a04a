const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю.'

const SOUNDS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ў: 'u',
} // prettier-ignore

/** What would stand here had the keyboard been in the other layout, Russian for English and English for Russian; lower case. */
export function otherLayout(typed: string): string {
  const lower = typed.toLowerCase()
  const cyrillic = /\p{Script=Cyrillic}/u.test(lower)
  const [from, to] = cyrillic ? [CYRILLIC, LATIN] : [LATIN, CYRILLIC]
  return Array.from(lower, (letter) => {
    const at = from.indexOf(letter)
    return at < 0 ? letter : to.charAt(at)
  }).join('')
}

/** A word in Latin letters by its sound, lower case: for finding a name typed in the other alphabet, not for showing. */
export function inLatin(word: string): string {
  return Array.from(word.toLowerCase(), (letter) => SOUNDS[letter] ?? letter).join('')
}
