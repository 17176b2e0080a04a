CREATE TABLE `carried_codings` (
	`id` text PRIMARY KEY NOT NULL,
	`interview_id` text NOT NULL,
	`version` integer NOT NULL,
	`coding_id` text NOT NULL,
	`state` text NOT NULL,
	`before` text NOT NULL,
	`seen_at` integer,
	`seen_by` text,
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seen_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "carried_state" CHECK("carried_codings"."state" in ('touched', 'lost'))
);
--> statement-breakpoint
CREATE INDEX `carried_interview` ON `carried_codings` (`interview_id`,`version`);
--> statement-breakpoint
CREATE INDEX `carried_seen_by` ON `carried_codings` (`seen_by`);
--> statement-breakpoint
ALTER TABLE `transcripts` ADD `created_by` text REFERENCES users(id) ON DELETE set null;
--> statement-breakpoint
CREATE INDEX `transcripts_created_by` ON `transcripts` (`created_by`);
