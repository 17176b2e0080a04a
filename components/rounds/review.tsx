'use client'

import { Button, Group, Select, Switch, Title } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { answered } from '@/core/agreement/asked'
import { type Material, unitKinds } from '@/core/agreement/material'
import { continuaMeasures, ratingsMeasures } from '@/core/agreement/measures'
import type { WithConsensus } from '@/core/rounds/consensus'
import { confusions, differences } from '@/core/rounds/differences'
import { type Mean, meanOf, roundParts, usedCodes } from '@/core/rounds/figures'
import type { Snapshot } from '@/core/rounds/snapshot'
import { CodeFigures } from './code-figures'
import { OverallFigure } from './overall-figure'
import { PairMatrix } from './pair-matrix'
import { PartTable } from './part-table'
import classes from './rounds.module.css'
import { useIntervals } from './use-intervals'

const measures = [...continuaMeasures, ...ratingsMeasures].map(({ id }) => id)
const ofRatings = new Set(ratingsMeasures.map(({ id }) => id))

/** The figures of a closed round: by code with intervals, by pair, interview and variable, and which code stands for which. */
export function Review(props: {
  material: Snapshot['material']
  names: Snapshot['names']
  /** Groups of codes that exclude each other, by ids. */
  groups: readonly (readonly string[])[]
  passages: string
  /** The coders and the consensus in what is decided; null where the codebook is another than the decisions'. */
  consensus: (WithConsensus & { readonly consensus: string }) | null
}) {
  const { material, names, groups, consensus } = props
  const t = useTranslations('rounds')
  const words = useTranslations('agreement')
  const [measure, setMeasure] = useState('u_alpha_binary')
  const [unit, setUnit] = useState<(typeof unitKinds)[number]>('sentence')
  const [withInterviewer, setWithInterviewer] = useState(false)
  const choice = useMemo(() => ({ unit, withInterviewer, rollUp: false, share: 0 }), [unit, withInterviewer])
  const rows = useMemo(
    () =>
      [
        ...usedCodes(material).map((code) => ({ code, question: { about: 'code' as const, code } })),
        ...groups.map((codes) => ({ code: codes.join(), question: { about: 'group' as const, codes } })),
      ].map(({ code, question }) => {
        const asked = { measure, question, choice }
        return { code, asked, figure: answered(material, asked) }
      }),
    [material, groups, measure, choice],
  )
  const ofCodes = rows.filter(({ asked }) => asked.question.about === 'code')
  const ofGroups = rows.slice(ofCodes.length)
  const drawing = useIntervals(material, rows)
  const parts = useMemo(() => partsOf(material, names, measure, choice), [material, names, measure, choice])
  const agreeing = useMemo(
    () =>
      consensus && consensus.decided > 0
        ? roundParts(consensus.material, { kind: 'consensus', consensus: consensus.consensus }, { measure, choice })
        : [],
    [consensus, measure, choice],
  )
  const confused = useMemo(() => confusions(differences({ material }, 1)), [material])
  return (
    <div className={classes.page}>
      <Group align="end" mb="sm">
        <Select
          label={t('measure')}
          w={280}
          allowDeselect={false}
          value={measure}
          data={measures.map((value) => ({ value, label: measureName(value) }))}
          onChange={(value) => setMeasure(value ?? measure)}
        />
        <Select
          label={t('unit')}
          w={220}
          allowDeselect={false}
          disabled={!ofRatings.has(measure)}
          value={ofRatings.has(measure) ? unit : 'character'}
          data={unitKinds.map((value) => ({ value, label: words(`unit.${value}`) }))}
          onChange={(value) => setUnit(unitKinds.find((one) => one === value) ?? unit)}
        />
        <Switch
          label={t('withInterviewer')}
          checked={withInterviewer}
          onChange={(e) => setWithInterviewer(e.currentTarget.checked)}
        />
      </Group>
      <div className={classes.line}>
        <OverallFigure measure={measure} mean={meanOf(ofCodes.map(({ figure }) => figure))} interval={drawing.ofMean} />
        {drawing.percent === null ? null : (
          <p role="status">
            {t('drawing', { percent: drawing.percent / 100 })}{' '}
            <Button variant="subtle" onClick={drawing.cancel}>
              {t('cancel')}
            </Button>
          </p>
        )}
      </div>
      <CodeFigures
        title={t('byCode')}
        rows={ofCodes}
        measure={measure}
        names={names.codes}
        intervals={drawing.intervals}
        href={props.passages}
      />
      {ofGroups.length > 0 ? (
        <CodeFigures
          title={t('byGroup')}
          rows={ofGroups}
          measure={measure}
          names={Object.fromEntries(
            groups.map((codes) => [codes.join(), codes.map((code) => names.codes[code] ?? '').join(' | ')]),
          )}
          intervals={drawing.intervals.slice(ofCodes.length)}
          href={null}
        />
      ) : null}
      <PairMatrix title={t('byPair')} pairs={pairsOf(material, measure, choice)} names={names.coders} />
      {parts.map((part) => (
        <PartTable key={part.label} title={part.variable ? part.label : t('byInterview')} rows={part.rows} />
      ))}
      {consensus ? (
        <>
          <PartTable
            title={t('againstConsensus')}
            rows={agreeing.map(({ key, mean }) => ({ name: names.coders[key[0] ?? ''] ?? '', mean }))}
          />
          <p className={classes.quiet}>{t('consensusOf', { decided: consensus.decided, of: consensus.of })}</p>
        </>
      ) : null}
      <Title order={2} mt="md">
        {t('confusion')}
      </Title>
      {confused.length === 0 ? <p>{t('noConfusion')}</p> : null}
      <ul>
        {confused.slice(0, 30).map(({ code, instead, times }) => (
          <li key={`${code} ${instead}`}>
            {t('coded', { code: names.codes[code] ?? '', instead: names.codes[instead] ?? '', n: times })}
          </li>
        ))}
      </ul>
    </div>
  )

  function measureName(id: string): string {
    const known = measureKeys.find((key) => key === id)
    return known ? words(`measure.${known}`) : id
  }
}

