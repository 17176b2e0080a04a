import { useTranslations } from 'next-intl'
import type { CodeDifference } from '@/core/codebook/versions'
import classes from './codebook.module.css'
import { WordDifference } from './word-difference'

/** What differs between two codebooks, a section for each code. */
export function DifferenceList(props: { differences: readonly CodeDifference[] }) {
  const t = useTranslations('codebook')
  return props.differences.map((one) => (
    <section key={one.id} aria-label={one.path.join(' / ')}>
      <h3>
        {one.path.join(' / ')} <span className={classes.dim}>{t(`difference.${one.state}`)}</span>
      </h3>
      {one.changes.length > 0 ? (
        <dl>
          {one.changes.map(({ field, before, after }) => (
            <div key={field} style={{ display: 'contents' }}>
              <dt>{t(field === 'order' ? 'differenceOrder' : field === 'parent' ? 'parent' : field)}</dt>
              <dd>
                {field === 'order' || field === 'parent' ? (
                  <p className={classes.difference}>
                    <del>{before || t('noParent')}</del> → <ins>{after || t('noParent')}</ins>
                  </p>
                ) : (
                  <WordDifference before={before} after={after} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  ))
}
