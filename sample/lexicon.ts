import type { Region, Section, Side } from './terms'

/** The cases a Russian slot can ask for; `in`, `from` and `to` come with their preposition. */
export const cases = ['nom', 'gen', 'dat', 'acc', 'ins', 'in', 'from', 'to'] as const
export type Case = (typeof cases)[number]
export type Forms = Readonly<Record<Case, string>>

/** A region: where it lies, which regions it meets across the border, and how it is called in a sentence. */
export type Place = {
  readonly section: Section
  readonly side: Side
  readonly neighbours: readonly Region[]
  readonly ru: Forms
  readonly en: string
  /** What respondents may call it by itself ("наша область"): no passage that says so is put into the mouth of another kind. */
  readonly kind: 'oblast' | 'krai' | 'republic'
}

function withPrepositions(forms: Omit<Forms, 'in' | 'from' | 'to'>, where: string): Forms {
  return { ...forms, in: `в ${where}`, from: `из ${forms.gen}`, to: `в ${forms.acc}` }
}

/** A feminine adjective's region: `stem` is the adjective without its ending. */
function oblast(stem: string): Forms {
  const oblique = `${stem}ой области`
  return withPrepositions(
    { nom: `${stem}ая область`, gen: oblique, dat: oblique, acc: `${stem}ую область`, ins: `${stem}ой областью` },
    oblique,
  )
}

const altaiKrai = withPrepositions(
  {
    nom: 'Алтайский край',
    gen: 'Алтайского края',
    dat: 'Алтайскому краю',
    acc: 'Алтайский край',
    ins: 'Алтайским краем',
  },
  'Алтайском крае',
)
const altaiRepublic = withPrepositions(
  {
    nom: 'Республика Алтай',
    gen: 'Республики Алтай',
    dat: 'Республике Алтай',
    acc: 'Республику Алтай',
    ins: 'Республикой Алтай',
  },
  'Республике Алтай',
)

function region(section: Section, side: Side, stem: string, en: string, neighbours: readonly Region[]): Place {
  return { section, side, neighbours, ru: oblast(stem), en, kind: 'oblast' }
}

/** All regions of the study. Neighbours are those that meet on the ground. */
export const places: Readonly<Record<Region, Place>> = {
  Pskov: region('RU-BY', 'Russia', 'Псковск', 'Pskov region', ['Vitebsk']),
  Smolensk: region('RU-BY', 'Russia', 'Смоленск', 'Smolensk region', ['Vitebsk', 'Mogilev']),
  Bryansk: region('RU-BY', 'Russia', 'Брянск', 'Bryansk region', ['Gomel', 'Mogilev']),
  Vitebsk: region('RU-BY', 'Belarus', 'Витебск', 'Vitebsk region', ['Smolensk', 'Pskov']),
  Mogilev: region('RU-BY', 'Belarus', 'Могилёвск', 'Mogilev region', ['Smolensk', 'Bryansk']),
  Gomel: region('RU-BY', 'Belarus', 'Гомельск', 'Gomel region', ['Bryansk']),
  Astrakhan: region('RU-KZ', 'Russia', 'Астраханск', 'Astrakhan region', ['Atyrau', 'West Kazakhstan']),
  Volgograd: region('RU-KZ', 'Russia', 'Волгоградск', 'Volgograd region', ['West Kazakhstan']),
  Saratov: region('RU-KZ', 'Russia', 'Саратовск', 'Saratov region', ['West Kazakhstan']),
  Samara: region('RU-KZ', 'Russia', 'Самарск', 'Samara region', ['West Kazakhstan']),
  Orenburg: region('RU-KZ', 'Russia', 'Оренбургск', 'Orenburg region', ['West Kazakhstan', 'Aktobe', 'Kostanay']),
  Chelyabinsk: region('RU-KZ', 'Russia', 'Челябинск', 'Chelyabinsk region', ['Kostanay']),
  Kurgan: region('RU-KZ', 'Russia', 'Курганск', 'Kurgan region', ['North Kazakhstan', 'Kostanay']),
  Tyumen: region('RU-KZ', 'Russia', 'Тюменск', 'Tyumen region', ['North Kazakhstan']),
  Omsk: region('RU-KZ', 'Russia', 'Омск', 'Omsk region', ['North Kazakhstan', 'Pavlodar']),
  Novosibirsk: region('RU-KZ', 'Russia', 'Новосибирск', 'Novosibirsk region', ['Pavlodar']),
  'Altai Krai': {
    ...{ section: 'RU-KZ', side: 'Russia', neighbours: ['Pavlodar', 'East Kazakhstan'] },
    ...{ ru: altaiKrai, en: 'Altai Krai', kind: 'krai' },
  },
  'Altai Republic': {
    ...{ section: 'RU-KZ', side: 'Russia', neighbours: ['East Kazakhstan'] },
    ...{ ru: altaiRepublic, en: 'the Altai Republic', kind: 'republic' },
  },
  Atyrau: region('RU-KZ', 'Kazakhstan', 'Атырауск', 'Atyrau region', ['Astrakhan']),
  'West Kazakhstan': region('RU-KZ', 'Kazakhstan', 'Западно-Казахстанск', 'West Kazakhstan', [
    ...(['Saratov', 'Orenburg', 'Samara', 'Volgograd', 'Astrakhan'] as const),
  ]),
  Aktobe: region('RU-KZ', 'Kazakhstan', 'Актюбинск', 'Aktobe region', ['Orenburg']),
  Kostanay: region('RU-KZ', 'Kazakhstan', 'Костанайск', 'Kostanay region', ['Chelyabinsk', 'Orenburg', 'Kurgan']),
  'North Kazakhstan': region('RU-KZ', 'Kazakhstan', 'Северо-Казахстанск', 'North Kazakhstan', [
    ...(['Omsk', 'Kurgan', 'Tyumen'] as const),
  ]),
  Pavlodar: region('RU-KZ', 'Kazakhstan', 'Павлодарск', 'Pavlodar region', ['Omsk', 'Novosibirsk', 'Altai Krai']),
  'East Kazakhstan': region('RU-KZ', 'Kazakhstan', 'Восточно-Казахстанск', 'East Kazakhstan', [
    ...(['Altai Krai', 'Altai Republic'] as const),
  ]),
}

