import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Command } from 'commander'
import { createTranslator } from 'next-intl'
import { type Match, type Mismatch, matchFiles } from '@/core/interviews/match'
import type { Variable } from '@/core/variable'
import type { Access } from '@/db/access'
import * as interviews from '@/db/interviews'
import { Refusal } from '@/db/refusal'
import * as variables from '@/db/variables'
import { readSheet, readTranscript } from '@/formats'
import { limits } from '@/formats/limits'
import { type Note, type Reading, refuse } from '@/formats/reading'
import messages from '@/messages/en.json'
import { importProjects, isProjectFile, projectFor } from './exchange'
import { command, interviewNamed, messageOf, openHouse, projectNamed, Refused } from './house'

type Imported = {
  file: string
  id: string
  name: string
  encoding: string
  /** Unicode code points of the stored text. */
  characters: number
  words: number
  turns: number
  speakers: string[]
  notes: string[]
}
type Result = { interviews: Imported[]; refused: { file: string; reason: string }[] }

const noteText = createTranslator({ locale: 'en', messages, namespace: 'note' })
const say = (note: Note) => noteText(note.key, note.values)

/** The files named, and those inside the folders named, in order. */
function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
    const inside = readdirSync(path).sort((a, b) => (a < b ? -1 : 1))
    return inside.map((name) => join(path, name)).filter((file) => /\.(txt|docx)$/i.test(file))
  })
}

async function opened<T>(
  path: string,
  read: (name: string, bytes: Uint8Array) => Promise<Reading<T>>,
): Promise<Reading<T>> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new Refused(`There is no file “${path}”.`)
  if (stat.size > limits.file) return refuse('fileTooLarge', basename(path), { limit: limits.file / 2 ** 20 })
  return read(basename(path), await readFile(path))
}

function complaint(sheet: string, one: Mismatch): string | null {
  switch (one.kind) {
    case 'no-file-column':
      return `“${sheet}”: no column names the files. Add a column “file”.`
    case 'two-rows':
      return `“${sheet}”: rows ${one.first} and ${one.second} are both for “${one.file}”. Leave one.`
    case 'two-files':
      return `“${sheet}”, row ${one.row}: both “${one.file}” and “${one.other}” fit. Write the whole file name.`
    case 'other-kind':
      return `“${sheet}”, row ${one.row}, column “${one.column}”: “${one.value}” is no ${one.expected}.`
    default:
      return null
  }
}

async function matched(access: Access, path: string, files: readonly string[]): Promise<Match> {
  const reading = await opened(path, readSheet)
  if ('refused' in reading) throw new Refused(say(reading.refused))
  const match = matchFiles(
    files.map((file) => basename(file)),
    reading.value,
    variables.list(access),
  )
  const complaints = match.mismatches.flatMap((one) => complaint(basename(path), one) ?? [])
  if (complaints.length > 0) throw new Refused(complaints.join('\n'))
  for (const one of match.mismatches)
    if (one.kind === 'row-without-file') console.error(`Row ${one.row}: no file “${one.file}” was given.`)
    else if (one.kind === 'file-without-row') console.error(`“${one.file}” has no row in the sheet.`)
    else if (one.kind === 'unknown-column') console.error(`“${one.column}” becomes a new variable.`)
  return match
}

function valuesFor(match: Match | null, file: string, known: readonly Variable[]): Record<string, string> {
  const row = match?.rows.find((one) => one.file === basename(file))
  return Object.fromEntries(
    Object.entries(row?.values ?? {}).flatMap(([name, value]) => {
      const variable = known.find((one) => one.name === name)
      return variable ? [[variable.id, value]] : []
    }),
  )
}

/** Imports files into a project, each in a transaction of its own; a bad file stops nothing but itself, a bad sheet everything. */
export async function importFiles(
  access: Access,
  paths: readonly string[],
  sheet: string | undefined,
): Promise<Result> {
  const files = filesOf(paths)
  const match = sheet === undefined ? null : await matched(access, sheet, files)
  const known = variables.ensure(access, match?.columns ?? [])
  const result: Result = { interviews: [], refused: [] }
  for (const file of files)
    try {
      const reading = await opened(file, readTranscript)
      if ('refused' in reading) {
        result.refused.push({ file, reason: say(reading.refused) })
        continue
      }
      const read = reading.value
      const name = basename(file, extname(file))
      const added = interviews.add(access, { name, file: basename(file), read, values: valuesFor(match, file, known) })
      result.interviews.push({
        file,
        id: added.id,
        name: added.name,
        encoding: read.encoding,
        characters: [...read.text].length,
        words: added.words,
        turns: added.turns,
        speakers: read.speakers.map((speaker) => speaker.name),
        notes: reading.notes.map(say),
      })
    } catch (error) {
      const reason = messageOf(error)
      if (reason === null || !(error instanceof Refusal || error instanceof Refused)) throw error
      result.refused.push({ file, reason })
    }
  return result
}

/** `import` and `text`. */
export function registerImport(program: Command): void {
  command(program, 'import <project> <files...>')
    .description(
      'import transcripts (.txt, .docx; folders too), or projects of other programs (.qdpx, .qdc), for which the project is made when there is none',
    )
    .option('--sheet <file>', 'a .csv or .xlsx with a row per interview, whose values become variables')
    .option('--json', 'as JSON', false)
    .action(async (project: string, files: string[], options: { data?: string; sheet?: string; json: boolean }) => {
      const others = files.filter(isProjectFile)
      const access = projectFor(openHouse(options.data), project, others)
      const brought = others.length === 0 ? null : await importProjects(access, others)
      const texts = await importFiles(
        access,
        files.filter((file) => !isProjectFile(file)),
        options.sheet,
      )
      const result = {
        ...brought,
        interviews: [...(brought?.interviews ?? []), ...texts.interviews],
        refused: [...(brought?.refused ?? []), ...texts.refused],
      }
      for (const { file, reason } of result.refused) console.error(`${file}: ${reason}`)
      if (options.json) console.log(JSON.stringify(result, null, 2))
      else {
        for (const one of texts.interviews)
          console.log(
            [`${one.name}: ${one.words} words, ${one.turns} turns, ${one.encoding}`, ...one.notes].join('\n  '),
          )
        if (brought) {
          const { interviews, codes, codings, users, notes } = brought
          const counts = `${interviews.length} interviews, ${codes} codes, ${codings} codings, ${users} users`
          console.log([counts, ...notes].join('\n  '))
        }
      }
      if (result.refused.length > 0) process.exitCode = 1
    })
  command(program, 'text <project> <interview>')
    .description('print the stored text of an interview and nothing else')
    .action((project: string, interview: string, options: { data?: string }) => {
      const access = projectNamed(openHouse(options.data), project)
      process.stdout.write(interviews.text(access, interviewNamed(access, interview)).text)
    })
}
