'use server'

import { z } from 'zod'
import { formAction } from '@/app/actions'
import { headingModes, LEVELS, translationModes } from '@/core/quotes/desk'
import * as desks from '@/db/quote-desks'
import * as reference from '@/db/quote-reference'
import * as quotes from '@/db/quotes'
import { undoStep } from '@/db/undo'

const project = z.uuid()
const desk = z.uuid()
const item = z.string().max(64)
const name = z.string().max(200)
const text = z.string().max(1000)
const level = z.int().min(1).max(LEVELS)
const edits = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cut'), start: z.int().min(0), end: z.int().min(0) }),
      z.strictObject({ kind: z.literal('insert'), at: z.int().min(0), text }),
    ]),
  )
  .max(1000)

const NewDesk = z.strictObject({ project, id: desk, name, shared: z.boolean() })
const Settings = z.strictObject({
  name: name.optional(),
  shared: z.boolean().optional(),
  translation: z.enum(translationModes).optional(),
  language: z.string().max(35).optional(),
  headings: z.enum(headingModes).optional(),
  matrixBy: z.uuid().nullable().optional(),
})
const Change = z.strictObject({ project, desk, to: Settings })
const One = z.strictObject({ project, desk })
const Quote = z.strictObject({ project, desk, codings: z.array(item).min(1).max(5000) })
const Heading = z.strictObject({ project, desk, id: z.uuid(), level, text, before: item.nullable() })
const Item = z.strictObject({
  ...{ project, desk, item },
  to: z.strictObject({
    level: level.optional(),
    text: text.optional(),
    edits: edits.optional(),
    translation: z.strictObject({ language: z.string().max(35), edits }).optional(),
  }),
})
const Move = z.strictObject({ project, desk, items: z.array(item).min(1), before: item.nullable() })
const Drop = z.strictObject({ project, desk, items: z.array(item).min(1) })
const Reference = z.strictObject({ project, template: z.string().max(500) })

export const addDesk = formAction(NewDesk, (access, { id, name, shared }) => desks.add(access, { id, name, shared }))
export const changeDesk = formAction(Change, (access, { desk, to }) => desks.change(access, desk, to))
export const removeDesk = formAction(One, (access, { desk }) => desks.remove(access, desk))
export const quoteCodings = formAction(Quote, (access, { desk, codings }) => quotes.quote(access, desk, codings))
export const addHeading = formAction(Heading, (access, { project: _, desk, ...heading }) =>
  quotes.addHeading(access, desk, heading),
)
export const editItem = formAction(Item, (access, { desk, item, to }) => quotes.edit(access, desk, item, to))
export const moveItems = formAction(Move, (access, { desk, items, before }) => quotes.move(access, desk, items, before))
export const dropItems = formAction(Drop, (access, { desk, items }) => quotes.drop(access, desk, items))
export const undoOnDesk = formAction(One, (access, { desk }) => undoStep(access, desk))
export const setReference = formAction(Reference, (access, { template }) => reference.set(access, template))
