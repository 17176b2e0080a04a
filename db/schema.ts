import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

const id = () => text('id').primaryKey()
const now = sql`(unixepoch() * 1000)`
const createdAt = () => integer('created_at').notNull().default(now)

/** A person who signs in, or a coder who cannot: the consensus of a project, or a member of the sample study. */
export const users = sqliteTable(
  'users',
  {
    id: id(),
    /** Lower-cased, NFC; null for those who never sign in (consensus). */
    email: text('email'),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['person', 'consensus'] })
      .notNull()
      .default('person'),
    /** scrypt, in the form of `auth/password.ts`; null = no password (OpenID Connect, sample member). */
    passwordHash: text('password_hash'),
    admin: integer('admin', { mode: 'boolean' }).notNull().default(false),
    disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
    /** Raised by a change of password: tokens that carry an older number are no session any more. */
    sessionVersion: integer('session_version').notNull().default(1),
    language: text('language', { enum: ['en', 'ru'] }),
    /** What this person set on the screens: widths, pins, theme. JSON object. */
    settings: text('settings', { mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('users_email').on(t.email),
    check('users_kind', sql`${t.kind} in ('person', 'consensus')`),
    check('users_consensus_has_no_password', sql`${t.kind} = 'person' or ${t.passwordHash} is null`),
  ],
)

/** Failed sign-ins, by account and by address; outlives a restart. */
export const signInFailures = sqliteTable(
  'sign_in_failures',
  { id: id(), account: text('account').notNull(), address: text('address').notNull(), at: integer('at').notNull() },
  (t) => [index('failures_account').on(t.account, t.at), index('failures_address').on(t.address, t.at)],
)

/** Links that work once: the very first account (no project), or an invitation into a project. Only a hash of the token is kept. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    kind: text('kind', { enum: ['first', 'member'] }).notNull(),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['owner', 'supervisor', 'coder', 'viewer'] }),
    /** For whom, as a note to the inviter; not checked. */
    label: text('label').notNull().default(''),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    usedBy: text('used_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    index('invitations_project').on(t.projectId),
    index('invitations_created_by').on(t.createdBy),
    index('invitations_used_by').on(t.usedBy),
    check('invitations_kind', sql`(${t.kind} = 'first') = (${t.projectId} is null)`),
  ],
)

export const projects = sqliteTable(
  'projects',
  {
    id: id(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    /** The coder that stands for the team's decisions; a user of kind `consensus`. */
    consensusId: text('consensus_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    /** True for a project made by `sample/`: its exports and pages say that it was composed. */
    composed: integer('composed', { mode: 'boolean' }).notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [index('projects_consensus').on(t.consensusId)],
)

export const members = sqliteTable(
  'members',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['owner', 'supervisor', 'coder', 'viewer'] }).notNull(),
    createdAt: createdAt(),
    /** Given to a coder who may correct transcripts; who leads may anyway. */
    corrects: integer('corrects', { mode: 'boolean' }).notNull().default(false),
    /** Given to somebody who may see the names of a masked project; who leads may anyway. */
    seesRaw: integer('sees_raw', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.userId] }),
    index('members_user').on(t.userId),
    check('members_role', sql`${t.role} in ('owner', 'supervisor', 'coder', 'viewer')`),
  ],
)

/** A variable of the project's interviews. `position` orders them from 0. */
export const variables = sqliteTable(
  'variables',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** `name` as names are compared: NFC, lower case, spaces folded (core/text/fold). */
    nameKey: text('name_key').notNull(),
    kind: text('kind', { enum: ['text', 'number', 'date', 'category'] }).notNull(),
    /** For a category: its values in their order. */
    categories: text('categories', { mode: 'json' }).$type<string[]>().notNull().default([]),
    position: integer('position').notNull(),
  },
  (t) => [
    uniqueIndex('variables_name').on(t.projectId, t.nameKey),
    check('variables_kind', sql`${t.kind} in ('text', 'number', 'date', 'category')`),
  ],
)

export const interviews = sqliteTable(
  'interviews',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** BCP 47, as found or given: `ru`, `en`; '' = unknown. */
    language: text('language').notNull().default(''),
    /** The file it came from, as the person's machine named it. */
    file: text('file').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('interviews_name').on(t.projectId, t.nameKey)],
)

/** One value of one interview, as text: numbers in JavaScript's notation, dates as YYYY-MM-DD, a category by its name. No row = no value. */
export const interviewValues = sqliteTable(
  'interview_values',
  {
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    variableId: text('variable_id')
      .notNull()
      .references(() => variables.id, { onDelete: 'cascade' }),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.interviewId, t.variableId] }), index('values_variable').on(t.variableId, t.value)],
)

export const speakers = sqliteTable(
  'speakers',
  {
    id: id(),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    /** As the transcript labels them. */
    name: text('name').notNull(),
    role: text('role', { enum: ['interviewer', 'respondent', 'other'] }).notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    uniqueIndex('speakers_name').on(t.interviewId, t.name),
    check('speakers_role', sql`${t.role} in ('interviewer', 'respondent', 'other')`),
  ],
)

