import { z } from 'zod'
import { curvesDrawn } from '@/components/figures/curves'
import type { SaturationOrder } from '@/core/analysis/saturation-order'
import * as analysis from '@/db/analysis'
import type { Opened } from '../opened'
import type { View } from '../view'

const number = (min: number, max: number, usual: number) => z.coerce.number().int().min(min).max(max).catch(usual)
const Given = z.object({
  order: z.string().catch(''),
  by: z.string().catch(''),
  base: number(1, 50, 4),
  run: number(1, 20, 2),
  threshold: number(0, 100, 5),
})

/** New codes by interview, and the rule of Guest, Namey and Chen. */
export function view({ access, t, format, choices, choice, said, params }: Opened): View {
  const given = Given.parse(params)
  const { base, run } = given
  const variables = choices.variables.map(({ variable }) => variable)
  const timely = variables.filter(({ kind }) => kind === 'date' || kind === 'number')
  const usual = timely.find(({ kind }) => kind === 'date') ?? timely[0]
  const asked = timely.find(({ id }) => id === given.order)
  const plain = given.order === 'coding' || given.order === 'name' ? given.order : null
  const variable = asked ?? (plain === null ? usual : undefined)
  const order: SaturationOrder = variable
    ? { by: 'variable', variable }
    : plain === 'name'
      ? { by: 'name' }
      : { by: 'coding' }
  const by = variables.find(({ id }) => id === given.by) ?? null
  const rule = { base, run, threshold: given.threshold / 100 }
  const { groups, codes } = analysis.saturated(access, choice, order, by, rule)
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const name = (value: string | null) => (by === null ? t('sat.all') : (value ?? t('noValue')))
  const orderName = variable ? variable.name : t(`sat.order.${plain ?? 'coding'}`)
  const verdict = ({ value, of }: (typeof groups)[number]) =>
    of.after === null
      ? t('sat.notReached', { group: name(value), interviews: of.steps.length })
      : t('sat.reached', { group: name(value), after: of.after, run })
  const sentences = [
    t('sat.said', { order: orderName, codes }),
    t('sat.rule', { base, run, threshold: percent(rule.threshold) }),
    ...groups.map(verdict),
    said,
    t('nInterviews', { count: groups.reduce((sum, group) => sum + group.interviews.length, 0) }),
  ].join(' ')
  const lines = groups.flatMap(({ value, interviews, of }) =>
    of.steps.map((step, n) => ({
      value,
      n,
      step,
      interview: interviews[n] ?? '',
      run: of.runs.find(({ from }) => from === n + 1),
    })),
  )
  return {
    controls: [
      {
        ...{ kind: 'select', param: 'order', label: t('sat.orderLabel'), value: variable?.id ?? plain ?? 'coding' },
        options: [
          ...timely.map((one) => ({ value: one.id, label: one.name })),
          ...(['coding', 'name'] as const).map((value) => ({ value, label: t(`sat.order.${value}`) })),
        ],
      },
      {
        ...{ kind: 'select', param: 'by', label: t('sat.by'), value: by?.id ?? 'none' },
        options: [
          { value: 'none', label: t('sat.together') },
          ...choices.variables
            .filter(({ values }) => values.length > 1 && values.length <= 6)
            .map((one) => ({ value: one.variable.id, label: one.variable.name })),
        ],
      },
      { kind: 'number', param: 'base', label: t('sat.base'), value: String(base), min: 1, max: 50 },
      { kind: 'number', param: 'run', label: t('sat.run'), value: String(run), min: 1, max: 20 },
      {
        kind: 'number',
        param: 'threshold',
        label: t('sat.threshold'),
        value: String(given.threshold),
        min: 0,
        max: 100,
      },
    ],
    search: {
      ...(given.order === '' ? {} : { order: given.order }),
      ...(by === null ? {} : { by: by.id }),
      ...(base === 4 ? {} : { base: String(base) }),
      ...(run === 2 ? {} : { run: String(run) }),
      ...(given.threshold === 5 ? {} : { threshold: String(given.threshold) }),
    },
    said: sentences,
    mostCodes: null,
    empty: lines.length === 0 ? t('empty') : null,
    table: {
      corner: t('sat.interview'),
      columns: (['fresh', 'known', 'ratio'] as const).map((id) => ({ id, name: t(`sat.${id}`) })),
      rows: lines.map(({ value, n, step, interview, run: next }) => ({
        id: `${value ?? ''} ${n}`,
        name: `${by === null ? '' : `${name(value)} · `}${n + 1}. ${interview}`,
        title: interview,
        depth: 0,
        cells: [
          { value: step.fresh, text: format.number(step.fresh) },
          { value: null, text: format.number(step.known) },
          { value: null, text: next ? percent(next.ratio) : '' },
        ],
      })),
    },
    sheet: () => ({
      name: t('tab.saturation'),
      columns: [t('sat.group'), t('sat.place'), t('sat.interview'), t('sat.fresh'), t('sat.known'), t('sat.ratio')],
      rows: lines.map(({ value, n, step, interview, run: next }) => [
        ...[name(value), n + 1, interview, step.fresh, step.known, next?.ratio ?? null],
      ]),
    }),
    figures: [
      {
        ...{ id: 'curves', label: t('sat.figure'), alt: t('sat.alt') },
        draw: (document, note) =>
          curvesDrawn(
            {
              ...{ title: t('sat.title', { order: orderName }), caption: `${sentences} ${t('sat.circle')} ${note}` },
              ...{ x: t('sat.x'), y: t('sat.y') },
              curves: groups.map(({ value, of }) => ({
                ...{ name: name(value), points: of.steps.map((step) => step.known), mark: of.after },
              })),
            },
            document,
          ),
      },
    ],
  }
}
