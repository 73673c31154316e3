CREATE TABLE `message_templates` (
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	PRIMARY KEY(`kind`, `language`, `version`)
);
--> statement-breakpoint
DROP INDEX `messages_once`;--> statement-breakpoint
DROP INDEX `messages_to_send`;--> statement-breakpoint
ALTER TABLE `messages` ADD `appointment_id` text REFERENCES appointments(id);--> statement-breakpoint
ALTER TABLE `messages` ADD `channel` text DEFAULT 'webhook' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `event` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `rank` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `sent_by` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `receipt` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `receipt_at` integer;--> statement-breakpoint
CREATE INDEX `messages_by_status` ON `messages` (`status`,`channel`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`repair_id`,`kind`,`number`,`event`,`channel`);--> statement-breakpoint
CREATE INDEX `messages_to_send` ON `messages` (`rank`,`try_at`) WHERE "messages"."status" = 'waiting';