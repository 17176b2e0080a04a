import { fold } from '../fold'
import { isBlank, type Line } from './lines'
import type { Start } from './starts'
import { secondsOf } from './time'

/** Which column of a transcript that is a table holds what; `count` columns in all, `head` is the line that names them. */
export type Columns = {
  readonly head: Line
  readonly count: number
  readonly speaker: number
  readonly said: number
  readonly time: number
}

const SPEAKER = new Set(
  'speaker|name|who|participant|спикер|говорящий|имя|кто|участник|мовець|хто|mówca|osoba|hablante|locuteur|sprecher|sprecherin'.split(
    '|',
  ),
)
const SAID = new Set(
  'sentence|text|utterance|transcript|transcription|content|speech|words|said|текст|реплика|высказывание|фраза|содержание|репліка|wypowiedź|tekst|texto|intervención|texte|äußerung|inhalt'.split(
    '|',
  ),
)
const TIME = new Set(
  'timestamp|time stamp|time|start|start time|timecode|время|тайм-код|таймкод|начало|час|czas|tiempo|temps|zeit'.split(
    '|',
  ),
)

/** The columns of a text whose lines are rows of a table with tabs, named in the first line that has the names of a speaker's and of a text's column. */
export function columnsOf(text: string, lines: readonly Line[]): Columns | null {
  for (const line of lines.slice(0, 40)) {
    const names = text
      .slice(line.start, Math.min(line.end, line.start + 500))
      .split('\t')
      .map(fold)
    const speaker = names.findIndex((name) => SPEAKER.has(name))
    const said = names.findIndex((name) => SAID.has(name))
    if (speaker >= 0 && said >= 0)
      return { head: line, count: names.length, speaker, said, time: names.findIndex((name) => TIME.has(name)) }
  }
  return null
}

/** Where the turn of a row begins; a line that is no whole row goes on with the row before it. A row without a speaker is a turn of nobody. */
export function rowStart(text: string, line: Line, columns: Columns): readonly Start[] {
  const nobody = { start: line.start, said: line.first, label: null, time: null, kind: 'plain' } as const
  if (isBlank(line) && line.start === line.end) return []
  if (line.start <= columns.head.start) return isBlank(line) ? [] : [nobody]
  if (line.apart === 'tail') return [nobody]
  const cells = text.slice(line.start, line.end).split('\t')
  if (cells.length < columns.count) return []
  const label = cells[columns.speaker]?.trim() ?? ''
  const clock = /(\d{1,3}(?::[0-5]?\d){1,3})/u.exec(cells[columns.time] ?? '')?.[1]
  const said = line.start + cells.slice(0, columns.said).reduce((sum, cell) => sum + cell.length + 1, 0)
  const time = clock === undefined ? null : secondsOf(clock)
  return [{ start: line.start, said, label: label === '' ? null : label, time, kind: label === '' ? 'plain' : 'label' }]
}
