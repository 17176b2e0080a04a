import type { Passage } from './passage'
import type { Random } from './random'
import type { Gender, Language } from './terms'

/** Who says it when a respondent hands on what somebody of another trade said: a man, a woman, and how an English transcript calls either. */
type Teller = { readonly m: string; readonly f: string; readonly en: string }

const tellers: Readonly<Record<string, Teller>> = {
  farmer: { m: 'фермер', f: 'хозяйка фермы', en: 'a farmer' },
  orchard: { m: 'садовод', f: 'хозяйка питомника', en: 'a fruit grower' },
  craft: { m: 'кустарь', f: 'мастерица', en: 'a craftsman' },
  cafe: { m: 'хозяин кафе', f: 'хозяйка кафе', en: 'a café owner' },
  tourism: { m: 'человек из туризма', f: 'женщина из туризма', en: 'a travel agent' },
  carrier: { m: 'перевозчик', f: 'хозяйка транспортной фирмы', en: 'a haulier' },
  minibus: { m: 'частник с микроавтобусом', f: 'хозяйка маршруток', en: 'a minibus owner' },
  trader: { m: 'человек из торговли', f: 'женщина из торговли', en: 'a trader' },
  broker: {
    m: 'человек из таможенного оформления',
    f: 'женщина из таможенного оформления',
    en: 'a former customs broker',
  },
  fuel: { m: 'человек из топливного дела', f: 'хозяйка заправок', en: 'a fuel dealer' },
  scrap: { m: 'приёмщик лома', f: 'хозяйка приёмки лома', en: 'a scrap dealer' },
  dairy: { m: 'человек с молочного завода', f: 'технолог с молочного завода', en: 'a dairyman' },
  meat: { m: 'человек с мясокомбината', f: 'начальница цеха с мясокомбината', en: 'a meat packer' },
  bakery: { m: 'пекарь', f: 'хозяйка пекарни', en: 'a baker' },
  sweets: { m: 'кондитер', f: 'женщина с кондитерской фабрики', en: 'a confectioner' },
  mill: { m: 'мельник', f: 'хозяйка мельницы', en: 'a miller' },
  fish: { m: 'рыбопереработчик', f: 'технолог с рыбного завода', en: 'a fish processor' },
  food: { m: 'пищевик', f: 'хозяйка пищевого цеха', en: 'a food producer' },
  engineering: { m: 'заводской инженер', f: 'инженер с завода', en: 'a machine builder' },
  metal: { m: 'человек из металлургии', f: 'женщина из металлоторговли', en: 'a metal dealer' },
  furniture: { m: 'мебельщик', f: 'хозяйка мебельного цеха', en: 'a furniture maker' },
  wood: { m: 'хозяин пилорамы', f: 'хозяйка пилорамы', en: 'a sawmill owner' },
  sewing: { m: 'швейник', f: 'хозяйка швейного цеха', en: 'a clothing maker' },
  builder: { m: 'строитель', f: 'хозяйка строительной фирмы', en: 'a builder' },
  bureau: { m: 'проектировщик', f: 'проектировщица', en: 'a design engineer' },
  workshop: { m: 'хозяин шиномонтажа', f: 'хозяйка мастерской', en: 'a workshop owner' },
}

/** What comes before another's words, by the gender of who said them; `*` is the trade. */
const frames: readonly { readonly m: string; readonly f: string; readonly en: string }[] = [
  {
    m: 'Знакомый у меня, *, рассказывает так:',
    f: 'Знакомая у меня, *, рассказывает так:',
    en: 'An acquaintance of mine, *, tells it like this:',
  },
  {
    m: 'Это не про нас, это мне один знакомый говорил, *, почти дословно:',
    f: 'Это не про нас, это мне одна знакомая говорила, *, почти дословно:',
    en: 'This one is not about us, I have it from * I know, nearly word for word:',
  },
  {
    m: 'Тут я перескажу чужое. Есть у нас *, он это говорит так:',
    f: 'Тут я перескажу чужое. Есть у нас *, она это говорит так:',
    en: 'Here I am passing on the words of somebody else. We have * who puts it this way:',
  },
  {
    m: 'Об этом лучше меня скажет *, его тут все знают. Он обычно говорит:',
    f: 'Об этом лучше меня скажет *, её тут все знают. Она обычно говорит:',
    en: 'On this you should hear * from our town, everybody knows the story:',
  },
  {
    m: 'На последнем собрании предпринимателей встаёт * и говорит:',
    f: 'На последнем собрании предпринимателей встаёт * и говорит:',
    en: 'At our last meeting of entrepreneurs * stood up and said:',
  },
]

/** A frame with the trade of a passage in it, in both languages. */
export type Lead = Readonly<Record<Language, string>>

/** Whose words a passage can be handed on as: the first trade that may say it; null when it cannot be handed on. */
export function tellerOf({ personas, topic, unit }: Passage): string | null {
  if (unit !== null || ['introduction', 'closing', 'digression'].includes(topic)) return null
  return personas?.find((name) => name in tellers) ?? null
}

/** Frames for the words of others in one interview, each at most once. */
export function leads(chance: Random): (passage: Passage) => Lead {
  const order = chance.shuffled(frames)
  return (passage) => {
    const frame = order.shift()
    const teller = tellers[tellerOf(passage) ?? '']
    if (!frame || !teller) throw new RangeError(`Nobody to tell “${passage.id}”`)
    const gender: Gender = passage.gender ?? 'm'
    return { ru: frame[gender].replace('*', teller[gender]), en: frame.en.replace('*', teller.en) }
  }
}

/** Another's words behind their frame, in quotation marks; those inside them become the inner ones of the language. */
export function told(lead: Lead, language: Language, words: string): string {
  const inner =
    language === 'ru' ? words.replaceAll('«', '„').replaceAll('»', '“') : words.replaceAll(/"([^"]*)"/g, '‘$1’')
  if (language === 'en') return `${lead.en} “${inner}”`
  // Russian puts the full stop behind the quotation mark, every other end before it.
  return /[^.]\.$/.test(inner) ? `${lead.ru} «${inner.slice(0, -1)}».` : `${lead.ru} «${inner}»`
}