const measureKeys = [
  ...(['percent_agreement', 'percent_agreement_pairweighted', 'percent_agreement_all', 'holsti'] as const),
  ...(['cohen_kappa', 'mean_pairwise_cohen_kappa', 'scott_pi', 'fleiss_kappa', 'conger_kappa'] as const),
  ...(['brennan_prediger', 'gwet_ac1', 'alpha_nominal', 'u_alpha_nominal', 'u_alpha_binary'] as const),
  ...(['cu_alpha_nominal', 'char_alpha', 'char_alpha_nominal', 'char_cu_alpha'] as const),
] as const

function pairsOf(material: Material, measure: string, choice: Parameters<typeof roundParts>[2]['choice']) {
  return roundParts(material, { kind: 'pair' }, { measure, choice })
}

type Part = { label: string; variable: boolean; rows: readonly { name: string; mean: Mean }[] }

function partsOf(
  material: Material,
  names: Snapshot['names'],
  measure: string,
  choice: Parameters<typeof roundParts>[2]['choice'],
): readonly Part[] {
  const named = (by: Parameters<typeof roundParts>[1], name: (key: string) => string) =>
    roundParts(material, by, { measure, choice }).map(({ key, mean }) => ({ name: key.map(name).join(' – '), mean }))
  return [
    { label: 'interview', variable: false, rows: named({ kind: 'interview' }, (id) => names.interviews[id] ?? id) },
    ...Object.entries(names.variables)
      .map(([variable, label]) => ({
        label,
        variable: true,
        rows: named({ kind: 'variable', variable }, (value) => value || '–'),
      }))
      // A variable that tells every interview apart says what the table of interviews says.
      .filter(({ rows }) => rows.length > 1 && rows.length <= material.interviews.length / 2),
  ]
}
