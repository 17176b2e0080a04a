ALTER TABLE `members` ADD COLUMN `corrects` integer DEFAULT false NOT NULL;
