import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccount } from '@/app/access'
import { BackupList } from '@/components/backups/backup-list'
import { PageHeader } from '@/components/shell/page-header'
import { backupFolder, byAdmin } from '@/db/backup'
import { backupsKept } from '@/db/keep-backups'
import { dataFolder } from '@/db/open'
import { makeBackup, restoreBackup } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('backups'))('title') }
}

export default async function Backups() {
  const who = await requireAccount()
  if (!who.admin) notFound()
  const t = await getTranslations()
  return (
    <main>
      <PageHeader
        crumbs={[
          { label: t('shell.projects'), href: '/projects' },
          { label: t('account.title'), href: '/account' },
          { label: t('backups.title') },
        ]}
      />
      <BackupList
        backups={byAdmin(who, backupFolder(dataFolder())).list()}
        kept={backupsKept()}
        downloads="/backups/download?file="
        make={makeBackup}
        restore={restoreBackup}
      />
    </main>
  )
}
