import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { forFigures } from '@/db/exporting'
import { choiceMade, choiceOf, choiceParams } from './choice-settings'
import { choicesOf } from './choices-of'
import { saidOfChoice } from './said-of-choice'

const Given = z.object(choiceParams)

/** What every analysis begins with: who asks, for what, in which language, and the sentences that say so; what goes out in a file has masked words. */
export async function opened(project: string, params: SearchParams, goesOut: boolean) {
  const member = await requireAccess(project)
  const access = goesOut ? forFigures(member) : member
  const t = await getTranslations('analysis')
  const format = await getFormatter()
  const choices = choicesOf(access, params)
  const settings = choiceOf(Given.parse(params), choices)
  const choice = choiceMade(settings, choices)
  const said = saidOfChoice(settings, choices, t)
  return { access, t, format, choices, settings, choice, said, params, base: `/projects/${project}` }
}

/** The same, as a value. */
export type Opened = Awaited<ReturnType<typeof opened>>
