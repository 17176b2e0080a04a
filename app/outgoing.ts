import 'server-only'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Forbidden, NotFound, Refusal } from '@/db/refusal'
import { searchParamsOf } from './search-params'

const Asked = z.object({ names: z.literal('raw').optional().catch(undefined) })

/**
 * Answers a request for a file; `raw` when it was asked for with the names that the project masks. A refusal - not allowed, or names undecided - becomes a page of
 * text that says why.
 */
export async function outgoing(request: Request, run: (raw: boolean) => Promise<Response>): Promise<Response> {
  try {
    return await run(Asked.parse(searchParamsOf(request)).names === 'raw')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const t = await getTranslations('refusal')
    const status = error instanceof NotFound ? 404 : error instanceof Forbidden ? 403 : 409
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' }
    return new Response(t(error.reason, error.values), { status, headers })
  }
}
