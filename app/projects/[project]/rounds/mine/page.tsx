import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { AskedOfMeList } from '@/components/rounds/asked-of-me'
import { MyInterviews } from '@/components/rounds/my-interviews'
import { PageHeader } from '@/components/shell/page-header'
import { waitingForMe } from '@/db/decision-notes'
import * as rounds from '@/db/rounds'
import { setRoundDone } from '../actions'

export default async function Mine({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('rounds')
  const base = `/projects/${project}`
  const names = new Map(rounds.list(access).map((round) => [round.id, round]))
  return (
    <>
      <PageHeader crumbs={[{ label: t('title'), href: `${base}/rounds` }, { label: t('mineTitle') }]} />
      <AskedOfMeList
        lines={waitingForMe(access).map((one) => ({
          ...one,
          href: `${base}/rounds/${one.roundId}/passages?show=all&code=${one.code}`,
        }))}
      />
      <MyInterviews
        project={project}
        setDone={setRoundDone}
        lines={rounds.mine(access).map((one) => ({
          ...one,
          round: names.get(one.roundId)?.name ?? '',
          due: names.get(one.roundId)?.due ?? null,
          href: `${base}/interviews/${one.interviewId}`,
        }))}
      />
    </>
  )
}
