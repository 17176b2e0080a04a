import { expect, test } from 'vitest'
import { plainWord, stem } from './stem'

/** Endings of regular words by class; each line is "bases|endings", every base taking every ending ('-' for none). */
const paradigms = `рынок: рынок рынка рынку рынком рынке рынки рынков рынкам рынками рынках
конец: конец конца концу концом конце концы концов концам концами концах
отец: отец отца отцу отцом отце отцы отцов отцам отцами отцах
письмо: письмо письма письму письмом письме писем письмам письмами письмах
окно: окно окна окну окном окне окон окнам окнами окнах
сестра: сестра сестры сестре сестру сестрой сестёр сёстры сёстрам
деньги: деньги денег деньгам деньгами деньгах
копейка: копейка копейки копейке копейку копейкой копеек копейкам
угол: угол угла углу углом угле углы углов углам
ветер: ветер ветра ветру ветром ветре ветры ветров
огонь: огонь огня огню огнём огне огни огней
любовь: любовь любви любовью
церковь: церковь церкви церковью церквей церквам
день: день дня дню днём дне дни дней дням днями днях
боец: боец бойца бойцу бойцом бойцы бойцов
человек: человек человека человеку людей люди людям людьми
ребёнок: ребёнок ребёнка дети детей детям детьми
друг: друг друга другу друзья друзей друзьям
время: время времени временем времена времён временам
гражданин: гражданин гражданина граждане граждан гражданам гражданами
мать: мать матери матерью матерей матерям
писать: писать пишу пишешь пишет писал писала писали пиши
сказать: сказать скажу скажет скажут сказал сказала сказали
искать: искать ищу ищет ищут искал искали
просить: просить прошу просит просят просил просила
ходить: ходить хожу ходит ходят ходил ходили
видеть: видеть вижу видит видят видел видели
любить: любить люблю любит любят любил любили
купить: купить куплю купит купят купил купили
платить: платить плачу платит платят платил
готовить: готовить готовлю готовит готовят готовил
мочь: мочь могу может можем могут мог могла могли
помочь: помочь помогу поможет помогут помог помогла помогли
идти: идти иду идёт идут шёл шла шли
прийти: прийти приду придёт придут пришёл пришла пришли
найти: найти найду найдёт найдут нашёл нашла нашли
ехать: ехать еду едет едут ехал ехали
хотеть: хотеть хочу хочет хотим хотят хотел хотели
жить: жить живу живёт живут жил жила жили
взять: взять возьму возьмёт возьмут взял взяла взяли
понять: понять пойму поймёт поймут понял поняла поняли
начать: начать начну начнёт начнут начал начала начали
брать: брать беру берёт берут брал брала брали
ждать: ждать жду ждёт ждут ждал ждали
знать: знать знаю знает знают знал знала знали
дать: дать дам даст дадут дал дала дали
хороший: хороший хорошая хорошего лучше лучший`
const regular: readonly (readonly [string, string])[] = [
  [
    'стол закон завод магазин вопрос район город комитет проект центр факт банк фонд спор транспорт экспорт импорт налог склад груз',
    '- а у ом е ы ов ам ами ах',
  ],
  ['границ таможн школ машин стран мер работ газет проблем фирм групп систем культур власт', 'а ы е у ой'],
  ['дорог книг рек помощниц', 'а е у ой'],
  ['партнерств государств правительств качеств общество'.replace('общество', 'обществ'), 'о а у ом е'],
  ['решени отношени предприяти соглашени развити условии'.replace('условии', 'услови'), 'е я ю ем й ям ями ях'],
  ['организаци территори традици компани ситуаци экономи'.replace(' экономи', ''), 'я и ю ей й ям ями ях'],
  ['област возможност трудност деятельност собственност', 'ь и ью ей ям ями ях'],
  ['договор разговор выбор сосед'.replace(' сосед', ''), '- а у ом е ы ов ам ами ах'],
  [
    'нов стар местн российск областн пограничн главн важн сильн трудн белорусск казахск',
    'ый ая ое ые ого ой ому ым ую ом ых ыми'.replaceAll('ый ', 'ая '),
  ],
  ['дела дума спрашива открыва покупа узнава понима помога получа', 'ть л ла ли'],
  ['говор прода стро'.split(' ')[0] ?? '', 'ить ю ит им ите ят ил ила или'],
  ['звон смотр'.split(' ')[0] ?? '', 'ить ю ит им ят ил ила или'],
]
const englishParadigms = `go: go goes going went gone
child: child children
man: man men
mouse: mouse mice
write: write writes wrote written writing
city: city cities
country: country countries
run: run runs ran running`
const englishVerbs = 'work talk ask call help start wait walk open pass cross visit report import export export trade'
  .replace(' trade', '')
  .split(' ')
const englishNouns =
  'border market road law town school car bank project question answer partner problem region custom river farm shop tax product neighbor idea friend letter plan price group firm office'.split(
    ' ',
  )

const given = (lines: string): string[][] => lines.split('\n').map((line) => line.replace(/^\S+: /, '').split(' '))
const russianWords = [
  ...given(paradigms),
  ...regular.flatMap(([bases, ends]) =>
    bases.split(' ').map((base) => ends.split(' ').map((end) => base + (end === '-' ? '' : end))),
  ),
]
const englishWords = [
  ...given(englishParadigms),
  ...englishVerbs.map((verb) => [verb, verb + (/(s|sh|ch)$/.test(verb) ? 'es' : 's'), `${verb}ed`, `${verb}ing`]),
  ...englishNouns.map((noun) => [noun, noun + (/x$/.test(noun) ? 'es' : 's')]),
]

/** Forms that share the stem of the first form, of all forms behind the first. */
function recall(words: readonly (readonly string[])[]): { share: number; missed: string[] } {
  const pairs = words.flatMap(([first = '', ...rest]) => rest.map((form) => ({ first, form })))
  const missed = pairs
    .filter(({ first, form }) => stem(first) !== stem(form))
    .map(({ first, form }) => `${first}~${form}`)
  return { share: 1 - missed.length / pairs.length, missed }
}

/** Pairs of different words that share a stem. */
function conflated(words: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, string>()
  return words.flatMap(([first = '']) => {
    const before = seen.get(stem(first))
    seen.set(stem(first), first)
    return before === undefined || before === first ? [] : [`${before}=${first}`]
  })
}

test('the forms of a Russian word find each other', () => {
  const { share, missed } = recall(russianWords)
  expect(missed).toEqual([])
  expect(share).toBe(1)
})

test('the forms of an English word find each other', () => {
  expect(recall(englishWords).missed).toEqual([])
})

test('different words stay apart', () => {
  expect(conflated([...russianWords, ...englishWords])).toEqual([])
})

test('ё is е, case and stress marks do not matter, other alphabets stand for themselves', () => {
  expect(stem('ЁЛКА')).toBe(stem('елка'))
  expect(plainWord('зако\u0301н')).toBe('закон')
  expect(stem('日本')).toBe('日本')
})
test('the lists are as long as they should be', () => {
  expect(russianWords.length).toBeGreaterThanOrEqual(130)
  expect(englishWords.length).toBeGreaterThanOrEqual(45)
})
