import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CodeEntry, codebookOf } from './codebook'
import { memosOf, type SampleMemo } from './memos'
import { type Passage, passagesOf } from './passage'
import { personaNames } from './personas'
import { type Question, questionsOf } from './questions'
import { type Language, languages, SampleFault } from './terms'

/** Everything the sample study is composed from. */
export type Material = {
  readonly codebook: readonly CodeEntry[]
  readonly passages: readonly Passage[]
  readonly questions: Readonly<Record<Language, readonly Question[]>>
  readonly memos: readonly SampleMemo[]
}

/** The folder of the sample's files, beside the program. */
export const sampleFolder = join(process.cwd(), 'sample')

/** Reads the files of the sample. Throws SampleFault, naming file and line, for anything that is not as sample/README.md says. */
export function readMaterial(folder: string = sampleFolder): Material {
  const read = (...path: string[]) =>
    readFileSync(join(/* turbopackIgnore: true */ folder, ...path), 'utf8').normalize('NFC')
  const codebook = codebookOf('codebook.md', read('codebook.md'))
  const codePaths = new Set(codebook.map((code) => code.path))
  const names = new Set(personaNames)
  const passages = languages.flatMap((language) =>
    readdirSync(join(folder, 'passages', language))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .flatMap((name) => {
        const file = `passages/${language}/${name}`
        return passagesOf(file, read(file), language, codePaths, names)
      }),
  )
  const seen = new Set<string>()
  for (const { id } of passages) {
    if (seen.has(id)) throw new SampleFault('passages', 0, `two passages are called “${id}”`)
    seen.add(id)
  }
  const asked = (language: Language) =>
    questionsOf(`questions/${language}.md`, read('questions', `${language}.md`), codePaths)
  return {
    codebook,
    passages,
    questions: { ru: asked('ru'), en: asked('en') },
    memos: memosOf('memos.md', read('memos.md'), codePaths),
  }
}
