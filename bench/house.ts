import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import { type Access, account, door, enter } from '@/db/access'
import { migrate, migrationsFolder } from '@/db/migrate'
import { type Db, databaseFile, open } from '@/db/open'
import { codes, interviews, members, transcripts, users } from '@/db/schema'
import { owner, seed } from './seed'

const root = join(process.cwd(), 'bench')
const data = join(root, '.data')

/** The folder in which whatever takes long to make is kept from one run to the next, made anew when its makers have changed. */
export function kept(
  name: string,
  makers: readonly string[],
  make: (folder: string) => Promise<void> | void,
): Promise<string> {
  const hash = createHash('sha256')
  for (const file of makers) hash.update(readFileSync(file))
  const key = hash.digest('hex')
  const folder = join(data, name)
  const stamp = join(data, `${name}.stamp`)
  const ready = existsSync(stamp) && readFileSync(stamp, 'utf8') === key
  return (async () => {
    if (ready) return folder
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await make(folder)
    writeFileSync(stamp, key)
    return folder
  })()
}

/** The sources of composed text: what is made of it is made anew when they change. */
export const textMakers = ['random.ts', 'text.ts'].map((file) => join(root, file))

/** The seeded project, open: a copy, so that what is measured may write. */
export type House = {
  readonly db: Db
  /** The data folder, for a server. */
  readonly folder: string
  readonly access: Access
  /** The interview with the long transcript, and that transcript. */
  readonly long: { readonly interviewId: string; readonly transcriptId: string; readonly length: number }
  readonly codeIds: readonly string[]
}

/** Copies the seeded project, after seeding it when that was not done yet. */
export async function house(): Promise<House> {
  const makers = [...textMakers, join(root, 'seed.ts'), join(migrationsFolder, 'meta', '_journal.json')]
  const made = await kept('seed', makers, (folder) => {
    process.stderr.write('Seeding the project; this is done once.\n')
    const db = open(databaseFile(folder))
    migrate(db)
    seed(db)
    db.$client.pragma('wal_checkpoint(TRUNCATE)')
    db.$client.close()
  })
  const folder = join(data, 'copy')
  rmSync(folder, { recursive: true, force: true })
  cpSync(made, folder, { recursive: true })
  const db = open(databaseFile(folder))
  return { db, folder, ...inside(db) }
}

function inside(db: Db): Pick<House, 'access' | 'long' | 'codeIds'> {
  const who = db
    .select({ userId: users.id, projectId: members.projectId })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(eq(users.email, owner.email))
    .get()
  if (!who) throw new Error('the seed has no owner')
  const access = enter(account(door(db), who.userId), who.projectId)
  const long = db
    .select({ interviewId: interviews.id, transcriptId: transcripts.id, length: transcripts.length })
    .from(interviews)
    .innerJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .where(eq(interviews.projectId, access.projectId))
    .orderBy(asc(interviews.createdAt))
    .get()
  if (!long) throw new Error('the seed has no interview')
  const codeIds = db
    .select({ id: codes.id })
    .from(codes)
    .orderBy(asc(codes.id))
    .all()
    .map(({ id }) => id)
  return { access, long, codeIds }
}
