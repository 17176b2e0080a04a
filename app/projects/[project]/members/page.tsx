import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { MemberTable } from '@/components/members/member-table'
import { PageHeader } from '@/components/shell/page-header'
import { open } from '@/db/invitations'
import { settings } from '@/db/masking'
import { list } from '@/db/members'
import { invite, removeMember, revokeInvitation, setCorrects, setRole, setSeesRaw } from './actions'

export default async function Members({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('members')
  return (
    <>
      <PageHeader crumbs={[{ label: t('title') }]} />
      <MemberTable
        project={project}
        me={access.userId}
        owner={access.role === 'owner'}
        members={list(access)}
        invitations={access.role === 'owner' ? open(access) : []}
        invite={invite}
        revoke={revokeInvitation}
        setRole={setRole}
        setCorrects={setCorrects}
        setSeesRaw={setSeesRaw}
        masked={settings(access).on}
        remove={removeMember}
      />
    </>
  )
}
