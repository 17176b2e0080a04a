'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { CodeAssociation } from '@/core/frequencies/associations'
import type { Correction } from '@/core/statistics/adjust'
import classes from './frequency-table.module.css'

const NOTABLE = 1.96

/** For each code whether the groups differ, by how much, and which stand out. */
export function AssociationTable(props: {
  tests: readonly CodeAssociation[]
  correction: Correction
  names: readonly string[]
  few: readonly number[]
}) {
  const t = useTranslations('frequencies')
  const format = useFormatter()
  const number = (value: number, digits: number) =>
    format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const chance = (p: number) => (p < 0.001 ? `< ${number(0.001, 3)}` : number(p, 3))
  return (
    <>
      <h2 style={{ fontSize: 14, margin: '24px 0 4px' }}>{t('tests')}</h2>
      <p style={{ margin: '0 0 8px', maxWidth: '100ch', fontSize: 13, color: 'var(--quiet)' }}>
        {t(`testsMean.${props.correction}`, {
          tested: props.tests.filter(({ corrected }) => corrected !== null).length,
        })}
        {props.few.length > 0
          ? ` ${t('testsFew', { groups: props.few.map((c) => props.names[c] ?? '').join('; ') })}`
          : ''}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={t('tests')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr className={classes.first}>
              <th scope="col" className={classes.corner}>
                {t('code')}
              </th>
              {(['test', 'statistic', 'df', 'p', 'corrected', 'v', 'standOut'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`testColumn.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.tests.map(({ row, result, corrected }) => (
              <tr key={row.code.code.id}>
                <th scope="row" className={classes.code} style={{ paddingInlineStart: 8 + row.code.depth * 16 }}>
                  {row.code.code.name}
                </th>
                {typeof result === 'string' ? (
                  <td colSpan={7} style={{ textAlign: 'start', color: 'var(--quiet)' }}>
                    {t(`noTest.${result}`)}
                  </td>
                ) : (
                  <>
                    <td style={{ textAlign: 'start' }}>
                      {t(result.rough ? 'testName.rough' : `testName.${result.test}`)}
                    </td>
                    <td>{number(result.statistic, 2)}</td>
                    <td>{result.df}</td>
                    <td>{chance(result.p)}</td>
                    <td>{corrected === null ? '' : chance(corrected)}</td>
                    <td>{number(result.v, 2)}</td>
                    <td style={{ textAlign: 'start', whiteSpace: 'normal', minWidth: 220 }}>
                      {result.residuals
                        .flatMap((residual, c) =>
                          Math.abs(residual) > NOTABLE
                            ? [`${props.names[c] ?? ''} ${residual > 0 ? '+' : '−'}${number(Math.abs(residual), 1)}`]
                            : [],
                        )
                        .join('; ')}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
