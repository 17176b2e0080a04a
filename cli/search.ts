import type { Command } from 'commander'
import { parse } from '@/core/search/query'
import { search } from '@/db/search'
import { command, openHouse, projectNamed, Refused } from './house'

type Options = { data?: string; json?: boolean; interviewers: boolean }

/** `search PROJECT QUERY`: every hit in its context, interview by interview. */
export function registerSearch(program: Command): void {
  command(program, 'search <project> <query>')
    .description('find words in the transcripts of a project')
    .option('--no-interviewers', 'leave out what interviewers say')
    .option('--json', 'answer as JSON')
    .action((name: string, asked: string, options: Options) => {
      const access = projectNamed(openHouse(options.data), name)
      const query = parse(asked)
      if ('fault' in query) throw new Refused(`The query cannot be read: ${query.fault} at character ${query.at + 1}.`)
      const where = { values: [], interviewers: options.interviewers }
      const page = search(access, query, where, { from: 0, limit: Number.MAX_SAFE_INTEGER, unit: 'hit' })
      const names = new Map(page.interviews.map((one) => [one.id, one.name]))
      const hits = page.lines.map(({ interviewId, start, end, before, hit, after }) => ({
        ...{ interview: names.get(interviewId) ?? '', start, end, before, hit, after },
      }))
      if (options.json)
        process.stdout.write(`${JSON.stringify({ searched: page.searched, total: page.total, hits })}\n`)
      else for (const one of hits) process.stdout.write(`${one.interview}\t${one.before}[${one.hit}]${one.after}\n`)
    })
}
