import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DrawRule } from '@/core/rounds/draw'
import type { Snapshot } from '@/core/rounds/snapshot'
import { interviews, projects, users } from './schema'

/** Who codes what, blind or open: interviews and coders are in `assignments`. `version` rises with every change. */
export const rounds = sqliteTable(
  'rounds',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    blind: integer('blind', { mode: 'boolean' }).notNull(),
    state: text('state', { enum: ['open', 'closed'] })
      .notNull()
      .default('open'),
    version: integer('version').notNull().default(1),
    /** How the interviews were drawn, with the seed; null when they were named by hand. */
    rule: text('rule', { mode: 'json' }).$type<DrawRule>(),
    /** Groups of codes that exclude each other, by `codes.id`. */
    groups: text('groups', { mode: 'json' }).$type<readonly (readonly string[])[]>().notNull().default([]),
    /** YYYY-MM-DD from which on it is among what its coders have to do; null: at once. */
    starts: text('starts'),
    /** YYYY-MM-DD, or null. */
    due: text('due'),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
    closedBy: text('closed_by').references(() => users.id, { onDelete: 'set null' }),
    closedAt: integer('closed_at'),
    /** What was compared, kept at closing, so that figures can be had again to the digit; null until then. */
    snapshot: text('snapshot', { mode: 'json' }).$type<Snapshot>(),
  },
  (t) => [
    uniqueIndex('rounds_name').on(t.projectId, t.nameKey),
    index('rounds_created_by').on(t.createdBy),
    index('rounds_closed_by').on(t.closedBy),
    check('rounds_state', sql`${t.state} in ('open', 'closed')`),
    check('rounds_closed', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
  ],
)

/** An interview that a coder is to code in a round, or has. */
export const assignments = sqliteTable(
  'assignments',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    coderId: text('coder_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    doneAt: integer('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.interviewId, t.coderId] }),
    index('assignments_interview').on(t.interviewId, t.coderId),
    index('assignments_coder').on(t.coderId),
  ],
)

/** The project's own reasons for decisions. */
export const reasons = sqliteTable(
  'decision_reasons',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [uniqueIndex('decision_reasons_name').on(t.projectId, t.nameKey)],
)

/** What was decided about a difference of a closed round; `version` rises with every change, so that two people do not overwrite each other. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text('id').primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    /** The difference's key of core/rounds/differences. */
    key: text('key').notNull(),
    verdict: text('verdict', { enum: ['take', 'neither', 'draw', 'rule', 'postponed'] }).notNull(),
    /** `codings.id` of the consensus that the decision asks for. */
    made: text('made', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    reasonId: text('reason_id').references(() => reasons.id, { onDelete: 'set null' }),
    note: text('note').notNull().default(''),
    decidedBy: text('decided_by').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: integer('decided_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('decisions_key').on(t.roundId, t.key),
    index('decisions_interview').on(t.interviewId),
    index('decisions_reason').on(t.reasonId),
    index('decisions_by').on(t.decidedBy),
    check('decisions_verdict', sql`${t.verdict} in ('take', 'neither', 'draw', 'rule', 'postponed')`),
  ],
)

/** What is said about a difference between those who decide and those who coded. */
export const decisionNotes = sqliteTable(
  'decision_notes',
  {
    id: text('id').primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    userId: text('user_id').references(() => users.id, { onDelete: 'set null' }),
    at: integer('at').notNull(),
    text: text('text').notNull(),
  },
  (t) => [index('decision_notes_round').on(t.roundId, t.key), index('decision_notes_user').on(t.userId)],
)
