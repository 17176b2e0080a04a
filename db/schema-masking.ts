import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ConsentLevel } from '@/core/masking/consent'
import type { Mark } from '@/core/masking/mark'
import { projects, transcripts, users, variables } from './schema'

/** Whether and how a project is masked; no row = it is not. `version` rises with everything that changes what a masked text looks like. */
export const masking = sqliteTable(
  'masking',
  {
    projectId: text('project_id')
      .primaryKey()
      .references(() => projects.id, { onDelete: 'cascade' }),
    on: integer('on', { mode: 'boolean' }).notNull().default(false),
    version: integer('version').notNull().default(1),
    /** The category that says what an interview's words may be used for, and what each of its values means. */
    consentVariableId: text('consent_variable_id').references(() => variables.id, { onDelete: 'set null' }),
    consentLevels: text('consent_levels', { mode: 'json' })
      .$type<Readonly<Record<string, ConsentLevel>>>()
      .notNull()
      .default({}),
  },
  (t) => [index('masking_consent').on(t.consentVariableId), check('masking_version', sql`${t.version} >= 1`)],
)

/** A name of the study's list, with what stands for it. */
export const maskedNames = sqliteTable(
  'masked_names',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['person', 'place', 'office', 'organisation'] }).notNull(),
    /** In the nominative; any form of any of them is found. */
    spellings: text('spellings', { mode: 'json' }).$type<readonly string[]>().notNull(),
    pseudonym: text('pseudonym').notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('masked_names_project').on(t.projectId),
    index('masked_names_created_by').on(t.createdBy),
    check('masked_names_kind', sql`${t.kind} in ('person', 'place', 'office', 'organisation')`),
    check('masked_names_pseudonym', sql`length(${t.pseudonym}) > 0`),
  ],
)

/** A passage marked by hand: as a name of the list, or (no name) as none, whatever the list would find there. Half-open UTF-16 range. */
export const nameMarks = sqliteTable(
  'name_marks',
  {
    id: text('id').primaryKey(),
    transcriptId: text('transcript_id')
      .notNull()
      .references(() => transcripts.id, { onDelete: 'cascade' }),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    nameId: text('name_id').references(() => maskedNames.id, { onDelete: 'cascade' }),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('name_marks_transcript').on(t.transcriptId, t.start),
    index('name_marks_name').on(t.nameId),
    index('name_marks_created_by').on(t.createdBy),
    check('name_marks_range', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
  ],
)

/** What was suggested as a name and is none, or may be named: it is suggested no more, in none of its forms. */
export const allowedNames = sqliteTable(
  'allowed_names',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    words: text('words').notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('allowed_names_words').on(t.projectId, t.words),
    index('allowed_names_created_by').on(t.createdBy),
  ],
)

/**
 * The marks of a transcript as a version of the list makes them. Who reads masked knows the transcript by this id, so that a position which they send can be
 * laid on the marks that they saw, also when there are others by now.
 */
export const maskedTexts = sqliteTable(
  'masked_texts',
  {
    id: text('id').primaryKey(),
    transcriptId: text('transcript_id')
      .notNull()
      .references(() => transcripts.id, { onDelete: 'cascade' }),
    marks: text('marks', { mode: 'json' }).$type<readonly Mark[]>().notNull(),
    /** `masking.version` up to which these marks are true. */
    upTo: integer('up_to').notNull(),
    current: integer('current', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('masked_texts_transcript').on(t.transcriptId),
    uniqueIndex('masked_texts_current').on(t.transcriptId).where(sql`${t.current} = 1`),
  ],
)

/** What the words of a passage may be used for. Half-open UTF-16 range. */
export const consentMarks = sqliteTable(
  'consent_marks',
  {
    id: text('id').primaryKey(),
    transcriptId: text('transcript_id')
      .notNull()
      .references(() => transcripts.id, { onDelete: 'cascade' }),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    level: text('level', { enum: ['quotable', 'paraphrase', 'off'] }).notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('consent_marks_transcript').on(t.transcriptId, t.start),
    index('consent_marks_created_by').on(t.createdBy),
    check('consent_marks_range', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    check('consent_marks_level', sql`${t.level} in ('quotable', 'paraphrase', 'off')`),
  ],
)
