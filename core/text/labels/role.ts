import { fold } from '../fold'
import type { SpeakerRole } from '../turn'

const INTERVIEWER =
  'interviewer int interv researcher moderator mod facilitator host question q iv ir frage interviewerin interviewende f forscher forscherin moderatorin ' +
  'интервьюер инт интерв исследователь исследовательница модератор мод ведущий ведущая вопрос в вопр и корреспондент корр журналист собеседующий ' +
  'інтервʼюер інтервюер інтерв’юер дослідник дослідниця модераторка питання ведуча ведучий запитання ' +
  'ankieter ankieterka badacz badaczka pytanie p prowadzący prowadząca moderatorka wywiadowca ' +
  'entrevistador entrevistadora pregunta investigador investigadora moderadora ' +
  'entrevistadora enquesta enquestador intervieweur intervieweuse enqueteur enquêteur enquêteuse enquêtrice chercheur chercheuse animateur animatrice modérateur modératrice ' +
  'сұхбаттасушы сұрақ інтэрвʼюер пытанне'

const RESPONDENT =
  'respondent resp r participant interviewee informant subject answer a ans expert befragter befragte befragt antwort experte expertin teilnehmer teilnehmerin b ' +
  'респондент респондентка респ отв ответ о р информант информантка инф эксперт экспертка участник участница опрашиваемый собеседник собеседница интервьюируемый ' +
  'респондентка відповідь відп учасник учасниця експерт експертка інформант опитуваний ' +
  'respondentka odpowiedź odpowiedz o badany badana rozmówca rozmówczyni uczestnik uczestniczka ' +
  'entrevistado entrevistada respuesta participante informante entrevistat resposta participants ' +
  'enquêté enquêtée interviewé interviewée répondant répondante réponse participante ' +
  'жауап рэспандэнт адказ'

const OTHER =
  'break jingle outro intro narrator audience all everyone unknown unidentified voice voices аудитория все перерыв голос голоса неизвестный реплика из-зала зал аудиторія усі przerwa publiczność wszyscy głos público publico pausa todos public tous pause alle publikum'

const ROLES: ReadonlyMap<string, SpeakerRole> = new Map([
  ...named(OTHER, 'other'),
  ...named(RESPONDENT, 'respondent'),
  ...named(INTERVIEWER, 'interviewer'),
])

function named(words: string, role: SpeakerRole): readonly (readonly [string, SpeakerRole])[] {
  return words.split(' ').map((word) => [fold(word), role] as const)
}

/**
 * The role that a label names by itself, or null for a person's name: `Researcher 1`, `Интервьюер`, `Q`, `Респондент 3 (жен.)`, `Ответ`. One letter is
 * such a word only among others (see `rolesOf`), for it may as well be an initial. English, Russian, Ukrainian, Belarusian, Kazakh, Polish, Spanish,
 * Catalan, French, German.
 */
export function roleOf(label: string): SpeakerRole | null {
  const words = fold(label.replace(/\([^)]*\)/gu, ' '))
    .split(/[^\p{L}\p{M}’ʼ-]+/u)
    .filter((word) => word !== '')
  const [first, second] = words
  if (first === undefined || words.length > 3) return null
  // A single letter beside other words is part of a name: "Ana B.".
  const known = (word: string | undefined) =>
    word === undefined || (word.length === 1 && words.length > 1) ? undefined : ROLES.get(word)
  return known(first) ?? known(second) ?? null
}

/** What is known of a speaker for guessing: the label, how many words were said, how many of the turns ask something. */
export type Heard = { readonly label: string; readonly words: number; readonly turns: number; readonly asking: number }

/** Pairs of letters that name question and answer together; P is a question in Spanish and Polish, a pilot elsewhere, so it needs its partner. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['q', 'a'],
  ['в', 'о'],
  ['и', 'р'],
  ['и', 'о'],
  ['в', 'р'],
  ['i', 'r'],
  ['i', 'p'],
  ['p', 'r'],
  ['p', 'o'],
  ['f', 'a'],
  ['i', 'b'],
  ['q', 'r'],
  ['п', 'в'],
]

/**
 * The roles of a text's speakers: what their labels say; else, where nobody is the interviewer by label, the one who asks most often and does not say most
 * of the words. Nobody is made an interviewer without questions.
 */
export function rolesOf(speakers: readonly Heard[]): readonly SpeakerRole[] {
  const folded = speakers.map(({ label }) => fold(label).replace(/[.\d\s]+$/u, ''))
  const turns = speakers.reduce((sum, speaker) => sum + speaker.turns, 0)
  // Among a crew of call signs P and R are no question and answer.
  const often = (letter: string) => (speakers[folded.indexOf(letter)]?.turns ?? 0) * 6 >= turns
  const pair = PAIRS.find(([ask, answer]) => often(ask) && often(answer))
  const said = speakers.map(({ label }, index) => {
    const letter = folded[index] ?? ''
    if (letter.length > 1) return roleOf(label)
    return letter === pair?.[0]
      ? 'interviewer'
      : letter === pair?.[1]
        ? 'respondent'
        : letter === 'q'
          ? 'interviewer'
          : null
  })
  const asks = said.includes('interviewer') ? -1 : theOneWhoAsks(speakers, said)
  return said.map((role, index) => role ?? (index === asks ? 'interviewer' : 'respondent'))
}

function theOneWhoAsks(speakers: readonly Heard[], said: readonly (SpeakerRole | null)[]): number {
  const open = speakers.filter((_, index) => said[index] !== 'other')
  if (open.length < 2) return -1
  const words = open.reduce((sum, speaker) => sum + speaker.words, 0)
  const turns = open.reduce((sum, speaker) => sum + speaker.turns, 0)
  let best = -1
  let most = 0
  speakers.forEach((speaker, index) => {
    if (said[index] !== null || speaker.turns * 10 < turns || speaker.words * 2 > words) return
    const rate = speaker.asking / speaker.turns
    if (rate > most) {
      most = rate
      best = index
    }
  })
  const others = Math.max(
    ...open.filter((speaker) => speaker !== speakers[best]).map(({ asking, turns: all }) => asking / all),
  )
  return most >= 0.25 || (most >= 0.1 && most >= 2 * others) ? best : -1
}
