import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { projects, users } from './schema'

/** A page of figures with its settings, under a name that the whole project uses. */
export const savedAnalyses = sqliteTable(
  'saved_analyses',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** The page below the project, such as `frequencies`. */
    page: text('page').notNull(),
    /** The settings as the URL says them, without the question mark. */
    search: text('search').notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('saved_analyses_name').on(t.projectId, t.nameKey),
    index('saved_analyses_created_by').on(t.createdBy),
  ],
)
