import { getTranslations } from 'next-intl/server'
import { Message } from '@/components/shell/message'

export default async function NotFound() {
  const t = await getTranslations('shell')
  return <Message title={t('notFoundTitle')} text={t('notFound')} href="/projects" link={t('toProjects')} />
}
