CREATE TABLE `codes` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`position` integer NOT NULL,
	`colour` integer NOT NULL,
	`definition` text DEFAULT '' NOT NULL,
	`include` text DEFAULT '' NOT NULL,
	`exclude` text DEFAULT '' NOT NULL,
	`example` text DEFAULT '' NOT NULL,
	`aliases` text DEFAULT '[]' NOT NULL,
	`created_by` text,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`parent_id`) REFERENCES `codes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "codes_not_own_parent" CHECK("codes"."parent_id" is null or "codes"."parent_id" <> "codes"."id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codes_sibling_name` ON `codes` (`project_id`,coalesce("parent_id", ''),`name_key`);--> statement-breakpoint
CREATE INDEX `codes_parent` ON `codes` (`parent_id`);--> statement-breakpoint
CREATE INDEX `codes_created_by` ON `codes` (`created_by`);--> statement-breakpoint
CREATE TABLE `codings` (
	`id` text PRIMARY KEY NOT NULL,
	`transcript_id` text NOT NULL,
	`code_id` text NOT NULL,
	`coder_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quote` text NOT NULL,
	`word_start` integer NOT NULL,
	`word_end` integer NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`weight` real,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`transcript_id`) REFERENCES `transcripts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`code_id`) REFERENCES `codes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`coder_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "codings_range" CHECK("codings"."start" >= 0 and "codings"."end" > "codings"."start"),
	CONSTRAINT "codings_words" CHECK("codings"."word_start" >= 0 and "codings"."word_end" >= "codings"."word_start")
);
--> statement-breakpoint
CREATE INDEX `codings_transcript` ON `codings` (`transcript_id`,`start`);--> statement-breakpoint
CREATE INDEX `codings_code` ON `codings` (`code_id`,`transcript_id`);--> statement-breakpoint
CREATE INDEX `codings_coder` ON `codings` (`coder_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `codings_same` ON `codings` (`transcript_id`,`coder_id`,`code_id`,`start`,`end`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` text NOT NULL,
	`user_id` text,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`before` text,
	`after` text,
	`undone_by` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `events_project` ON `events` (`project_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_user` ON `events` (`user_id`);--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject`);--> statement-breakpoint
CREATE TABLE `interview_values` (
	`interview_id` text NOT NULL,
	`variable_id` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`interview_id`, `variable_id`),
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variable_id`) REFERENCES `variables`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `values_variable` ON `interview_values` (`variable_id`,`value`);--> statement-breakpoint
CREATE TABLE `interviews` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`file` text DEFAULT '' NOT NULL,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interviews_name` ON `interviews` (`project_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`project_id` text,
	`role` text,
	`label` text DEFAULT '' NOT NULL,
	`created_by` text,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`used_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "invitations_kind" CHECK(("invitations"."kind" = 'first') = ("invitations"."project_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_project` ON `invitations` (`project_id`);--> statement-breakpoint
CREATE INDEX `invitations_created_by` ON `invitations` (`created_by`);--> statement-breakpoint
CREATE INDEX `invitations_used_by` ON `invitations` (`used_by`);--> statement-breakpoint
CREATE TABLE `members` (
	`project_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	PRIMARY KEY(`project_id`, `user_id`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "members_role" CHECK("members"."role" in ('owner', 'supervisor', 'coder', 'viewer'))
);
--> statement-breakpoint
CREATE INDEX `members_user` ON `members` (`user_id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`consensus_id` text NOT NULL,
	`composed` integer DEFAULT false NOT NULL,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	FOREIGN KEY (`consensus_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `projects_consensus` ON `projects` (`consensus_id`);--> statement-breakpoint
CREATE TABLE `reading_places` (
	`user_id` text NOT NULL,
	`interview_id` text NOT NULL,
	`offset` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `interview_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `places_interview` ON `reading_places` (`interview_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `failures_account` ON `sign_in_failures` (`account`,`at`);--> statement-breakpoint
CREATE INDEX `failures_address` ON `sign_in_failures` (`address`,`at`);--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`interview_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "speakers_role" CHECK("speakers"."role" in ('interviewer', 'respondent', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `speakers_name` ON `speakers` (`interview_id`,`name`);--> statement-breakpoint
CREATE TABLE `transcripts` (
	`id` text PRIMARY KEY NOT NULL,
	`interview_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`current` integer DEFAULT true NOT NULL,
	`text` text NOT NULL,
	`turns` text NOT NULL,
	`length` integer NOT NULL,
	`words` integer NOT NULL,
	`interviewer_words` text DEFAULT '[]' NOT NULL,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "transcripts_counts" CHECK("transcripts"."length" >= 0 and "transcripts"."words" >= 0 and "transcripts"."version" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transcripts_version` ON `transcripts` (`interview_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `transcripts_current` ON `transcripts` (`interview_id`) WHERE "transcripts"."current" = 1;--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`name` text NOT NULL,
	`kind` text DEFAULT 'person' NOT NULL,
	`password_hash` text,
	`admin` integer DEFAULT false NOT NULL,
	`disabled` integer DEFAULT false NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`language` text,
	`settings` text DEFAULT '{}' NOT NULL,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	CONSTRAINT "users_kind" CHECK("users"."kind" in ('person', 'consensus')),
	CONSTRAINT "users_consensus_has_no_password" CHECK("users"."kind" = 'person' or "users"."password_hash" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `variables` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind` text NOT NULL,
	`categories` text DEFAULT '[]' NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "variables_kind" CHECK("variables"."kind" in ('text', 'number', 'date', 'category'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variables_name` ON `variables` (`project_id`,`name_key`);