CREATE TABLE `masking` (
	`project_id` text PRIMARY KEY NOT NULL,
	`on` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`consent_variable_id` text,
	`consent_levels` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consent_variable_id`) REFERENCES `variables`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "masking_version" CHECK("masking"."version" >= 1)
);
--> statement-breakpoint
CREATE INDEX `masking_consent` ON `masking` (`consent_variable_id`);
--> statement-breakpoint
CREATE TABLE `masked_names` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`spellings` text NOT NULL,
	`pseudonym` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "masked_names_kind" CHECK("masked_names"."kind" in ('person', 'place', 'office', 'organisation')),
	CONSTRAINT "masked_names_pseudonym" CHECK(length("masked_names"."pseudonym") > 0)
);
--> statement-breakpoint
CREATE INDEX `masked_names_project` ON `masked_names` (`project_id`);
--> statement-breakpoint
CREATE INDEX `masked_names_created_by` ON `masked_names` (`created_by`);
--> statement-breakpoint
CREATE TABLE `name_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`transcript_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`name_id` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`transcript_id`) REFERENCES `transcripts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`name_id`) REFERENCES `masked_names`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "name_marks_range" CHECK("name_marks"."start" >= 0 and "name_marks"."end" > "name_marks"."start")
);
--> statement-breakpoint
CREATE INDEX `name_marks_transcript` ON `name_marks` (`transcript_id`,`start`);
--> statement-breakpoint
CREATE INDEX `name_marks_name` ON `name_marks` (`name_id`);
--> statement-breakpoint
CREATE INDEX `name_marks_created_by` ON `name_marks` (`created_by`);
--> statement-breakpoint
CREATE TABLE `allowed_names` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`words` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `allowed_names_words` ON `allowed_names` (`project_id`,`words`);
--> statement-breakpoint
CREATE INDEX `allowed_names_created_by` ON `allowed_names` (`created_by`);
--> statement-breakpoint
CREATE TABLE `masked_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`transcript_id` text NOT NULL,
	`marks` text NOT NULL,
	`up_to` integer NOT NULL,
	`current` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`transcript_id`) REFERENCES `transcripts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `masked_texts_transcript` ON `masked_texts` (`transcript_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `masked_texts_current` ON `masked_texts` (`transcript_id`) WHERE "masked_texts"."current" = 1;
--> statement-breakpoint
CREATE TABLE `consent_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`transcript_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`level` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`transcript_id`) REFERENCES `transcripts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "consent_marks_range" CHECK("consent_marks"."start" >= 0 and "consent_marks"."end" > "consent_marks"."start"),
	CONSTRAINT "consent_marks_level" CHECK("consent_marks"."level" in ('quotable', 'paraphrase', 'off'))
);
--> statement-breakpoint
CREATE INDEX `consent_marks_transcript` ON `consent_marks` (`transcript_id`,`start`);
--> statement-breakpoint
CREATE INDEX `consent_marks_created_by` ON `consent_marks` (`created_by`);
--> statement-breakpoint
ALTER TABLE `members` ADD COLUMN `sees_raw` integer DEFAULT false NOT NULL;
