'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import { roles } from '@/core/project'
import * as invitations from '@/db/invitations'
import * as members from '@/db/members'

const project = z.uuid()
const role = z.enum(roles)
const fresh = (id: string) => revalidatePath(`/projects/${id}/members`)

/** Makes an invitation; answers the path of its link and until when it works (ms). */
export const invite = formAction(
  z.strictObject({ project, role, label: z.string().trim().max(200) }),
  (access, given) => {
    const token = invitations.invite(access, given.role, given.label)
    fresh(access.projectId)
    return { path: `/invitation/${token}`, until: Date.now() + invitations.lifetime }
  },
)

/** Takes an invitation back. */
export const revokeInvitation = formAction(z.strictObject({ project, invitation: z.uuid() }), (access, given) => {
  invitations.revoke(access, given.invitation)
  fresh(access.projectId)
})

/** Gives a member another role. */
export const setRole = formAction(z.strictObject({ project, userId: z.uuid(), role }), (access, given) => {
  members.setRole(access, given.userId, given.role)
  fresh(access.projectId)
})

/** Gives a coder the right to correct transcripts, or takes it. */
export const setCorrects = formAction(
  z.strictObject({ project, userId: z.uuid(), corrects: z.boolean() }),
  (access, given) => {
    members.setCorrects(access, given.userId, given.corrects)
    fresh(access.projectId)
  },
)

/** Lets a member see the names of a masked project, or no longer. */
export const setSeesRaw = formAction(
  z.strictObject({ project, userId: z.uuid(), seesRaw: z.boolean() }),
  (access, given) => {
    members.setSeesRaw(access, given.userId, given.seesRaw)
    fresh(access.projectId)
  },
)

/** Ends a membership. */
export const removeMember = formAction(z.strictObject({ project, userId: z.uuid() }), (access, given) => {
  members.remove(access, given.userId)
  fresh(access.projectId)
})
