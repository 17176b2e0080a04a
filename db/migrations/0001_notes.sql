CREATE TABLE `memos` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`text` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`author_id` text NOT NULL,
	`editor_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`editor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "memos_kind" CHECK("memos"."kind" in ('project', 'interview', 'code', 'coding')),
	CONSTRAINT "memos_version" CHECK("memos"."version" >= 1)
);
--> statement-breakpoint
CREATE INDEX `memos_project` ON `memos` (`project_id`,`updated_at`);
--> statement-breakpoint
CREATE INDEX `memos_subject` ON `memos` (`kind`,`subject_id`);
--> statement-breakpoint
CREATE INDEX `memos_author` ON `memos` (`author_id`);
--> statement-breakpoint
CREATE INDEX `memos_editor` ON `memos` (`editor_id`);
--> statement-breakpoint
CREATE TABLE `memo_links` (
	`memo_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`label` text NOT NULL,
	`start` integer,
	`end` integer,
	PRIMARY KEY(`memo_id`, `position`),
	FOREIGN KEY (`memo_id`) REFERENCES `memos`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memo_links_kind" CHECK("memo_links"."kind" in ('passage', 'code', 'interview', 'memo')),
	CONSTRAINT "memo_links_range" CHECK(("memo_links"."kind" = 'passage') = ("memo_links"."start" is not null and "memo_links"."end" is not null) and ("memo_links"."start" is null or ("memo_links"."start" >= 0 and "memo_links"."end" > "memo_links"."start")))
);
--> statement-breakpoint
CREATE INDEX `memo_links_target` ON `memo_links` (`kind`,`target_id`);
--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`transcript_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quote` text NOT NULL,
	`author_id` text NOT NULL,
	`to_id` text,
	`meeting` integer DEFAULT false NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`settled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "threads_range" CHECK("threads"."start" >= 0 and "threads"."end" > "threads"."start")
);
--> statement-breakpoint
CREATE INDEX `threads_project` ON `threads` (`project_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `threads_passage` ON `threads` (`transcript_id`,`start`);
--> statement-breakpoint
CREATE INDEX `threads_author` ON `threads` (`author_id`);
--> statement-breakpoint
CREATE INDEX `threads_to` ON `threads` (`to_id`);
--> statement-breakpoint
CREATE INDEX `threads_settled_by` ON `threads` (`settled_by`);
--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`position` integer NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "posts_text" CHECK(length("posts"."text") > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_place` ON `posts` (`thread_id`,`position`);
--> statement-breakpoint
CREATE INDEX `posts_author` ON `posts` (`author_id`);
--> statement-breakpoint
CREATE TABLE `translations` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`transcript_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`translator_id` text NOT NULL,
	`checker_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`translator_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`checker_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "translations_range" CHECK("translations"."start" >= 0 and "translations"."end" > "translations"."start"),
	CONSTRAINT "translations_state" CHECK("translations"."state" in ('draft', 'checked')),
	CONSTRAINT "translations_text" CHECK(length("translations"."text") > 0)
);
--> statement-breakpoint
CREATE INDEX `translations_project` ON `translations` (`project_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `translations_same` ON `translations` (`transcript_id`,`start`,`end`,`language`);
--> statement-breakpoint
CREATE INDEX `translations_translator` ON `translations` (`translator_id`);
--> statement-breakpoint
CREATE INDEX `translations_checker` ON `translations` (`checker_id`);