/** A turn as stored in `transcripts.turns`; the ranges are half-open UTF-16 offsets into the text, in order, without gaps but for white space. */
export type StoredTurn = {
  readonly start: number
  readonly end: number
  /** Where what was said begins, behind label and time stamp. */
  readonly said: number
  /** `speakers.id`, or null when nobody is named. */
  readonly speaker: string | null
  /** Seconds from the start of the recording, or null. */
  readonly time: number | null
}

/** The text of an interview, in versions; the highest version is the current one. */
export const transcripts = sqliteTable(
  'transcripts',
  {
    id: id(),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    version: integer('version').notNull().default(1),
    current: integer('current', { mode: 'boolean' }).notNull().default(true),
    text: text('text').notNull(),
    turns: text('turns', { mode: 'json' }).$type<readonly StoredTurn[]>().notNull(),
    /** UTF-16 length of the text. */
    length: integer('length').notNull(),
    /** Words in all, and in turns whose speaker is no interviewer. */
    words: integer('words').notNull(),
    /** Word-index ranges [from, to) of the interviewers' turns, flat: from, to, from, to ... */
    interviewerWords: text('interviewer_words', { mode: 'json' }).$type<readonly number[]>().notNull().default([]),
    createdAt: createdAt(),
    /** Who wrote this version; null for an import of before versions were signed. */
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('transcripts_version').on(t.interviewId, t.version),
    uniqueIndex('transcripts_current').on(t.interviewId).where(sql`${t.current} = 1`),
    index('transcripts_created_by').on(t.createdBy),
    check('transcripts_counts', sql`${t.length} >= 0 and ${t.words} >= 0 and ${t.version} >= 1`),
  ],
)

export const codes = sqliteTable(
  'codes',
  {
    id: id(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    parentId: text('parent_id').references((): AnySQLiteColumn => codes.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** Among its siblings, from 0. */
    position: integer('position').notNull(),
    /** Slot in the palette of `core/codebook/colour.ts`, 0 to 11. */
    colour: integer('colour').notNull(),
    definition: text('definition').notNull().default(''),
    include: text('include').notNull().default(''),
    exclude: text('exclude').notNull().default(''),
    example: text('example').notNull().default(''),
    /** Other words by which the code is found when typing. */
    aliases: text('aliases', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** No new passage is to be coded with it; what was stays and counts. */
    archived: integer('archived', { mode: 'boolean' }).notNull().default(false),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('codes_sibling_name').on(t.projectId, sql`coalesce(${t.parentId}, '')`, t.nameKey),
    index('codes_parent').on(t.parentId),
    index('codes_created_by').on(t.createdBy),
    check('codes_not_own_parent', sql`${t.parentId} is null or ${t.parentId} <> ${t.id}`),
  ],
)

/** A code on a passage by a coder. */
export const codings = sqliteTable(
  'codings',
  {
    /** Made by the client, so that a repeated request is the same coding. */
    id: id(),
    transcriptId: text('transcript_id')
      .notNull()
      .references(() => transcripts.id, { onDelete: 'cascade' }),
    codeId: text('code_id')
      .notNull()
      .references(() => codes.id, { onDelete: 'cascade' }),
    coderId: text('coder_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    /** Half-open UTF-16 range of the transcript's text. */
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** The text of the range, cut by the server. */
    quote: text('quote').notNull(),
    /** Half-open range of word indices (words that begin in the range), for counting words without reading the text. */
    wordStart: integer('word_start').notNull(),
    wordEnd: integer('word_end').notNull(),
    comment: text('comment').notNull().default(''),
    weight: real('weight'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('codings_transcript').on(t.transcriptId, t.start),
    index('codings_code').on(t.codeId, t.transcriptId),
    index('codings_coder').on(t.coderId),
    uniqueIndex('codings_same').on(t.transcriptId, t.coderId, t.codeId, t.start, t.end),
    check('codings_range', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    check('codings_words', sql`${t.wordStart} >= 0 and ${t.wordEnd} >= ${t.wordStart}`),
  ],
)

/** Where a person stopped reading an interview: a UTF-16 offset. */
export const readingPlaces = sqliteTable(
  'reading_places',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    offset: integer('offset').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.interviewId] }), index('places_interview').on(t.interviewId)],
)

/** Everything that happened in a project, written in the transaction that did it: history, undo and the live feed read it. */
export const events = sqliteTable(
  'events',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    userId: text('user_id').references(() => users.id, { onDelete: 'set null' }),
    at: integer('at').notNull(),
    /** Table and verb: `coding.add`, `code.move`, `interview.import`. */
    kind: text('kind').notNull(),
    /** Id of what it happened to. */
    subject: text('subject').notNull(),
    before: text('before', { mode: 'json' }),
    after: text('after', { mode: 'json' }),
    /** Set when this event was taken back: seq of the event that did so. */
    undoneBy: integer('undone_by'),
  },
  (t) => [
    index('events_project').on(t.projectId, t.seq),
    index('events_user').on(t.userId),
    index('events_subject').on(t.subject),
  ],
)
