import { type Command, InvalidArgumentError } from 'commander'
import { load } from '@/sample/load'
import { command, openHouse, personOf } from './house'

/** Shows how far loading is: in place on a terminal, otherwise a line at every fifth. */
export function progressOn(out: NodeJS.WriteStream): (done: number, of: number) => void {
  return (done, of) => {
    const last = done === of
    if (out.isTTY) out.write(`\rSample study: ${done} of ${of} interviews${last ? '\n' : ''}`)
    else if (last || done % Math.ceil(of / 5) === 0) out.write(`Sample study: ${done} of ${of} interviews\n`)
  }
}

function wholeNumber(least: number) {
  return (text: string): number => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < least || number > 1_000_000)
      throw new InvalidArgumentError(`a whole number from ${least} is wanted.`)
    return number
  }
}

/** `sample`: composes a sample study and loads it as a project. */
export function registerSample(program: Command): void {
  command(program, 'sample')
    .description('compose a sample study and load it as a project')
    .option('--interviews <n>', 'how many interviews', wholeNumber(2), 101)
    .option('--seed <n>', 'another seed gives another study', wholeNumber(0), 1)
    .option('--project <name>', 'the name of the project')
    .option('--owner <email>', 'whose project it is (default: the first administrator)')
    .action((options: { data?: string; interviews: number; seed: number; project?: string; owner?: string }) => {
      const who = personOf(openHouse(options.data), options.owner)
      const { interviews, seed, project } = options
      const id = load(who, {
        ...{ interviews, seed, progress: progressOn(process.stderr) },
        ...(project === undefined ? {} : { name: project }),
      })
      console.log(id)
    })
}
