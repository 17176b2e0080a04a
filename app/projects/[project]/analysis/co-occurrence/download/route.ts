import { getFormatter, getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { searchParamsOf } from '@/app/search-params'
import { matrixDrawn } from '@/components/figures/matrix'
import { networkDrawn } from '@/components/figures/network'
import * as analysis from '@/db/analysis'
import { forFigures } from '@/db/exporting'
import { choiceMade } from '../../choice-settings'
import { choicesOf } from '../../choices-of'
import { fileOf } from '../../files'
import { saidOfChoice } from '../../said-of-choice'
import { matrixOf, networkOf, tableOf } from '../figures-of'
import { meetingOf, settingsOf } from '../settings'

/** The pairs as CSV or XLSX, the matrix or (figure=network) the network as SVG; the same search params as the page. */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }) {
  const access = forFigures(await requireAccess((await params).project))
  const search = searchParamsOf(request)
  const t = await getTranslations('analysis')
  const format = await getFormatter()
  const choices = choicesOf(access, search)
  const settings = settingsOf(search, choices)
  const of = analysis.meet(access, choiceMade(settings, choices), meetingOf(settings))
  const said = saidOfChoice(settings, choices, t)
  return fileOf(access, search, t('tab.co-occurrence'), {
    table: () => tableOf(of, t),
    figure: (document, note) => {
      const all = `${said} ${note}`.trim()
      return search.figure === 'network'
        ? networkDrawn(networkOf(of, settings, all, t, format), document)
        : matrixDrawn(matrixOf(of, settings, all, t, format), document)
    },
  })
}
