import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { hash, shortest } from '@/auth/password'
import * as projects from '@/db/projects'
import * as users from '@/db/users'
import { command, openHouse, personOf, Refused } from './house'

/** `user add`, `user disable`, `user enable`. */
export function registerUser(program: Command): void {
  const user = program.command('user').description('accounts')
  command(user, 'add <email>')
    .description('make an account; the password is read from standard input')
    .requiredOption('--name <name>', 'as colleagues see it')
    .option('--admin', 'may make projects and run the house', false)
    .action(async (email: string, options: { data?: string; name: string; admin: boolean }) => {
      const password = (await text(process.stdin)).replace(/\r?\n$/, '')
      if (!/^\S+@\S+$/.test(email)) throw new Refused(`“${email}” is no e-mail address.`)
      if (password.length < shortest) throw new Refused(`The password needs at least ${shortest} characters.`)
      const at = openHouse(options.data)
      users.add(at, { email, name: options.name, passwordHash: await hash(password), admin: options.admin })
      console.log(`${email} can sign in.`)
    })
  for (const [name, disabled] of [
    ['disable', true],
    ['enable', false],
  ] as const)
    command(user, `${name} <email>`)
      .description(disabled ? 'lock an account out at once' : 'let an account in again')
      .action((email: string, options: { data?: string }) =>
        users.setDisabled(openHouse(options.data), email, disabled),
      )
}

/** `project add`, `projects`. */
export function registerProject(program: Command): void {
  const project = program.command('project').description('projects')
  command(project, 'add <name>')
    .description('make an empty project')
    .option('--owner <email>', 'whose project it is (default: the first administrator)')
    .action((name: string, options: { data?: string; owner?: string }) => {
      const at = openHouse(options.data)
      const access = projects.add(personOf(at, options.owner), { name })
      console.log(access.projectId)
    })
  command(program, 'projects')
    .description('list the projects')
    .option('--json', 'as JSON', false)
    .action((options: { data?: string; json: boolean }) => {
      const list = projects.all(openHouse(options.data))
      if (options.json) console.log(JSON.stringify(list, null, 2))
      else for (const one of list) console.log(`${one.id}  ${one.name}  (${one.interviews} interviews, ${one.owner})`)
    })
}
