/** Runs once when the server starts: the daily backup, looked at every hour. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepBackups } = await import('./db/keep-backups')
  keepBackups()
}
