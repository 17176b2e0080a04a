import Database from 'better-sqlite3'
import { positionMap } from '@/core/exchange/positions'
import type { ExchangeProject } from '@/core/exchange/project'
import { storedText } from '@/core/exchange/stored-text'
import { limits } from '../limits'
import { type Importer, note, refuse } from '../reading'
import { codesOfTags } from './codes'
import { htmlText } from './html-text'

const MAGIC = 'SQLite format 3\0'

/**
 * A project file of Taguette (.sqlite3), as its desktop program keeps and its server exports: documents are HTML, highlights lie in bytes of UTF-8 of
 * the document's text without tags, tags are codes whose path is in their name. Nobody is told to have coded what.
 */
export const taguette: Importer<ExchangeProject> = {
  id: 'taguette',
  name: 'Taguette',
  extensions: ['sqlite3'],
  sniff: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, 16)) === MAGIC,
  read: async (name, bytes) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    if (bytes.length > limits.project) return refuse('fileTooLarge', name, { limit: limits.project / 2 ** 20 })
    let file: Database.Database | undefined
    try {
      // From memory: nothing of the file is written, and nothing in it can name another one.
      file = new Database(Buffer.from(bytes))
      file.pragma('trusted_schema = OFF')
      return { value: projectOf(file), notes: [note('taguetteCoders')] }
    } catch (error) {
      if (error instanceof Database.SqliteError || error instanceof TypeError || error instanceof RangeError)
        return refuse('taguetteDamaged', name)
      throw error
    } finally {
      file?.close()
    }
  },
}

function projectOf(file: Database.Database): ExchangeProject {
  const rows = (sql: string): readonly Record<string, unknown>[] => file.prepare<[], Record<string, unknown>>(sql).all()
  const project = rows('select id, name, description from projects order by id limit 1')[0]
  if (!project) throw new RangeError('no project')
  const own = `project_id = ${Number(project.id)}`
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  const tags = rows(`select id, path, description from tags where ${own} order by path`)
  const codes = codesOfTags(
    tags.map((tag) => ({ id: `tag-${tag.id}`, path: words(tag.path), description: words(tag.description) })),
  )
  const tagged = rows('select highlight_id, tag_id from highlight_tags')
  const byHighlight = new Map<number, number[]>()
  for (const { highlight_id, tag_id } of tagged)
    byHighlight.set(Number(highlight_id), [...(byHighlight.get(Number(highlight_id)) ?? []), Number(tag_id)])
  const sources = rows(`select id, name, description, contents from documents where ${own} order by id`).map(
    (document) => {
      const html = htmlText(words(document.contents))
      const map = positionMap(html.counted, { unit: 'byte', lines: 'stored' })
      const stored = storedText(html.shown)
      const id = Number(document.id)
      const highlights = rows(
        `select id, start_offset, end_offset from highlights where document_id = ${id} order by start_offset`,
      )
      const selections = highlights.flatMap((highlight) => {
        const start = map[Number(highlight.start_offset)]
        const end = map[Number(highlight.end_offset)]
        if (start === undefined || end === undefined || end < start) return []
        const key = `highlight-${highlight.id}`
        return [
          {
            ...{
              id: key,
              start: stored.at(html.at(start, 'start'), 'start'),
              end: stored.at(html.at(end, 'end'), 'end'),
              comment: '',
              userId: null,
              at: null,
            },
            ...{ noteIds: [] },
            codings: (byHighlight.get(Number(highlight.id)) ?? []).map((tag) => ({
              ...{ id: `${key}-${tag}`, codeId: `tag-${tag}`, userId: null, at: null, noteIds: [] },
            })),
          },
        ]
      })
      return {
        ...{ id: `document-${id}`, name: words(document.name), description: words(document.description) },
        ...{ text: stored.text, userId: null, at: null, selections, codings: [], noteIds: [], values: [] },
      }
    },
  )
  return {
    ...{ name: words(project.name), origin: 'Taguette', description: words(project.description) },
    ...{ users: [], codes, variables: [], cases: [], sources, notes: [], noteIds: [], sets: [] },
  }
}
