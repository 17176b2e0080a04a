import { Command, CommanderError } from 'commander'
import { messageOf } from './house'
import { register } from './register'

// Whoever reads what is printed may stop before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const program = new Command('interlinear').description('Interlinear from a terminal').exitOverride()
await register(program, process.argv[2])

// Sub-commands inherit the override only when it is set on each.
const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)]
for (const one of everyCommand(program)) one.exitOverride()

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    const message = messageOf(error)
    console.error(message ?? error)
    process.exitCode = 1
  }
}