/** The kinds of settlement, as the variable names them. */
export const settlements = ['regional centre', 'district centre', 'border district', 'village'] as const
export type Settlement = (typeof settlements)[number]

/** What fills `{town}`. In Russian all are masculine, so that a sentence need not know which it is. */
export const towns: Readonly<Record<Settlement, { readonly ru: Forms; readonly en: string }>> = {
  'regional centre': { ru: town('областн', 'центр'), en: 'regional centre' },
  'district centre': { ru: town('районн', 'центр'), en: 'district centre' },
  'border district': { ru: town('приграничн', 'район'), en: 'border district' },
  village: {
    ru: withPrepositions(
      { nom: 'посёлок', gen: 'посёлка', dat: 'посёлку', acc: 'посёлок', ins: 'посёлком' },
      'посёлке',
    ),
    en: 'settlement',
  },
}

function town(stem: string, noun: string): Forms {
  return withPrepositions(
    {
      nom: `${stem}ый ${noun}`,
      gen: `${stem}ого ${noun}а`,
      dat: `${stem}ому ${noun}у`,
      acc: `${stem}ый ${noun}`,
      ins: `${stem}ым ${noun}ом`,
    },
    `${stem}ом ${noun}е`,
  )
}

/** A farm product in the cases that its slot can ask for. */
export type Product = { readonly ru: Readonly<Record<'nom' | 'gen' | 'acc' | 'ins', string>>; readonly en: string }

const product = (nom: string, gen: string, acc: string, ins: string, en: string): Product => ({
  ru: { nom, gen, acc, ins },
  en,
})

/** The farm products that cross each border. */
export const products: Readonly<Record<Section, readonly Product[]>> = {
  'RU-BY': [
    product('молоко', 'молока', 'молоко', 'молоком', 'milk'),
    product('сыр', 'сыра', 'сыр', 'сыром', 'cheese'),
    product('творог', 'творога', 'творог', 'творогом', 'curd'),
    product('масло', 'масла', 'масло', 'маслом', 'butter'),
    product('сметана', 'сметаны', 'сметану', 'сметаной', 'sour cream'),
    product('говядина', 'говядины', 'говядину', 'говядиной', 'beef'),
    product('картофель', 'картофеля', 'картофель', 'картофелем', 'potatoes'),
  ],
  'RU-KZ': [
    product('мука', 'муки', 'муку', 'мукой', 'flour'),
    product('ячмень', 'ячменя', 'ячмень', 'ячменём', 'barley'),
    product('лук', 'лука', 'лук', 'луком', 'onions'),
    product('говядина', 'говядины', 'говядину', 'говядиной', 'beef'),
    product('подсолнечное масло', 'подсолнечного масла', 'подсолнечное масло', 'подсолнечным маслом', 'sunflower oil'),
    product('сыр', 'сыра', 'сыр', 'сыром', 'cheese'),
  ],
}
