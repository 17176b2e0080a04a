import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { fileResponse } from '@/app/file-response'
import { outgoing } from '@/app/outgoing'
import { searchParamsOf } from '@/app/search-params'
import type { Question } from '@/core/notes/question'
import type { Access } from '@/db/access'
import { agendaOut } from '@/db/exporting'
import * as projects from '@/db/projects'
import { agendaDocxExporter } from '@/formats/docx/agenda'
import { agendaMarkdownExporter } from '@/formats/markdown/agenda'

const Asked = z.object({ format: z.enum(['docx', 'md']).catch('docx') })

/** What is to be decided at the next meeting, as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }) {
  const access = await requireAccess((await params).project)
  return outgoing(request, (raw) => file(request, access, raw))
}

async function file(request: Request, access: Access, raw: boolean): Promise<Response> {
  const { format } = Asked.parse(searchParamsOf(request))
  const t = await getTranslations('questions')
  const formatter = await getFormatter()
  const project = projects.get(access)
  const questions = agendaOut(access, raw)
  const interviews = new Map<string, Question[]>()
  for (const one of questions) interviews.set(one.interview.id, [...(interviews.get(one.interview.id) ?? []), one])
  const title = `${project.name} – ${t('agendaTitle')}`
  const exporter = format === 'docx' ? agendaDocxExporter : agendaMarkdownExporter
  const { bytes } = await exporter.write({
    title,
    subtitle: [
      formatter.dateTime(Date.now(), { dateStyle: 'long' }),
      t('agendaCount', { questions: questions.length, interviews: interviews.size }),
    ],
    notice: project.composed ? (await getTranslations('shell'))('composed') : null,
    groups: [...interviews.values()].map((own) => ({
      heading: own[0]?.interview.name ?? '',
      items: own.map((one) => ({
        question: one.posts[0]?.text ?? '',
        asked: one.to
          ? t('from', { author: one.author.name, to: one.to.name })
          : t('fromAll', { author: one.author.name }),
        quote: one.quote,
        answers: one.posts.slice(1).map((post) => t('answer', { author: post.author.name, text: post.text })),
      })),
    })),
    decision: t('decision'),
    language: (await getLocale()) === 'ru' ? 'ru-RU' : 'en-GB',
  })
  return fileResponse(bytes, exporter.type, `${title}.${exporter.extension}`)
}
