import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { currentUser } from '@/auth/session'
import { type Access, type Account, enter } from '@/db/access'
import { Refusal } from '@/db/refusal'

/** What an action answers: the value, or a message for the person; `reason` is the refusal's name, `fields` the messages per field. */
export type Answer<T> =
  | { readonly ok: T }
  | { readonly error: string; readonly reason?: string; readonly fields?: Readonly<Record<string, string>> }

/** Turns a refusal into its message; anything else is thrown on, logged by Next with a digest. */
export async function answering<T>(run: () => T | Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: await run() }
  } catch (error) {
    const t = await getTranslations('refusal')
    if (isFull(error)) return { error: t('diskFull'), reason: 'diskFull' }
    if (!(error instanceof Refusal)) throw error
    return { error: t(error.reason, error.values), reason: error.reason }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC')
}

async function parsed<S extends z.ZodType, T>(
  schema: S,
  input: unknown,
  run: (value: z.output<S>) => Promise<Answer<T>>,
) {
  const result = schema.safeParse(input)
  if (result.success) return run(result.data)
  const t = await getTranslations('refusal')
  const fields = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  return { error: t('invalid'), reason: 'invalid', fields }
}

/** The one wrapper of all actions in a project: parses, enters, runs; a refusal becomes its message. */
export function formAction<S extends z.ZodType<{ project: string }>, T>(
  schema: S,
  run: (access: Access, input: z.output<S>) => T | Promise<T>,
): (input: z.input<S>) => Promise<Answer<T>> {
  return (input) =>
    parsed(schema, input, (value) =>
      answering(async () => {
        const who = await currentUser()
        if (!who) throw new Refusal('signedOut')
        return run(enter(who.account, value.project), value)
      }),
    )
}

/** The same for what a person does outside any project. */
export function accountAction<S extends z.ZodType, T>(
  schema: S,
  run: (who: Account, input: z.output<S>) => T | Promise<T>,
): (input: z.input<S>) => Promise<Answer<T>> {
  return (input) =>
    parsed(schema, input, (value) =>
      answering(async () => {
        const who = await currentUser()
        if (!who) throw new Refusal('signedOut')
        return run(who.account, value)
      }),
    )
}

/** The same for those who stand before the door. */
export function doorAction<S extends z.ZodType, T>(
  schema: S,
  run: (input: z.output<S>) => T | Promise<T>,
): (input: z.input<S>) => Promise<Answer<T>> {
  return (input) => parsed(schema, input, (value) => answering(() => run(value)))
}
