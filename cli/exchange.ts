import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createTranslator } from 'next-intl'
import type { ExchangeProject } from '@/core/exchange/project'
import { fold } from '@/core/text/fold'
import type { Access, Door } from '@/db/access'
import { bring } from '@/db/exchange-import'
import { all, add as newProject } from '@/db/projects'
import { readProject } from '@/formats/projects'
import type { Note } from '@/formats/reading'
import messages from '@/messages/en.json'
import { personOf, projectNamed, Refused } from './house'

const noteText = createTranslator({ locale: 'en', messages, namespace: 'note' })
const say = ({ key, values }: Note) => noteText(key, values)

/** What came of project files, as `--json` prints it: counts of what is new here, and what was left out or guessed, in English. */
export type BroughtFiles = {
  interviews: { file: string; id: string; name: string; words: number; turns: number }[]
  refused: { file: string; reason: string }[]
  codes: number
  codings: number
  users: number
  notes: string[]
}

/** True for a file that is a project or a codebook of another program, by its ending. */
export function isProjectFile(path: string): boolean {
  return /\.(?:qdpx|qdc|sqlite3)$/iu.test(path)
}

/** The project of a name; one that is not there is made, when project files come into it, for the first administrator. */
export function projectFor(at: Door, name: string, files: readonly string[]): Access {
  const there = all(at).some((project) => project.id === name || fold(project.name) === fold(name))
  return there || files.length === 0 ? projectNamed(at, name) : newProject(personOf(at, undefined), { name })
}

/** Brings project files into a project, each in a transaction of its own. */
export async function importProjects(access: Access, files: readonly string[]): Promise<BroughtFiles> {
  const result: BroughtFiles = { interviews: [], refused: [], codes: 0, codings: 0, users: 0, notes: [] }
  for (const file of files) {
    const bytes = await readFile(file).catch(() => null)
    if (bytes === null) throw new Refused(`There is no file “${file}”.`)
    const reading = await readProject(basename(file), bytes)
    if ('refused' in reading) {
      result.refused.push({ file, reason: say(reading.refused) })
      continue
    }
    const project: ExchangeProject = reading.value
    const brought = bring(access, project)
    result.interviews.push(...brought.interviews.map((one) => ({ file, ...one })))
    result.codes += brought.codes
    result.codings += brought.codings
    result.users += brought.users
    result.notes.push(...[...reading.notes, ...brought.notes].map(say))
  }
  return result
}
