'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { accountAction } from '@/app/actions'
import { backupFolder, byAdmin } from '@/db/backup'
import { dataFolder } from '@/db/open'

/** Makes a backup of the whole house now. */
export const makeBackup = accountAction(z.strictObject({}), async (who) => {
  await byAdmin(who, backupFolder(dataFolder())).make(Date.now())
  revalidatePath('/backups')
})

/** Brings the whole house back to a backup; what is there now becomes a backup first. */
export const restoreBackup = accountAction(z.strictObject({ file: z.string().max(200) }), async (who, { file }) => {
  await byAdmin(who, backupFolder(dataFolder())).restore(file, Date.now())
  revalidatePath('/', 'layout')
})
