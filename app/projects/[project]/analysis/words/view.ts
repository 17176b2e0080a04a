import { z } from 'zod'
import { drawn } from '@/components/frequencies/figure'
import { type Keyness, keyness } from '@/core/analysis/keyness'
import { isStopWord } from '@/core/analysis/stop-words'
import type { StemCount } from '@/core/analysis/word-counts'
import * as words from '@/db/words'
import { valueOfParam, valueParam } from '../../excerpts/value-param'
import type { Opened } from '../opened'
import type { View } from '../view'

const directions = ['more', 'less'] as const
const number = (min: number, max: number, usual: number) => z.coerce.number().int().min(min).max(max).catch(usual)
const Given = z.object({
  group: z.string().catch(''),
  direction: z.enum(directions).catch('more'),
  least: number(1, 10_000, 5),
  top: number(5, 500, 50),
  stop: z.enum(['0', '1']).catch('1'),
})
const DRAWN = 30
const PER = 10_000

type Line = StemCount & { readonly key: Keyness | null }

/** Words by stem: the most frequent, or those that are key to the interviews of one value against all others. */
export function view({ access, t, format, choices, choice, params, settings, base }: Opened): View {
  const given = Given.parse(params)
  const asked = valueOfParam(given.group)
  const variable = choices.variables.find((one) => one.variable.id === asked?.variable)?.variable
  const group = variable && asked ? { variable, value: asked.value } : null
  const left = given.stop === '1' ? isStopWord : (form: string) => !/\p{L}/u.test(form)
  const counted = words.count(access, { values: choice.values, interviewers: choice.interviewers, group, left })
  const [sizeA, sizeB] = counted.words
  const all = counted.stems
    .filter(({ counts: [a, b] }) => a + b >= given.least)
    .map((one): Line => ({ ...one, key: group ? keyness(one.counts[0], one.counts[1], sizeA, sizeB) : null }))
  const lines = (
    group
      ? all
          .filter(({ key }) => key !== null && (given.direction === 'more' ? key.logRatio > 0 : key.logRatio < 0))
          .sort((a, b) => (b.key?.g2 ?? 0) - (a.key?.g2 ?? 0))
      : all.sort((a, b) => b.counts[0] - a.counts[0] || a.form.localeCompare(b.form))
  ).slice(0, given.top)
  const names = group ? [`${group.variable.name}: ${group.value ?? t('noValue')}`, t('words.others')] : [t('words.all')]
  const rate = (count: number, size: number) => (size === 0 ? null : (count / size) * PER)
  const figure = (value: number | null) => (value === null ? '' : format.number(value, { maximumFractionDigits: 1 }))
  const sides = names.map((name, g) => ({ name, g: g === 0 ? 0 : 1 }) as const)
  const sentences = [
    t('words.said', { least: given.least }),
    given.stop === '1' ? t('words.saidStop') : '',
    choice.interviewers ? t('said.withInterviewers') : t('said.withoutInterviewers'),
    group ? t('words.saidKey', { group: names[0] ?? '' }) : '',
    ...sides.map(({ name, g }) => t('words.size', { name, words: counted.words[g], interviews: counted.texts[g] })),
  ]
    .filter((one) => one !== '')
    .join(' ')
  const ratio = (key: Keyness | null) => (key === null ? null : key.logRatio)
  const search = (form: string) => {
    const query = new URLSearchParams({ q: form })
    for (const value of settings.values) query.append('v', value)
    if (!choice.interviewers) query.set('i', '0')
    return `${base}/search?${query}`
  }
  return {
    controls: [
      {
        ...{ kind: 'select', param: 'group', label: t('words.group'), value: group ? given.group : 'none' },
        options: [
          { value: 'none', label: t('words.frequencies') },
          ...choices.variables
            .filter(({ values }) => values.length > 1 && values.length <= 12)
            .flatMap((one) =>
              one.values.map((value) => ({
                ...{
                  value: valueParam(one.variable.id, value),
                  label: `${one.variable.name}: ${value ?? t('noValue')}`,
                },
              })),
            ),
        ],
      },
      ...(group
        ? [
            {
              ...({ kind: 'select', param: 'direction', label: t('words.direction'), value: given.direction } as const),
              options: directions.map((value) => ({ value, label: t(`words.${value}`) })),
            },
          ]
        : []),
      {
        ...{ kind: 'select', param: 'stop', label: t('words.stop'), value: given.stop },
        options: (['1', '0'] as const).map((value) => ({ value, label: t(`words.stop${value}`) })),
      },
      { kind: 'number', param: 'least', label: t('words.least'), value: String(given.least), min: 1, max: 10_000 },
      { kind: 'number', param: 'top', label: t('words.top'), value: String(given.top), min: 5, max: 500 },
    ],
    search: {
      ...(group ? { group: given.group } : {}),
      ...(group && given.direction === 'less' ? { direction: 'less' } : {}),
      ...(given.stop === '0' ? { stop: '0' } : {}),
      ...(given.least === 5 ? {} : { least: String(given.least) }),
      ...(given.top === 50 ? {} : { top: String(given.top) }),
    },
    said: sentences,
    mostCodes: null,
    empty: lines.length === 0 ? t('words.empty') : null,
    table: {
      corner: t('words.word'),
      columns: [
        ...sides.flatMap(({ name, g }) => [
          { id: `count ${g}`, name: t('words.times'), under: name },
          { id: `rate ${g}`, name: t('words.rate'), under: name },
          { id: `texts ${g}`, name: t('words.interviews'), under: name },
        ]),
        ...(group
          ? [
              { id: 'g2', name: 'G²' },
              { id: 'ratio', name: t('words.logRatio') },
            ]
          : []),
      ],
      rows: lines.map((line) => ({
        ...{ id: line.form, name: line.form, title: line.form, depth: 0 },
        cells: [
          ...sides.flatMap(({ g }) => [
            {
              ...{ value: null, text: format.number(line.counts[g]) },
              ...(line.counts[g] > 0
                ? { href: search(line.form), label: t('words.context', { word: line.form }) }
                : {}),
            },
            { value: rate(line.counts[g], counted.words[g]), text: figure(rate(line.counts[g], counted.words[g])) },
            { value: null, text: format.number(line.texts[g]) },
          ]),
          ...(group
            ? [
                { value: null, text: figure(line.key?.g2 ?? null) },
                { value: null, text: figure(ratio(line.key)) },
              ]
            : []),
        ],
      })),
    },
    sheet: () => ({
      name: t('tab.words'),
      columns: [
        t('words.word'),
        ...sides.flatMap(({ name }) =>
          (['times', 'rate', 'interviews'] as const).map((what) => `${t(`words.${what}`)} (${name})`),
        ),
        ...(group ? ['G²', t('words.logRatio')] : []),
      ],
      rows: lines.map((line) => [
        line.form,
        ...sides.flatMap(({ g }) => [line.counts[g], rate(line.counts[g], counted.words[g]), line.texts[g]]),
        ...(group ? [line.key?.g2 ?? null, ratio(line.key)] : []),
      ]),
    }),
    figures: [
      {
        ...{ id: 'bars', label: t('tab.words'), alt: t('words.alt') },
        draw: (document, note) =>
          drawn(
            {
              title: group ? t(`words.title.${given.direction}`, { group: names[0] ?? '' }) : t('words.title.all'),
              caption: `${sentences} ${note}`,
              columns: names,
              rows: lines.slice(0, DRAWN).map((line) => ({
                ...{ name: line.form, depth: 0 },
                cells: sides.map(({ g }) => {
                  const value = rate(line.counts[g], counted.words[g])
                  return { value, text: figure(value) }
                }),
              })),
            },
            document,
          ),
      },
    ],
  }
}
