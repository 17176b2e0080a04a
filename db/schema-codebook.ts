import { sql } from 'drizzle-orm'
import { blob, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Code } from '@/core/codebook/code'
import { codes, codings, projects, users } from './schema'

const id = () => text('id').primaryKey()
const projectId = () =>
  text('project_id')
    .notNull()
    .references(() => projects.id, { onDelete: 'cascade' })
const by = (name: string) => text(name).references(() => users.id, { onDelete: 'set null' })

/** The codebook as it was: a version begins with a change of a name, a definition or a place. `number` counts from 1 in its project. */
export const codebookVersions = sqliteTable(
  'codebook_versions',
  {
    id: id(),
    projectId: projectId(),
    number: integer('number').notNull(),
    codes: text('codes', { mode: 'json' }).$type<readonly Code[]>().notNull(),
    /** `events.seq` with which it began. */
    seq: integer('seq').notNull(),
    /** When it was changed last: what one person changes in one sitting is one version. */
    at: integer('at').notNull(),
    createdBy: by('created_by'),
  },
  (t) => [
    uniqueIndex('codebook_versions_number').on(t.projectId, t.number),
    index('codebook_versions_created_by').on(t.createdBy),
  ],
)

/** Passages of a code that are to be looked at again, because it is split or worded anew: those that were coded before `since`. */
export const codeQueues = sqliteTable(
  'code_queues',
  {
    id: id(),
    projectId: projectId(),
    codeId: text('code_id')
      .notNull()
      .references(() => codes.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['split', 'wording'] }).notNull(),
    since: integer('since').notNull(),
    /** Of a split: the codes among which the passages are divided. */
    targets: text('targets', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    /** Of a new wording: the one before. */
    wording: text('wording', { mode: 'json' }).$type<{
      readonly definition: string
      readonly include: string
      readonly exclude: string
    }>(),
    openedBy: by('opened_by'),
    closedAt: integer('closed_at'),
  },
  (t) => [
    index('code_queues_project').on(t.projectId),
    index('code_queues_code').on(t.codeId),
    index('code_queues_opened_by').on(t.openedBy),
    check('code_queues_kind', sql`${t.kind} in ('split', 'wording')`),
  ],
)

/** When somebody last made sure that a coding has the right code, and in which queue. */
export const codingLooks = sqliteTable(
  'coding_looks',
  {
    codingId: text('coding_id')
      .primaryKey()
      .references(() => codings.id, { onDelete: 'cascade' }),
    queueId: text('queue_id').references(() => codeQueues.id, { onDelete: 'set null' }),
    at: integer('at').notNull(),
  },
  (t) => [index('coding_looks_queue').on(t.queueId)],
)

/** A project as it was at a named moment: the archive of db/archive.ts, deflated. */
export const restorePoints = sqliteTable(
  'restore_points',
  {
    id: id(),
    projectId: projectId(),
    name: text('name').notNull(),
    at: integer('at').notNull(),
    createdBy: by('created_by'),
    archive: blob('archive', { mode: 'buffer' }).notNull(),
  },
  (t) => [index('restore_points_project').on(t.projectId, t.at), index('restore_points_created_by').on(t.createdBy)],
)
