/** The letters of an alphabet by how often they come in running text, most frequent first; the Cyrillic ones Russian, then Ukrainian and Belarusian. */
const ALPHABETS = [
  { script: /\p{Script=Cyrillic}/u, letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєўґ' },
  { script: /\p{Script=Greek}/u, letters: 'αοιετσνηυρπκμλςωδγθχφβξζψόάίέήύώϊϋΐΰ' },
  { script: /\p{Script=Arabic}/u, letters: 'اليمونرتبعدسفهكقحجشطصخأةذضزىغظئءإثؤآ' },
  { script: /\p{Script=Hebrew}/u, letters: 'יוהלאמרתבשנכםדעחקטפצגזסןךףץ' },
] as const
/** Latin letters beyond ASCII in the languages that people are interviewed in: western, central and northern Europe, Turkish. */
const LATIN = new Set('éèàçñáíóúüöäßêâîôûëïœæåøąćęłńśźżčšžřěůýťďňőűğışțăãõò')
/** Those of them that are frequent where they are used at all; this tells Spanish from what its bytes would be in a Polish table. */
const FREQUENT = new Set('éáóíñüöäßèàçêłęąåø')
const PUNCTUATION = new Set('«»“”„‘’‚–—…№•\u00a0\u00ad¿¡§°©®€™½¼¾²³·′´')
const HAN = new Set(
  '的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡',
)
const HANGUL = new Set('이다는을를에의가고하지기도로은한서사어나리대해그있자으일')

/**
 * How much a text looks as if it had been decoded rightly: the mean of what its characters beyond ASCII are worth, about +2 for real text and
 * below 0 for a wrong table. Cyrillic is weighed by letter frequency; capitals inside words, alphabets mixed within a word, rare signs and what
 * the table does not have count against it.
 */
export function plausibility(text: string): number {
  let sum = 0
  let counted = 0
  let before = ' '
  for (const character of text) {
    if (character > '\u007f') {
      sum += worth(character, before)
      counted++
    } else if (isAsciiLetter(character) && before > '\u007f') {
      if (isAlone(before)) sum -= 3
      else if (character < 'a' && before.toUpperCase() !== before) sum -= 4
    }
    before = character
  }
  return counted === 0 ? 0 : sum / counted
}

function worth(character: string, before: string): number {
  if (character === '\uFFFD' || /\p{Cc}|\p{Cn}|\p{Co}/u.test(character)) return -20
  if (PUNCTUATION.has(character)) return inPlace(character, before) ? 2.2 : 0.3
  if (!/\p{L}/u.test(character)) return /\p{M}/u.test(character) ? 0 : isWide(character) ? 0.5 : -3
  const lower = character.toLowerCase()
  const capital = lower !== character
  // A capital after a small letter is the sign of a table with the cases the other way round.
  const crooked = capital && before.toUpperCase() !== before ? -4 : 0
  for (const { script, letters } of ALPHABETS) {
    if (script.test(character)) return crooked + frequency(letters.indexOf(lower)) - (isAsciiLetter(before) ? 4 : 0)
  }
  if (/\p{Script=Latin}/u.test(character)) return crooked + latin(lower, before)
  if (HAN.has(character) || HANGUL.has(character)) return 4
  if (/[\u3041-\u30fc]/u.test(character)) return 2.5
  if (/[\uff66-\uff9f]/u.test(character)) return -3
  if (/\p{Script=Han}|\p{Script=Hangul}/u.test(character)) return -0.5
  return 1
}

/** Quotation marks open after a blank and close or stand as apostrophes after a letter or a stop; dashes have a blank before them. */
function inPlace(character: string, before: string): boolean {
  const afterBlank = /[\s\u00a0([]/u.test(before)
  return '“«„‘–—¿¡'.includes(character) ? afterBlank : '’”»…'.includes(character) && !afterBlank
}

function frequency(rank: number): number {
  return rank < 0 ? -5 : 3 - rank / 8
}

function latin(lower: string, before: string): number {
  if (!LATIN.has(lower)) return -3
  return before > '\u007f' && /\p{L}/u.test(before) ? -2 : FREQUENT.has(lower) ? 2 : 1.5
}

/** Letters of alphabets that no word shares with ASCII letters. */
function isAlone(character: string): boolean {
  return ALPHABETS.some(({ script }) => script.test(character))
}

function isAsciiLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
}

function isWide(character: string): boolean {
  return /[\u3000-\u303f\uff00-\uff65\u2010-\u2027\u060c\u061b\u061f]/u.test(character)
}
