import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import * as codings from '@/db/codings'
import * as corrections from '@/db/corrections'
import * as interviews from '@/db/interviews'
import { NotFound } from '@/db/refusal'
import { transcriptExtensions } from '@/formats'
import { Correcting } from './correcting'

type Props = { params: Promise<{ project: string; interview: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('correcting'))('title') }
}

export default async function EditPage({ params }: Props) {
  const { project, interview } = await params
  const access = await requireAccess(project)
  if (!access.corrects) notFound()
  try {
    const { name, text, turns, speakers } = interviews.text(access, interview)
    const version = corrections.versions(access, interview).find((one) => one.current)?.version ?? 1
    return (
      <Correcting
        project={project}
        interview={interview}
        name={name}
        version={version}
        transcript={{ text, turns, speakers }}
        endings={transcriptExtensions}
        codings={codings.inInterview(access, interview).length}
      />
    )
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}
