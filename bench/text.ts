import type { ReadText } from '@/core/interviews/interview'
import type { Turn } from '@/core/text/turn'
import { between, oneOf, type Random } from './random'

const vocabulary = {
  en: `border customs people region road trade market money family village town school language work permit driver
    truck queue inspection official company small large local foreign new old good bad difficult simple often never always
    sometimes before after here there because however perhaps we they everybody nobody somebody goes comes brings
    sells buys waits says thinks knows remembers changes grows closes opens helps asks answers year month day week
    milk meat grain cheese timber fuel price tax document neighbour relative cooperation agreement union rule law`,
  ru: `граница таможня люди регион дорога торговля рынок деньги семья деревня город школа язык работа разрешение водитель
    грузовик очередь проверка чиновник предприятие малый большой местный зарубежный новый старый хороший плохой трудный простой
    часто никогда всегда иногда раньше потом здесь там потому однако возможно мы они все никто кто-то едет приходит
    привозит продаёт покупает ждёт говорит думает знает помнит меняется растёт закрывается открывается помогает спрашивает
    отвечает год месяц день неделя молоко мясо зерно сыр лес топливо цена налог документ сосед родственник сотрудничество
    соглашение союз правило закон`,
} as const
const words = { en: vocabulary.en.split(/\s+/u), ru: vocabulary.ru.split(/\s+/u) }
const labels = { en: ['Interviewer', 'Respondent'], ru: ['Интервьюер', 'Респондент'] } as const

/** A language in which text is composed. */
export type Language = keyof typeof vocabulary

/** A phrase of so many words, without capitals and full stop. */
export function phrase(random: Random, language: Language, length: number): string {
  return Array.from({ length }, () => oneOf(random, words[language])).join(' ')
}

function sentence(random: Random, language: Language, asks: boolean): { text: string; words: number } {
  const length = between(random, 5, 19)
  const cut = between(random, 2, length)
  const said = `${phrase(random, language, cut)}, ${phrase(random, language, length - cut)}`
  return { text: `${said.charAt(0).toUpperCase()}${said.slice(1)}${asks ? '?' : '.'}`, words: length }
}

/** An interview of at least so many words: question and answer in turn, each a line that begins with a label. */
export function transcript(random: Random, language: Language, atLeast: number): ReadText {
  const turns: Turn[] = []
  const parts: string[] = []
  let written = 0
  let at = 0
  for (let speaker = 0; written < atLeast; speaker = 1 - speaker) {
    const asks = speaker === 0
    const sentences = Array.from({ length: asks ? between(random, 1, 4) : between(random, 3, 15) }, (_, i) =>
      sentence(random, language, asks && i === 0),
    )
    const label = `${labels[language][asks ? 0 : 1]}: `
    const said = sentences.map(({ text }) => text).join(' ')
    const end = at + label.length + said.length
    turns.push({ start: at, said: at + label.length, end, speaker, time: null })
    parts.push(label + said)
    written += sentences.reduce((sum, one) => sum + one.words, 1)
    at = end + 2
  }
  const speakers = [
    { name: labels[language][0], role: 'interviewer' as const },
    { name: labels[language][1], role: 'respondent' as const },
  ]
  return { text: parts.join('\n\n'), turns, speakers, language }
}
