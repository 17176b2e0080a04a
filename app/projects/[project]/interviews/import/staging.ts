import 'server-only'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Access } from '@/db/access'
import { dataFolder } from '@/db/open'

const lifetime = 24 * 60 * 60 * 1000

/** A file that waits for its import. */
export type Staged = { readonly name: string; readonly bytes: Uint8Array }

// Every part is a uuid that was checked at the edge, so no name of a person's file ever becomes a path.
const folder = (access: Access, batch: string) => join(dataFolder(), 'staging', access.projectId, access.userId, batch)

/** Keeps an uploaded file until it is imported, at most about a day. */
export async function keep(access: Access, batch: string, id: string, file: Staged): Promise<void> {
  const at = folder(access, batch)
  await mkdir(at, { recursive: true, mode: 0o700 })
  await writeFile(join(at, `${id}.bytes`), file.bytes, { mode: 0o600 })
  await writeFile(join(at, `${id}.name`), file.name, { mode: 0o600 })
}

/** The file that waits under this id, or null when there is none (any more). */
export async function kept(access: Access, batch: string, id: string): Promise<Staged | null> {
  const at = folder(access, batch)
  try {
    return { name: await readFile(join(at, `${id}.name`), 'utf8'), bytes: await readFile(join(at, `${id}.bytes`)) }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Forgets one file, or a whole batch. */
export async function drop(access: Access, batch: string, id?: string): Promise<void> {
  const at = folder(access, batch)
  if (id === undefined) return rm(at, { recursive: true, force: true })
  await rm(join(at, `${id}.bytes`), { force: true })
  await rm(join(at, `${id}.name`), { force: true })
}

/** Forgets everybody's batches that nobody touched for a day. */
export async function sweep(now: number = Date.now()): Promise<void> {
  const root = join(dataFolder(), 'staging')
  for (const project of await inside(root))
    for (const person of await inside(join(root, project)))
      for (const batch of await inside(join(root, project, person))) {
        const at = join(root, project, person, batch)
        const touched = await stat(at).catch(() => null)
        if (touched && now - touched.mtimeMs > lifetime) await rm(at, { recursive: true, force: true })
      }
}

function inside(at: string): Promise<string[]> {
  return readdir(at).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
