import { markedEdits } from '@/core/text/marked-edits'
import classes from './codebook.module.css'

/** Two wordings as one text: what went is struck out, what came is underlined. */
export function WordDifference({ before, after }: { before: string; after: string }) {
  let at = 0
  return (
    <p className={classes.difference}>
      {markedEdits(before, after).map(({ kind, text }) => {
        const key = at++
        if (kind === 'out') return <del key={key}>{text}</del>
        return kind === 'in' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
      })}
    </p>
  )
}
