import { codedTexts } from '@/core/exchange/coded'
import type { ExchangeProject } from '@/core/exchange/project'
import { dataTables, type TableTurn } from '@/core/exchange/tables'
import { codedDocxExporter } from './docx/write-coded'
import { htmlExporter } from './html-coded'
import { qdcExporter } from './qdc'
import { type QdpxVariant, qdpxExporter } from './qdpx/write'
import type { Written } from './reading'
import { tablesExporter } from './tables'

/** The kinds of file that a whole project is written as; an archive is one more, which only the database can make. */
export const projectFormats = ['qdpx', 'qdc', 'tables', 'docx', 'html'] as const
/** One of `projectFormats`. */
export type ProjectFormat = (typeof projectFormats)[number]

/** A project to be written, with what the documents say besides. */
export type ProjectToWrite = {
  readonly project: ExchangeProject
  readonly turns: ReadonlyMap<string, readonly TableTurn[]>
  readonly variant: QdpxVariant
  /** That the sample study is composed; null for any other. Every kind of file says it. */
  readonly notice: string | null
  readonly language: string
}

const exporters = {
  qdpx: qdpxExporter,
  qdc: qdcExporter,
  tables: tablesExporter,
  docx: codedDocxExporter,
  html: htmlExporter,
}

/** The ending and HTTP's type of a kind of file. */
export function fileOf(format: ProjectFormat): { readonly extension: string; readonly type: string } {
  return exporters[format]
}

/** Writes a project as a kind of file. */
export async function writeProject(format: ProjectFormat, what: ProjectToWrite): Promise<Written> {
  const { project, notice, language } = what
  if (format === 'qdpx') return qdpxExporter.write({ project: noticed(project, notice), variant: what.variant })
  if (format === 'qdc') return qdcExporter.write({ ...project, codes: described(project.codes, notice) })
  if (format === 'tables') return tablesExporter.write(dataTables(project, what.turns, notice))
  const document = { title: project.name, notice, language, texts: codedTexts(project) }
  return format === 'docx' ? codedDocxExporter.write(document) : htmlExporter.write(document)
}

/** A project that says it where an exchange format has room for words: of the whole and of every text. */
function noticed(project: ExchangeProject, notice: string | null): ExchangeProject {
  const [whole] = described([project], notice)
  return { ...project, ...whole, sources: described(project.sources, notice) }
}

/** Everything with the notice before its description; a codebook has room for it in its uppermost codes alone. */
function described<T extends { readonly description: string }>(all: readonly T[], notice: string | null): readonly T[] {
  if (notice === null) return all
  return all.map((one) => ({
    ...one,
    description: one.description === '' ? notice : `${notice}\n${one.description}`,
  }))
}
