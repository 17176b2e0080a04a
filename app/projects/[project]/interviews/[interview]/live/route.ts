import { z } from 'zod'
import { untilServerEnds } from '@/app/streams'
import { currentUser, stillSignedIn } from '@/auth/session'
import { type Access, enter } from '@/db/access'
import { watch } from '@/db/feed'
import { enterInterview, othersIn, presenceVersion } from '@/db/presence'
import { NotFound } from '@/db/refusal'

const Query = z.object({
  transcript: z.string().min(1).max(100),
  tab: z.uuid(),
  cursor: z.coerce.number().int().min(0).nullable().catch(null),
})

/** How often it is looked whether anything has changed at all, which costs two readings of a number; milliseconds. */
const LOOK = 200
/** How often the right to look is asked for although nothing has changed, and the line kept from falling asleep; milliseconds. */
const CHECK = 10_000

/**
 * What happens in an interview, as server-sent events, for as long as the person may see it: `news` (see `News`), `others` (who else is here), and `over` when there is
 * nothing to be told any more. After a break the browser says by `Last-Event-ID` where it was.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ project: string; interview: string }> },
): Promise<Response> {
  const { project, interview } = await params
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return new Response(null, { status: 400 })
  const who = await currentUser()
  if (!who) return new Response(null, { status: 401 })
  const now = (): Access | null => {
    const account = stillSignedIn(who.identity)
    return account && enter(account, project)
  }
  let leave: () => void
  try {
    const access = now()
    if (!access) return new Response(null, { status: 401 })
    leave = enterInterview(access, interview, query.data.tab)
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 })
    throw error
  }
  const last = Number(request.headers.get('last-event-id') || Number.NaN)
  const next = watch(interview, query.data.transcript, Number.isInteger(last) ? last : query.data.cursor)

  let timer: NodeJS.Timeout | undefined
  let forget = () => {}
  const end = () => {
    clearInterval(timer)
    forget()
    leave()
  }
  const body = new ReadableStream<Uint8Array>({
    start(to) {
      const say = (text: string) => to.enqueue(new TextEncoder().encode(text))
      let stamp = ''
      let others = ''
      let checked = 0
      const look = () => {
        const time = Date.now()
        const changed = stampOf(who.account.db.$client)
        if (changed === stamp && time - checked < CHECK) return
        if (time - checked >= CHECK) say(': here\n\n')
        stamp = changed
        checked = time
        const access = now()
        const news = access && next(access)
        if (news) {
          const { cursor } = news
          say(`event: news\nid:${cursor === null ? '' : ` ${cursor}`}\ndata: ${JSON.stringify(news)}\n\n`)
        }
        const here = access && JSON.stringify(othersIn(access, interview))
        if (here !== null && here !== others) say(`event: others\ndata: ${here}\n\n`)
        others = here ?? others
        if (!access) over()
      }
      const over = () => {
        say('event: over\ndata: {}\n\n')
        end()
        to.close()
      }
      const safely = () => {
        try {
          look()
        } catch (error) {
          // The person is no member any more, or the interview is gone.
          if (error instanceof NotFound) over()
          else {
            end()
            to.error(error)
          }
        }
      }
      forget = untilServerEnds(() => {
        end()
        to.close()
      })
      say('retry: 2000\n\n')
      timer = setInterval(safely, LOOK)
      safely()
    },
    cancel: end,
  })
  request.signal.addEventListener('abort', end)
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // A proxy or a compressor that waits for more would keep everything back.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

type Client = Access['db']['$client']

/** Changes whenever anything in the database does, by whatever process, or somebody comes or goes. */
function stampOf(client: Client): string {
  const others = client.pragma('data_version', { simple: true })
  const own = client.prepare('select total_changes()').pluck().get()
  return `${others} ${own} ${presenceVersion()}`
}
