import { openAsBlob } from 'node:fs'
import { currentUser } from '@/auth/session'
import { backupFolder, byAdmin } from '@/db/backup'
import { dataFolder } from '@/db/open'
import { Refusal } from '@/db/refusal'

/** A backup as a file, for administrators; not found for everybody else. */
export async function GET(request: Request): Promise<Response> {
  const who = await currentUser()
  const file = new URL(request.url).searchParams.get('file') ?? ''
  try {
    if (!who) return new Response(null, { status: 404 })
    const path = byAdmin(who.account, backupFolder(dataFolder())).path(file)
    const headers = {
      'Content-Type': 'application/vnd.sqlite3',
      'Content-Disposition': `attachment; filename="interlinear-${file}"`,
      'Cache-Control': 'private, no-store',
    }
    return new Response(await openAsBlob(path), { headers })
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: 404 })
    throw error
  }
}
