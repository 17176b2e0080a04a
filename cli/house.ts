import { resolve } from 'node:path'
import type { Command } from 'commander'
import { createTranslator } from 'next-intl'
import { fold } from '@/core/text/fold'
import { type Access, type Account, account, type Door, door, enterAsOperator } from '@/db/access'
import * as interviews from '@/db/interviews'
import { migrate } from '@/db/migrate'
import { databaseFile, dataFolder, open } from '@/db/open'
import { all } from '@/db/projects'
import { NotFound, Refusal } from '@/db/refusal'
import * as users from '@/db/users'
import messages from '@/messages/en.json'
import { Refused } from './refused'

export { Refused }

/** A command of ours: exits 2 on wrong usage, takes --data. */
export function command(program: Command, name: string): Command {
  return program.command(name).option('--data <dir>', 'the data folder (default: INTERLINEAR_DATA, or ./data)')
}

/** The door of the database in a data folder, migrated. */
export function openHouse(dataDir: string | undefined): Door {
  const db = open(databaseFile(resolve(dataDir ?? dataFolder())))
  migrate(db)
  return door(db)
}

/**
 * The project of a name or id; of a composed one it is said on the standard error that nobody real speaks in it, so that whatever a command prints
 * cannot be taken for data. Throws Refused when there is none, or several of the name.
 */
export function projectNamed(at: Door, name: string): Access {
  const found = all(at).filter((project) => project.id === name || fold(project.name) === fold(name))
  const [one] = found
  if (!one) throw new Refused(`There is no project “${name}”.`)
  if (found.length > 1)
    throw new Refused(`Several projects are called “${name}”; give the id: ${found.map((p) => p.id).join(', ')}`)
  if (one.composed) process.stderr.write(`${messages.shell.composed}\n`)
  return enterAsOperator(at, one.id)
}

/** The account of an address, or the first administrator's. Throws Refused when there is none. */
export function personOf(at: Door, email: string | undefined): Account {
  const known = email ? users.credentials(at, email) : users.firstAdmin(at)
  if (!known)
    throw new Refused(
      email ? `There is no account with the address ${email}.` : 'There is no account yet; name an owner with --owner.',
    )
  return account(at, known.id)
}

/** The id of the interview of a name or id. Throws Refused. */
export function interviewNamed(access: Access, name: string): string {
  const found = interviews.list(access).find((one) => one.id === name || fold(one.name) === fold(name))
  if (!found) throw new Refused(`There is no interview “${name}” in this project.`)
  return found.id
}

/** The English message of anything that went wrong by somebody's doing; null for a fault of the program. */
export function messageOf(error: unknown): string | null {
  if (error instanceof Refused) return error.message
  if (!(error instanceof Refusal)) return null
  return createTranslator({ locale: 'en', messages, namespace: 'refusal' })(
    error instanceof NotFound ? 'notFound' : error.reason,
    error.values,
  )
}
