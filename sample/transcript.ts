import type { Speaker, TranscriptText, Turn } from '@/core/text/turn'
import { wordCount } from '@/core/text/words'
import { places } from './lexicon'
import type { Plan } from './plan'
import type { Random } from './random'
import type { Language, Stakeholder } from './terms'

/** A question and its answer as they are written down. */
export type Exchange = { readonly question: string; readonly answer: string }

/** A transcript with the range of every answer's words, and how long the conversation took, in minutes. */
export type Written = {
  readonly transcript: TranscriptText
  readonly answers: readonly { readonly start: number; readonly end: number }[]
  readonly minutes: number
}

/** What every transcript begins with, in its language. */
export const notice: Readonly<Record<Language, string>> = {
  ru: 'Эта стенограмма составлена для программы. Ни один реальный собеседник здесь не говорит: респондент, организация и разговор придуманы.',
  en: 'This transcript was composed for this program. No real interviewee speaks in it: the respondent, the organisation and the conversation are invented.',
}

const stakeholderNames: Readonly<Record<Language, Readonly<Record<Stakeholder, string>>>> = {
  ru: { government: 'органы власти', business: 'бизнес', 'non-profit': 'некоммерческая организация' },
  en: { government: 'government', business: 'business', 'non-profit': 'non-profit organisation' },
}

type Labels = { readonly asks: string; readonly answers: string; readonly mark: ':' | '.' }
const labels: Readonly<Record<Language, readonly Labels[]>> = {
  ru: [
    { asks: 'Интервьюер', answers: 'Респондент', mark: ':' },
    { asks: 'Интервьюер', answers: 'Респондент', mark: ':' },
    { asks: 'Интервьюер', answers: 'Эксперт', mark: ':' },
    { asks: 'В', answers: 'О', mark: '.' },
  ],
  en: [
    { asks: 'Interviewer', answers: 'Respondent', mark: ':' },
    { asks: 'Interviewer', answers: 'Respondent', mark: ':' },
    { asks: 'Q', answers: 'A', mark: ':' },
  ],
}

/** Writes a conversation down the way this transcriber labels it; two of five transcripts have time stamps. */
export function written(chance: Random, plan: Plan, name: string, exchanges: readonly Exchange[]): Written {
  const label = chance.pick(labels[plan.language])
  const stamped = chance.chance(0.4)
  const wordsPerMinute = chance.int(62, 84)
  const speakers: readonly Speaker[] = [
    { name: label.asks, role: 'interviewer' },
    { name: label.answers, role: 'respondent' },
  ]
  const head = header(plan, name)
  const turns: Turn[] = [{ start: 0, end: head.length, said: 0, speaker: null, time: null }]
  const answers: { start: number; end: number }[] = []
  let text = head
  let seconds = chance.int(2, 20)
  const say = (speaker: 0 | 1, words: string) => {
    text += '\n\n'
    const start = text.length
    const time = stamped ? Math.round(seconds) : null
    text += `${time === null ? '' : `[${clock(time)}] `}${speaker === 0 ? label.asks : label.answers}${label.mark} `
    const said = text.length
    text += words
    turns.push({ start, end: text.length, said, speaker, time })
    if (speaker === 1) answers.push({ start: said, end: text.length })
    seconds += (wordCount(words) * 60) / wordsPerMinute + 1
  }
  for (const { question, answer } of exchanges) {
    say(0, question)
    say(1, answer)
  }
  return { transcript: { text: `${text}\n`, turns, speakers }, answers, minutes: Math.max(1, Math.round(seconds / 60)) }
}

function header(plan: Plan, name: string): string {
  const { language, year } = plan
  const where = language === 'ru' ? places[plan.region].ru.nom : places[plan.region].en
  const who = stakeholderNames[language][plan.stakeholder]
  const line =
    language === 'ru'
      ? `Интервью ${name}: ${where}, ${who}, ${year} год`
      : `Interview ${name}: ${where}, ${who}, ${year}`
  return `${notice[language]}\n${line}`
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
