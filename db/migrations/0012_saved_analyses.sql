CREATE TABLE `saved_analyses` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`page` text NOT NULL,
	`search` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_analyses_name` ON `saved_analyses` (`project_id`,`name_key`);
--> statement-breakpoint
CREATE INDEX `saved_analyses_created_by` ON `saved_analyses` (`created_by`);
