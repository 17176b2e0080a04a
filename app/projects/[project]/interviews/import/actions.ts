'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { formAction } from '@/app/actions'
import { labelStyles } from '@/core/text/labels/style'
import { speakerRoles } from '@/core/text/turn'
import { variableKinds } from '@/core/variable'
import * as interviews from '@/db/interviews'
import * as variables from '@/db/variables'
import { readTranscript } from '@/formats/worker'
import { drop, kept } from './staging'

const project = z.uuid()
const text = z.string().max(10_000)

/** Makes the variables and categories that were ticked; answers all variables of the project. */
export const prepareVariables = formAction(
  z.strictObject({
    project,
    wanted: z
      .array(
        z.strictObject({ name: z.string().max(200), kind: z.enum(variableKinds), categories: z.array(text).max(1000) }),
      )
      .max(1000),
  }),
  (access, given) => variables.ensure(access, given.wanted),
)

/** Imports one file that waits: answers the interview, or why this file was refused. A repeat imports nothing twice. */
export const importFile = formAction(
  z.strictObject({
    project,
    batch: z.uuid(),
    id: z.uuid(),
    name: z.string().max(300),
    file: z.string().max(500),
    labels: z.enum(['auto', 'listed', ...labelStyles]),
    listed: z.array(z.string().max(200)).max(200),
    roles: z.record(z.string().max(300), z.enum(speakerRoles)),
    values: z.record(z.uuid(), text),
  }),
  async (access, given): Promise<{ added: interviews.Added } | { refused: string }> => {
    const there = interviews.already(access, given.id)
    if (there) return { added: there }
    const staged = await kept(access, given.batch, given.id)
    if (!staged) return { refused: (await getTranslations('import'))('gone', { file: given.file }) }
    const labels = given.labels === 'listed' ? { labels: given.listed } : given.labels
    const reading = await readTranscript(staged.name, staged.bytes, { labels })
    if ('refused' in reading)
      return { refused: (await getTranslations('note'))(reading.refused.key, reading.refused.values) }
    const speakers = reading.value.speakers.map((one) => ({ ...one, role: given.roles[one.name] ?? one.role }))
    const { id, name, file, values } = given
    const added = interviews.add(access, { id, name, file, values, read: { ...reading.value, speakers } })
    await drop(access, given.batch, id)
    return { added }
  },
)

/** Ends a batch: what still waits of it is forgotten, and the table is read anew. */
export const endBatch = formAction(z.strictObject({ project, batch: z.uuid() }), async (access, given) => {
  await drop(access, given.batch)
  revalidatePath(`/projects/${access.projectId}/interviews`)
})
