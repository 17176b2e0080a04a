import { setImmediate } from 'node:timers/promises'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { searchParamsOf } from '@/app/search-params'
import { answered } from '@/core/agreement/asked'
import { usualDraws } from '@/core/agreement/bootstrap'
import { type IntervalJob, intervalSteps } from '@/core/agreement/job'
import { meanOf, roundParts, usedCodes } from '@/core/rounds/figures'
import { versions } from '@/db/codebook-versions'
import { comparedWithConsensus } from '@/db/consensus'
import * as decisions from '@/db/decisions'
import { forFigures } from '@/db/exporting'
import * as projects from '@/db/projects'
import { methodsDocxExporter } from '@/formats/docx/methods-report'
import { methodsMarkdownExporter } from '@/formats/markdown/methods-report'
import { comparedOr404 } from '../seen'

const Asked = z.object({ format: z.enum(['docx', 'md']).catch('docx') })
const measure = 'u_alpha_binary'
const choice = { unit: 'character', withInterviewer: false, rollUp: false, share: 0 } as const

/** The methods section of a closed round, from what was kept at its closing: the figures are those of `agreement PROJECT --round NAME --without-interviewer`. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string; round: string }> }) {
  const { project, round: id } = await params
  const access = forFigures(await requireAccess(project))
  const { round, snapshot } = comparedOr404(access, id)
  const { material, names } = snapshot
  const t = await getTranslations('rounds')
  const words = await getTranslations('agreement')
  const format = await getFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const day = (time: number) => format.dateTime(time, { dateStyle: 'long' })
  const ofCodes = usedCodes(material).map((code) => ({
    ...{ name: names.codes[code] ?? '', measure, choice },
    question: { about: 'code' as const, code },
  }))
  const ofGroups = round.groups.map((codes) => ({
    ...{ name: codes.map((code) => names.codes[code] ?? '').join(' | '), measure, choice },
    question: { about: 'group' as const, codes },
  }))
  const asked = [...ofCodes, ...ofGroups]
  const inForce = (time: number) => versions(access).find(({ at }) => at <= time)?.number ?? 1
  const intervals = await drawn({ material, asked, draws: usualDraws, level: 0.95, mean: ofCodes.length })
  const figures = asked.map((one) => answered(material, one))
  const overall = meanOf(figures.slice(0, ofCodes.length))
  const around = intervals[asked.length]
  const consensus = comparedWithConsensus(access, id)
  const agreeing =
    consensus.decided === 0
      ? []
      : roundParts(consensus.material, { kind: 'consensus', consensus: consensus.consensus }, { measure, choice })
  const verdicts = [...decisions.ofRound(access, id).values()].map(({ verdict }) => verdict)
  const times = (...wanted: readonly (typeof verdicts)[number][]) =>
    verdicts.filter((verdict) => wanted.includes(verdict)).length
  const pairs = material.interviews.reduce((sum, one) => sum + one.coders.length, 0)
  const of = (coder: string) => material.interviews.filter((one) => one.coders.includes(coder)).length
  const { rule } = round
  const report = {
    title: t('reportTitle', { name: round.name }),
    notice: projects.get(access).composed ? (await getTranslations('shell'))('composed') : null,
    paragraphs: [
      t('reportRound', {
        opened: day(round.createdAt),
        closed: day(snapshot.at),
        blind: String(round.blind),
        interviews: material.interviews.length,
        codes: ofCodes.length,
      }),
      t('reportCodebook', {
        first: inForce(round.createdAt),
        last: inForce(snapshot.at),
        same: String(inForce(round.createdAt) === inForce(snapshot.at)),
      }),
      rule === null
        ? t('byHand')
        : t('drawnBy', {
            size:
              rule.size.kind === 'number'
                ? t('sizeNumber', { n: rule.size.number })
                : t('sizeShare', { share: rule.size.share }),
            groups: rule.by.length,
            by: rule.by.map((one) => names.variables[one] ?? '–').join(' × '),
            seed: String(rule.seed),
          }),
      ...Object.entries(names.coders).map(([coder, name]) =>
        t('reportCoder', { name, n: of(coder), share: pairs === 0 ? 0 : of(coder) / pairs }),
      ),
      t('reportMeasure', { measure: words(`measure.${measure}`), samples: usualDraws.samples, seed: usualDraws.seed }),
      overall.value === null
        ? t('noMean')
        : t('reportOverall', {
            ...{ value: two(overall.value), n: overall.codes, without: overall.without },
            interval: around ? ` [${two(around.low)}, ${two(around.high)}]` : '',
          }),
      verdicts.length === 0
        ? t('reportUndecided')
        : t('reportDecisions', {
            ...{ n: verdicts.length, rule: times('rule'), taken: times('take'), drawn: times('draw') },
            ...{ neither: times('neither'), waiting: times('postponed') },
          }),
      ...(agreeing.length === 0
        ? []
        : [
            t('reportConsensus', {
              ...{ decided: consensus.decided, of: consensus.of },
              figures: agreeing
                .map(({ key, mean }) => `${names.coders[key[0] ?? '']} ${mean.value === null ? '–' : two(mean.value)}`)
                .join(', '),
            }),
          ]),
    ],
    head: [t('code'), t('prevalence'), words(`measure.${measure}`), t('interval')],
    rows: asked.map((one, i) => {
      const figure = figures[i]
      const interval = intervals[i]
      return [
        one.name,
        figure?.prevalence == null
          ? ''
          : format.number(figure.prevalence, { style: 'percent', maximumFractionDigits: 1 }),
        figure?.result.value == null ? t('noFigure') : two(figure.result.value),
        interval ? `[${two(interval.low)}, ${two(interval.high)}]` : '',
      ]
    }),
    language: (await getLocale()) === 'ru' ? 'ru-RU' : 'en-GB',
  }
  const exporter =
    Asked.parse(searchParamsOf(request)).format === 'docx' ? methodsDocxExporter : methodsMarkdownExporter
  const { bytes } = await exporter.write(report)
  return fileResponse(bytes, exporter.type, `${report.title}.${exporter.extension}`)
}

/** Draws intervals, letting others in after every few hundredths of a second. */
async function drawn(job: IntervalJob) {
  const steps = intervalSteps(job)
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < 30) continue
    await setImmediate()
    since = performance.now()
  }
}
