import { backupFolder, daily } from './backup'
import { dataFolder, handle } from './open'

const HOUR = 3_600_000
const USUAL = 14

/** How many backups of each kind are kept: INTERLINEAR_BACKUPS, 14 when it is not set, 0 for none at all. Throws Error for what is no number. */
export function backupsKept(given: string | undefined = process.env.INTERLINEAR_BACKUPS): number {
  if (given === undefined || given === '') return USUAL
  const number = Number(given)
  if (!Number.isInteger(number) || number < 0)
    throw new Error(`INTERLINEAR_BACKUPS is “${given}”; it has to be a number such as ${USUAL}, or 0 for no backups.`)
  return number
}

/** Makes the daily backup of this process's database now and from then on; what goes wrong is logged and tried again within the hour. */
export function keepBackups(): void {
  const keep = backupsKept()
  if (keep === 0) return
  const look = () =>
    daily(handle(), backupFolder(dataFolder()), Date.now(), keep).catch((error) => console.error('Backup:', error))
  setTimeout(look, 10_000).unref()
  setInterval(look, HOUR).unref()
}
