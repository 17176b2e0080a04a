ALTER TABLE `rounds` ADD `starts` text;
