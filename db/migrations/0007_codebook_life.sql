ALTER TABLE `codes` ADD COLUMN `archived` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TABLE `codebook_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`codes` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codebook_versions_number` ON `codebook_versions` (`project_id`,`number`);
--> statement-breakpoint
CREATE INDEX `codebook_versions_created_by` ON `codebook_versions` (`created_by`);
--> statement-breakpoint
CREATE TABLE `code_queues` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`code_id` text NOT NULL,
	`kind` text NOT NULL,
	`since` integer NOT NULL,
	`targets` text DEFAULT '[]' NOT NULL,
	`wording` text,
	`opened_by` text,
	`closed_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`code_id`) REFERENCES `codes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`opened_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "code_queues_kind" CHECK("code_queues"."kind" in ('split', 'wording'))
);
--> statement-breakpoint
CREATE INDEX `code_queues_project` ON `code_queues` (`project_id`);
--> statement-breakpoint
CREATE INDEX `code_queues_code` ON `code_queues` (`code_id`);
--> statement-breakpoint
CREATE INDEX `code_queues_opened_by` ON `code_queues` (`opened_by`);
--> statement-breakpoint
CREATE TABLE `coding_looks` (
	`coding_id` text PRIMARY KEY NOT NULL,
	`queue_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`coding_id`) REFERENCES `codings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`queue_id`) REFERENCES `code_queues`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `coding_looks_queue` ON `coding_looks` (`queue_id`);
--> statement-breakpoint
CREATE TABLE `restore_points` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	`created_by` text,
	`archive` blob NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `restore_points_project` ON `restore_points` (`project_id`,`at`);
--> statement-breakpoint
CREATE INDEX `restore_points_created_by` ON `restore_points` (`created_by`);
--> statement-breakpoint
INSERT INTO `codebook_versions` (`id`, `project_id`, `number`, `codes`, `seq`, `at`)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
	`project_id`, 1,
	json_group_array(json_object('id', `id`, 'parentId', `parent_id`, 'name', `name`, 'position', `position`, 'colour', `colour`, 'definition', `definition`,
		'include', `include`, 'exclude', `exclude`, 'example', `example`, 'aliases', json(`aliases`), 'archived', json('false'))),
	coalesce((SELECT max(`seq`) FROM `events` WHERE `events`.`project_id` = `codes`.`project_id`), 0), unixepoch() * 1000
FROM `codes` GROUP BY `project_id`;
