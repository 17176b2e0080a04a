/** Small words of a language that come in every text; chosen so that its neighbours do not share most of them. */
const STOPS: Readonly<Record<string, string>> = {
  en: 'the and that is it you of to was have what so this they but with are not for',
  es: 'que de la el los es y en las una por con no para como pero más muy está porque',
  ca: 'que de la el els és i en les una per amb no com però més molt està perquè és aquest això hi ha',
  fr: 'que de la le les est et en des une pour avec pas comme mais plus dans qui vous c’est je nous',
  de: 'und die der das ist ich nicht es wir in zu auch ja mit auf ein eine dass aber war',
  pl: 'i w nie na się to że jest z do jak ale tak co po tym już są być jestem',
  it: 'che di la il e è non in per una con le sono ma come più si anche questo della',
  pt: 'que de a o os é e em as uma por com não para como mas mais muito está você',
  nl: 'de het een en van ik is dat niet je in te op we maar ook die zijn met voor',
  cs: 'a to je se na že v ale tak jsem by jako co s jsme už jsou není bylo když',
  lt: 'ir kad yra tai ne į su aš bet kaip tik buvo mes jau labai iš ar nes dar čia',
  tr: 've bir bu da de için ne ben çok var gibi ama o evet daha şey değil olarak sonra kadar',
  ru: 'и в не что на я с то как это он но так все по же а мы они было',
  uk: 'і в не що на я з то як це він але так все по ж а ми вони було та є у',
  be: 'і ў не што на я з то як гэта ён але так усё па ж а мы яны было ды ёсць',
  kk: 'және мен бұл ол бір де да үшін бар деп болды біз емес сол қазақ осы олар жоқ керек',
  bg: 'и в не че на аз с то как това той но така всичко по а ние те беше да се за от е',
  sr: 'и у не да на ја са то као је он али тако све по а ми они било се што',
}

/** Scripts that one language here stands for. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30FF]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
]

/** Letters that only one of the languages has which are written alike otherwise. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[їґ]/u, 'uk'],
  [/ў/u, 'be'],
  [/[әғқңұүһ]/u, 'kk'],
  [/[ыэё]/u, 'ru'],
  [/[ћђљњ]/u, 'sr'],
]

const SAMPLE = 40_000

/**
 * The language of a text as its ISO 639-1 code, or '' when it cannot be told: by script, then by small words and by letters that its neighbours lack.
 * Looks at the first 40,000 characters.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE).normalize('NFC').toLowerCase()
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return ''
  for (const [script, language] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters
    // Japanese is known by its kana, which stand between many Han characters.
    if (share > (language === 'ja' ? 0.1 : 0.4)) return language
  }
  return byWords(sample)
}

function byWords(sample: string): string {
  const words = sample.match(/[\p{L}\p{M}’']+/gu) ?? []
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  let best = ''
  let most = 0
  for (const [language, stops] of Object.entries(STOPS)) {
    const found = new Set(stops.split(' '))
    let hits = 0
    for (const stop of found) hits += times.get(stop) ?? 0
    const score = hits * bonus(sample, language)
    if (score > most) {
      most = score
      best = language
    }
  }
  return most * 20 >= words.length ? best : ''
}

function bonus(sample: string, language: string): number {
  const own = LETTERS.find(([, other]) => other === language)?.[0]
  const count = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  if (count === 0 || own === undefined) return 1
  const found = sample.match(new RegExp(own.source, 'gu'))?.length ?? 0
  return 1 + Math.min(1, (100 * found) / count)
}
