import 'server-only'
import { type Answer, answering } from '@/app/actions'
import { currentUser } from '@/auth/session'
import { door } from '@/db/access'
import { type Offer, offer } from '@/db/invitations'
import { handle } from '@/db/open'

/** What a link offers, or why it does not; asking who is there first keeps it out of the build's prerendering. */
export async function offered(token: string): Promise<Answer<Offer>> {
  await currentUser()
  return answering(() => offer(door(handle()), token))
}
