CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`blind` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`rule` text,
	`groups` text DEFAULT '[]' NOT NULL,
	`due` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`closed_by` text,
	`closed_at` integer,
	`snapshot` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`closed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "rounds_state" CHECK("rounds"."state" in ('open', 'closed')),
	CONSTRAINT "rounds_closed" CHECK(("rounds"."state" = 'closed') = ("rounds"."closed_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_name` ON `rounds` (`project_id`,`name_key`);
--> statement-breakpoint
CREATE INDEX `rounds_created_by` ON `rounds` (`created_by`);
--> statement-breakpoint
CREATE INDEX `rounds_closed_by` ON `rounds` (`closed_by`);
--> statement-breakpoint
CREATE TABLE `assignments` (
	`round_id` text NOT NULL,
	`interview_id` text NOT NULL,
	`coder_id` text NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`round_id`, `interview_id`, `coder_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`coder_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `assignments_interview` ON `assignments` (`interview_id`,`coder_id`);
--> statement-breakpoint
CREATE INDEX `assignments_coder` ON `assignments` (`coder_id`);
--> statement-breakpoint
CREATE TABLE `decision_reasons` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_reasons_name` ON `decision_reasons` (`project_id`,`name_key`);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`interview_id` text NOT NULL,
	`key` text NOT NULL,
	`verdict` text NOT NULL,
	`made` text DEFAULT '[]' NOT NULL,
	`reason_id` text,
	`note` text DEFAULT '' NOT NULL,
	`decided_by` text,
	`decided_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reason_id`) REFERENCES `decision_reasons`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "decisions_verdict" CHECK("decisions"."verdict" in ('take', 'neither', 'draw', 'rule', 'postponed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_key` ON `decisions` (`round_id`,`key`);
--> statement-breakpoint
CREATE INDEX `decisions_interview` ON `decisions` (`interview_id`);
--> statement-breakpoint
CREATE INDEX `decisions_reason` ON `decisions` (`reason_id`);
--> statement-breakpoint
CREATE INDEX `decisions_by` ON `decisions` (`decided_by`);
--> statement-breakpoint
CREATE TABLE `decision_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`key` text NOT NULL,
	`user_id` text,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `decision_notes_round` ON `decision_notes` (`round_id`,`key`);
--> statement-breakpoint
CREATE INDEX `decision_notes_user` ON `decision_notes` (`user_id`);
