import { Tooltip } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Present } from '@/core/live'
import classes from './screen-header.module.css'

const SHOWN = 4

/** Who else has the interview open. */
export function Others({ others }: { others: readonly Present[] }) {
  const t = useTranslations('coding')
  if (others.length === 0) return null
  const more = others.slice(SHOWN)
  return (
    <ul className={classes.others} aria-label={t('alsoHere')}>
      {others.slice(0, SHOWN).map((one) => (
        <Face key={one.id} label={t('isHere', { name: one.name })} name={one.name} short={initials(one.name)} />
      ))}
      {more.length > 0 ? (
        <Face label={t('alsoHere')} name={more.map(({ name }) => name).join(', ')} short={`+${more.length}`} />
      ) : null}
    </ul>
  )
}

function Face({ label, name, short }: { label: string; name: string; short: string }) {
  return (
    <li>
      <Tooltip label={label}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its name is told by the tooltip, which the keyboard reaches too */}
        <span className={classes.face} role="img" aria-label={name} tabIndex={0}>
          {short}
        </span>
      </Tooltip>
    </li>
  )
}

/** The first letters of the first and the last part of a name. */
function initials(name: string): string {
  const parts = name.split(/\s+/u).filter((part) => part !== '')
  const [first = '', last = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : '']
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toLocaleUpperCase()
}
