CREATE TABLE `quote_desks` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`translation` text DEFAULT 'beside' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`headings` text DEFAULT 'outline' NOT NULL,
	`matrix_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`matrix_by`) REFERENCES `variables`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "quote_desks_translation" CHECK("quote_desks"."translation" in ('none', 'beside', 'instead')),
	CONSTRAINT "quote_desks_headings" CHECK("quote_desks"."headings" in ('outline', 'code'))
);
--> statement-breakpoint
CREATE INDEX `quote_desks_project` ON `quote_desks` (`project_id`);
--> statement-breakpoint
CREATE INDEX `quote_desks_owner` ON `quote_desks` (`owner_id`);
--> statement-breakpoint
CREATE INDEX `quote_desks_matrix` ON `quote_desks` (`matrix_by`);
--> statement-breakpoint
CREATE TABLE `quote_items` (
	`id` text PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`level` integer DEFAULT 1 NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`coding_id` text,
	`words` text DEFAULT '' NOT NULL,
	`edits` text DEFAULT '[]' NOT NULL,
	`translation_language` text,
	`translation_words` text DEFAULT '' NOT NULL,
	`translation_edits` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`desk_id`) REFERENCES `quote_desks`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "quote_items_kind" CHECK(("quote_items"."kind" = 'quote') = ("quote_items"."coding_id" is not null)),
	CONSTRAINT "quote_items_level" CHECK("quote_items"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE INDEX `quote_items_desk` ON `quote_items` (`desk_id`,`position`);
--> statement-breakpoint
CREATE UNIQUE INDEX `quote_items_coding` ON `quote_items` (`desk_id`,`coding_id`);
--> statement-breakpoint
CREATE TABLE `interview_numbers` (
	`interview_id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "numbers_from_1" CHECK("interview_numbers"."number" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interview_numbers_number` ON `interview_numbers` (`project_id`,`number`);
--> statement-breakpoint
CREATE TABLE `coding_numbers` (
	`coding_id` text PRIMARY KEY NOT NULL,
	`interview_id` text NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`interview_id`) REFERENCES `interview_numbers`(`interview_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "coding_numbers_from_1" CHECK("coding_numbers"."number" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coding_numbers_number` ON `coding_numbers` (`interview_id`,`number`);
--> statement-breakpoint
CREATE TABLE `quote_references` (
	`project_id` text NOT NULL,
	`template` text NOT NULL,
	PRIMARY KEY(`project_id`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
