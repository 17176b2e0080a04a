import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { interviews, users } from './schema'

/** A coding whose words a correction of the text touched or took away; a person looks at it and says it was seen. */
export const carriedCodings = sqliteTable(
  'carried_codings',
  {
    id: text('id').primaryKey(),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    /** The version of the text that the correction made. */
    version: integer('version').notNull(),
    /** `codings.id`; no foreign key, since a lost coding has no row any more. */
    codingId: text('coding_id').notNull(),
    state: text('state', { enum: ['touched', 'lost'] }).notNull(),
    /** The coding's row as it was on the version before. */
    before: text('before', { mode: 'json' }).$type<unknown>().notNull(),
    seenAt: integer('seen_at'),
    seenBy: text('seen_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('carried_interview').on(t.interviewId, t.version),
    index('carried_seen_by').on(t.seenBy),
    check('carried_state', sql`${t.state} in ('touched', 'lost')`),
  ],
)
