import type { Language } from './terms'

type Words = {
  readonly ones: readonly string[]
  readonly tens: readonly string[]
  readonly hundreds: readonly string[]
}

const russian: Words = {
  ones: 'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  ),
  tens: 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' '),
  hundreds: 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' '),
}

const english: Words = {
  ones: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
  hundreds:
    'a hundred,two hundred,three hundred,four hundred,five hundred,six hundred,seven hundred,eight hundred,nine hundred'.split(
      ',',
    ),
}

/** A whole number from 0 to 999 as it is said; in Russian in the nominative and masculine. Throws RangeError for any other. */
export function inWords(n: number, language: Language): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) throw new RangeError(`No words for ${n}`)
  const { ones, tens, hundreds } = language === 'ru' ? russian : english
  const below = n % 100
  const rest =
    below < 20
      ? below > 0 || n === 0
        ? [ones[below] ?? '']
        : []
      : [
          [tens[Math.floor(below / 10) - 2] ?? '', ...(below % 10 > 0 ? [ones[below % 10] ?? ''] : [])].join(
            language === 'ru' ? ' ' : '-',
          ),
        ]
  const hundred = n >= 100 ? [hundreds[Math.floor(n / 100) - 1] ?? ''] : []
  return [...hundred, ...rest].join(language === 'en' ? ' and ' : ' ')
}
