import { basename } from 'node:path'
import type { Command } from 'commander'
import { createTranslator } from 'next-intl'
import { type Grid, type Match, type Mismatch, matchFiles } from '@/core/interviews/match'
import { nameInBatch } from '@/core/interviews/preview'
import type { Variable } from '@/core/variable'
import type { Access } from '@/db/access'
import * as interviews from '@/db/interviews'
import { Refusal } from '@/db/refusal'
import * as variables from '@/db/variables'
import type { Note } from '@/formats/reading'
import { readSheet } from '@/formats/worker'
import messages from '@/messages/en.json'
import { importProjects, isProjectFile, projectFor } from './exchange'
import { command, interviewNamed, messageOf, openHouse, projectNamed, Refused } from './house'
import { answersIn, isSheetFile, opened, type Source, sourcesOf } from './sources'

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

type Options = { data?: string; sheet?: string; text?: string[]; json: boolean }

const noteText = createTranslator({ locale: 'en', messages, namespace: 'note' })
const say = (note: Note) => noteText(note.key, note.values)

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

function matched(access: Access, name: string, sheet: Grid, files: readonly string[]): Match {
  const match = matchFiles(
    files.map((file) => basename(file)),
    sheet,
    variables.list(access),
  )
  const complaints = match.mismatches.flatMap((one) => complaint(name, one) ?? [])
  if (complaints.length > 0) throw new Refused(complaints.join('\n'))
  for (const one of match.mismatches)
    if (one.kind === 'row-without-file') console.error(`Row ${one.row}: no file “${one.file}” was given.`)
    else if (one.kind === 'file-without-row') console.error(`“${one.file}” has no row in the sheet.`)
    else if (one.kind === 'unknown-column') console.error(`“${one.column}” becomes a new variable.`)
  return match
}

async function sheetOf(path: string): Promise<Grid> {
  const reading = await opened(path, readSheet)
  if ('refused' in reading) throw new Refused(say(reading.refused))
  for (const one of reading.notes) console.error(say(one))
  return reading.value
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

/**
 * Imports files into a project, each in a transaction of its own; a bad file stops nothing but itself, a bad sheet everything. Of a sheet among the files each
 * row becomes an interview: its text are the columns `text`, or those with the longest texts.
 */
export async function importFiles(
  access: Access,
  paths: readonly string[],
  sheet: string | undefined,
  text: readonly string[] = [],
): Promise<Result> {
  const result: Result = { interviews: [], refused: [] }
  const refused = (file: string, reason: string) => result.refused.push({ file, reason })
  const transcripts = await sourcesOf(
    paths.filter((path) => !isSheetFile(path)),
    (file, why) => refused(file, say(why)),
  )
  const files = transcripts.map(({ file }) => file)
  const match = sheet === undefined ? null : matched(access, basename(sheet), await sheetOf(sheet), files)
  await importSources(access, transcripts, match, result)
  for (const path of paths.filter(isSheetFile)) {
    const read = await opened(path, readSheet)
    if ('refused' in read) refused(path, say(read.refused))
    else {
      const answers = answersIn(path, read.value, text)
      if ('refused' in answers) refused(path, say(answers.refused))
      else
        await importSources(
          access,
          answers.sources,
          matched(access, basename(path), answers.grid, answers.files),
          result,
        )
    }
  }
  return result
}

async function importSources(access: Access, sources: readonly Source[], match: Match | null, result: Result) {
  const known = variables.ensure(access, match?.columns ?? [])
  for (const { file, name, read: reads } of sources)
    try {
      const reading = await reads()
      if ('refused' in reading) {
        result.refused.push({ file, reason: say(reading.refused) })
        continue
      }
      const read = reading.value
      const added = interviews.add(access, {
        name: nameInBatch(
          name,
          result.interviews.map((one) => one.name),
        ),
        file: basename(name),
        read,
        values: valuesFor(match, file, known),
      })
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
}

/** `import` and `text`. */
export function registerImport(program: Command): void {
  command(program, 'import <project> <files...>')
    .description(
      'import transcripts (Word, OpenDocument, RTF, PDF, HTML, Markdown, subtitles, text), zips and folders of them, and sheets of answers (.csv, .xlsx: a row per interview); or projects of other programs (.qdpx, .qdc, .sqlite3), for which the project is made when there is none',
    )
    .option('--sheet <file>', 'a .csv or .xlsx with a row per interview, whose values become variables')
    .option(
      '--text <column...>',
      'the columns of a sheet of answers that hold the text (default: those with long texts)',
    )
    .option('--json', 'as JSON', false)
    .action(async (project: string, files: string[], options: Options) => {
      const others = files.filter(isProjectFile)
      const access = projectFor(openHouse(options.data), project, others)
      const brought = others.length === 0 ? null : await importProjects(access, others)
      const texts = await importFiles(
        access,
        files.filter((file) => !isProjectFile(file)),
        options.sheet,
        options.text,
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
